// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Articles to a graph, and the graph to files. The order of the steps is what matters:
//
// 1. All that a user may have got wrong is read before any article: decisions, the graph to add to,
//    models, codebook; and the folder is made. Reading articles takes long.
// 2. Articles are read and gathered. Blank ones give nothing and replace nothing. 3. With --add,
// what is read takes the place of earlier versions; then outdated versions go, and
//    decisions are carried out, last, so that they hold for old and new alike.
// 4. What the reading took the place of is told, compared with the old graph after the same
// decisions,
//    so that what the decisions do is no news.
// 5. All files are complete under temporary names before the first takes its own.
//
// Files that hand the graph on have all of it; pictures have what was asked for. What is not drawn
// is counted.
//
// Limits: the graph of all articles is held in memory. Tested by tests/cli/build_test.cpp.

#include "cli/articles.hpp"
#include "cli/choices.hpp"
#include "cli/decisions.hpp"
#include "cli/formats.hpp"
#include "cli/graph_files.hpp"
#include "cli/models.hpp"
#include "cli/notes.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "core/error.hpp"
#include "graph/merge.hpp"
#include "graph/replaced.hpp"
#include "query/summary.hpp"
#include "query/table.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace demarche::cli {

namespace {

struct BuildOptions {
    std::vector<std::string> articles;
    std::string folder = default_folder;
    std::string add;
    std::string formats = "jsonld,nq,dot,svg,png,html";
    std::string models;
    std::string actors;
    std::string decisions;
    std::string codebook;
    std::size_t jobs = default_jobs();
    bool all = false;
    double confidence = 0;
    std::string stances;
};

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string summary_text(const graph::PositionGraph& graph, const graph::PositionGraph& drawn,
                         const BuildOptions& options) {
    const query::Summary summary = query::summary(drawn);
    std::string text = counted(summary.articles, "article", "articles") + " with " +
                       (options.all ? "statements" : "policy statements");
    if (!summary.first_date.empty()) {
        text += summary.first_date == summary.last_date
                    ? " of " + summary.first_date
                    : " from " + summary.first_date + " to " + summary.last_date;
    }
    text += ": " + counted(summary.actors, "actor", "actors") + ", " +
            counted(summary.positions, "position", "positions") + ", " +
            counted(summary.statements, "statement", "statements") + ", each with its words.\n";
    const std::size_t left_out = graph.statements.size() - summary.statements;
    if (left_out > 0) {
        text += "Kept: " + counted(graph.statements.size(), "statement", "statements") +
                ". Not drawn: " + std::to_string(left_out) + ", which " +
                (left_out == 1 ? "is" : "are");
        if (!options.all) text += std::string(" not ") + on_policy + " (--all draws all)";
        if (!options.all && options.confidence > 0) text += " or";
        if (options.confidence > 0) text += " less sure than " + query::decimal(options.confidence);
        text += ".\n";
    }
    std::vector<std::string> most;
    for (const auto& actor : summary.top_actors) {
        most.push_back(actor.name + " (" + std::to_string(actor.statements) + ")");
    }
    if (!most.empty()) text += "Most statements: " + listed(most) + ".\n";
    return text;
}

/// All files, or none: each is complete under a temporary name before the first is renamed. What
/// hands the graph on has all of it; what draws it has `drawn`.
std::vector<std::string> write_files(const graph::PositionGraph& graph,
                                     const graph::PositionGraph& drawn,
                                     const BuildOptions& options) {
    std::vector<std::string> paths;
    std::vector<std::unique_ptr<Output>> outputs;
    for (const std::string& format : split_list(options.formats)) {
        paths.push_back((std::filesystem::path(options.folder) / ("graph." + format)).string());
        outputs.push_back(std::make_unique<Output>(paths.back()));
        outputs.back()->write(in_format(is_drawn(format) ? drawn : graph, format, {}));
    }
    commit(outputs);
    return paths;
}

/// The file that shows most at a glance.
std::string to_open(const std::vector<std::string>& paths) {
    for (const char* ending : {".html", ".svg", ".png"}) {
        for (const std::string& path : paths) {
            if (path.ends_with(ending)) return path;
        }
    }
    return {};
}

bool is_blank(const Article& article) {
    return article.text.find_first_not_of(" \t\r\n\f\v") == std::string::npos;
}

/// Tells what of the graph in `options.add` is no longer so because its articles were read again.
void note_replaced(const std::vector<graph::Replaced>& replaced, const std::string& file) {
    constexpr std::size_t most = 10;
    if (replaced.empty()) return;
    say(file + ": " + std::to_string(replaced.size()) +
        (replaced.size() == 1 ? " entry stands" : " entries stand") +
        " otherwise there than the articles are read now, and the reading takes " +
        (replaced.size() == 1 ? "its" : "their") +
        " place. Corrections made in that file are lost so; so are faults of an older reading.");
    for (std::size_t i = 0; i < std::min(most, replaced.size()); ++i) {
        const graph::Replaced& one = replaced[i];
        say(file + ": " + (one.article.empty() ? "" : "article " + one.article + ": ") + one.what +
            ": " + one.how + ".");
    }
    if (replaced.size() > most) {
        say(file + ": and " + std::to_string(replaced.size() - most) + " more.");
    }
}

int build(const BuildOptions& options) {
    const std::vector<std::string> files = article_files(options.articles);
    const std::vector<graph::Decision> decisions = decisions_in(options.decisions);
    graph::PositionGraph graph;
    if (!options.add.empty()) graph = read_graph(options.add);
    pipeline::Models models = load_models(options.models, options.actors, options.stances);
    if (!options.codebook.empty()) {
        models.codebook =
            proposition::read_codebook(file_bytes(options.codebook), options.codebook);
    }

    make_folder(options.folder);

    graph::PositionGraph decided = graph;
    graph::carry_out(decided, decisions);
    graph::Before before(std::move(decided));
    graph::PositionGraph readings;
    std::vector<std::string> blank;
    const ReadingRun run = read_articles(files, models, options.jobs,
                                         [&](const Article& article, const Reading& reading) {
                                             if (is_blank(article)) {
                                                 blank.push_back(article.origin);
                                                 return;
                                             }
                                             note_oddities(article, reading);
                                             graph::add(readings, reading);
                                             before.read_again(article.name, article.text);
                                         });
    for (const std::string& origin : blank)
        say(origin + ": holds no text; nothing is read from it.");
    if (run.articles == blank.size()) {
        report_failures(run);
        if (blank.empty() && !run.failures.empty()) return 1;
        throw InputError("",
                         "there is no article to build a graph from, and nothing is written. "
                         "Name one that holds text.");
    }
    if (options.add.empty()) {
        graph = std::move(readings);
    } else {
        // What is read now is the newest version of an article, whatever its dates say.
        graph::replace(graph, readings);
    }
    graph::prune(graph);
    note_rivals(graph);
    decide(graph, options.decisions, decisions);
    note_replaced(before.compared_with(graph), options.add);
    const graph::PositionGraph drawn =
        confident_part(options.all ? graph : policy_part(graph), options.confidence);

    const std::vector<std::string> paths = write_files(graph, drawn, options);
    std::string text = summary_text(graph, drawn, options) + "Written: " + listed(paths) + ".\n";
    if (const std::string path = to_open(paths); !path.empty()) {
        text += "Open " + path + " to see who holds what.\n";
    }
    write_whole("", text);
    report_failures(run);
    return run.failures.empty() ? 0 : 1;
}

}  // namespace

Run set_up_build(CLI::App& app) {
    const auto options = std::make_shared<BuildOptions>();
    app.add_option("ARTICLE", options->articles,
                   "a text, HTML or JSON Lines file, a folder of such, or - for standard input")
        ->required()
        ->option_text("...");
    app.add_option("-o,--output", options->folder, "folder to write to [output]")
        ->option_text("FOLDER");
    app.add_option("--add", options->add, "start from the graph in FILE")->option_text("FILE");
    app.add_option("--formats", options->formats,
                   "files to write: jsonld, nq, dot, svg, png, html [all]")
        ->check(some_of("format", format_names()))
        ->option_text("NAME,...");
    app.add_flag("--all", options->all,
                 std::string("draw everything that anybody says; else only what is ") + on_policy +
                     ". graph.jsonld and graph.nq keep everything");
    add_actors_option(app, options->actors);
    add_decisions_option(app, options->decisions);
    app.add_option("--codebook", options->codebook,
                   "name positions and issues as the codebook FILE does")
        ->option_text("FILE");
    app.add_option("--min-confidence", options->confidence,
                   "draw only statements that are at least so sure, 0 to 1, and those that report "
                   "them")
        ->check(from_to(0.0, 1.0))
        ->option_text("FIGURE");
    add_stances_option(app, options->stances);
    add_models_option(app, options->models);
    add_jobs_option(app, options->jobs);
    return [options] { return build(*options); };
}

}  // namespace demarche::cli
