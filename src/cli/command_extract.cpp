// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/articles.hpp"
#include "cli/explained.hpp"
#include "cli/models.hpp"
#include "cli/notes.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "export/lines.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace demarche::cli {

namespace {

struct ExtractOptions {
    std::vector<std::string> articles;
    std::string output;
    std::string models;
    std::string actors;
    std::string stances;
    std::size_t jobs = default_jobs();
    bool outermost = false;
    bool explain = false;
};

int explain(const ExtractOptions& options) {
    const std::vector<std::string> files = article_files(options.articles);
    const pipeline::Models models = load_models(options.models, options.actors, options.stances);
    Output output(options.output);
    for_each_article(files, [&](Article&& article) { output.write(explained(article, models)); });
    output.commit();
    return 0;
}

/// Without what stands inside the report of another one.
Reading outermost(Reading reading) {
    std::erase_if(reading.statements,
                  [](const Statement& statement) { return !statement.reported_by.empty(); });
    return reading;
}

int extract(const ExtractOptions& options) {
    if (options.explain) return explain(options);
    const std::vector<std::string> files = article_files(options.articles);
    Output output(options.output);
    const ReadingRun run = read_articles(
        files, load_models(options.models, options.actors, options.stances), options.jobs,
        [&](const Article& article, const Reading& reading) {
            note_silence(article, reading);
            output.write(export_::line(options.outermost ? outermost(reading) : reading));
        });
    output.commit();
    report_failures(run);
    return run.failures.empty() ? 0 : 1;
}

}  // namespace

Run set_up_extract(CLI::App& app) {
    const auto options = std::make_shared<ExtractOptions>();
    app.add_option("ARTICLE", options->articles,
                   "a text, HTML or JSON Lines file, a folder of such, or - for standard input")
        ->required()
        ->option_text("...");
    app.add_option("-o,--output", options->output, "write to FILE instead of standard output")
        ->option_text("FILE");
    app.add_flag("--outermost", options->outermost,
                 "leave out what is reported inside another report, as corpora of attribution do");
    app.add_flag("--explain", options->explain,
                 "tell instead, for people, which words and features spoke for each cue, source "
                 "and content");
    add_actors_option(app, options->actors);
    add_stances_option(app, options->stances);
    add_models_option(app, options->models);
    add_jobs_option(app, options->jobs);
    return [options] { return extract(*options); };
}

}  // namespace demarche::cli
