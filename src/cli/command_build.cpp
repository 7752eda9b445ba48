#include "cli/articles.hpp"
#include "cli/choices.hpp"
#include "cli/decisions.hpp"
#include "cli/formats.hpp"
#include "cli/graph_files.hpp"
#include "cli/models.hpp"
#include "cli/notes.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "graph/merge.hpp"
#include "query/summary.hpp"

#include <CLI/CLI.hpp>

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

std::string summary_text(const graph::PositionGraph& graph, bool all) {
    const query::Summary summary = query::summary(graph);
    std::string text = counted(summary.articles, "article", "articles") + " with " +
                       (all ? "statements" : "policy statements");
    if (!summary.first_date.empty()) {
        text += summary.first_date == summary.last_date
                    ? " of " + summary.first_date
                    : " from " + summary.first_date + " to " + summary.last_date;
    }
    text += ": " + counted(summary.actors, "actor", "actors") + ", " +
            counted(summary.positions, "position", "positions") + ", " +
            counted(summary.statements, "statement", "statements") + ", each with its words.\n";
    std::vector<std::string> most;
    for (const auto& actor : summary.top_actors) {
        most.push_back(actor.name + " (" + std::to_string(actor.statements) + ")");
    }
    if (!most.empty()) text += "Most statements: " + listed(most) + ".\n";
    return text;
}

/// All files, or none: each is complete under a temporary name before the first is renamed.
std::vector<std::string> write_files(const graph::PositionGraph& graph,
                                     const BuildOptions& options) {
    std::vector<std::string> paths;
    std::vector<std::unique_ptr<Output>> outputs;
    for (const std::string& format : split_list(options.formats)) {
        paths.push_back((std::filesystem::path(options.folder) / ("graph." + format)).string());
        outputs.push_back(std::make_unique<Output>(paths.back()));
        outputs.back()->write(in_format(graph, format, {}));
        outputs.back()->flush();
    }
    for (const auto& output : outputs) output->commit();
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

int build(const BuildOptions& options) {
    const std::vector<std::string> files = article_files(options.articles);
    const std::vector<graph::Decision> decisions = decisions_in(options.decisions);
    graph::PositionGraph graph;
    if (!options.add.empty()) graph = read_graph(options.add);
    pipeline::Models models = load_models(options.models, options.actors, options.stances);
    if (!options.codebook.empty()) {
        models.codebook = extract::read_codebook(file_bytes(options.codebook), options.codebook);
    }
    make_folder(options.folder);

    // What is read now is the newest version of an article, whatever its dates say.
    const bool replaces = !options.add.empty();
    const ReadingRun run =
        read_articles(files, models, options.jobs,
                      [&graph, replaces](const Article& article, const Reading& reading) {
                          note_oddities(article, reading);
                          replaces ? graph::replace(graph, reading) : graph::add(graph, reading);
                      });
    if (run.articles == 0) {
        report_failures(run);
        return 1;
    }
    graph::prune(graph);
    note_rivals(graph);
    decide(graph, options.decisions, decisions);
    if (!options.all) graph = policy_part(std::move(graph));
    graph = confident_part(std::move(graph), options.confidence);

    const std::vector<std::string> paths = write_files(graph, options);
    std::string text = summary_text(graph, options.all) + "Written: " + listed(paths) + ".\n";
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
                 "everything that anybody says; else only what is on public policy, law, office or "
                 "relations of states");
    add_actors_option(app, options->actors);
    add_decisions_option(app, options->decisions);
    app.add_option("--codebook", options->codebook,
                   "name positions and issues as the codebook FILE does")
        ->option_text("FILE");
    add_confidence_option(app, options->confidence);
    add_stances_option(app, options->stances);
    add_models_option(app, options->models);
    add_jobs_option(app, options->jobs);
    return [options] { return build(*options); };
}

}  // namespace demarche::cli
