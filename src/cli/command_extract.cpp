#include "cli/articles.hpp"
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
    std::size_t jobs = default_jobs();
};

int extract(const ExtractOptions& options) {
    const std::vector<std::string> files = article_files(options.articles);
    Output output(options.output);
    const ReadingRun run = read_articles(files, load_models(options.models), options.jobs,
                                         [&output](const Article& article, const Reading& reading) {
                                             note_silence(article, reading);
                                             output.write(export_::line(reading));
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
    add_models_option(app, options->models);
    add_jobs_option(app, options->jobs);
    return [options] { return extract(*options); };
}

}  // namespace demarche::cli
