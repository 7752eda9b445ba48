// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/articles.hpp"
#include "cli/models.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "core/error.hpp"
#include "syntax/find_names.hpp"
#include "syntax/syntax.hpp"
#include "text/read.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace demarche::cli {

namespace {

struct ParseOptions {
    std::vector<std::string> articles;
    std::string format = "conllu";
    std::string model;
    std::string names;
    std::string output;
};

int parse_articles(const ParseOptions& options) {
    if (options.format != "conllu") {
        throw UsageError("unknown format '" + options.format + "'. Allowed is 'conllu'.");
    }
    const std::vector<std::string> files = article_files(options.articles);
    const auto model = syntax::Model::load(model_file(syntax_model, options.model));
    const auto names = syntax::NameModel::load(model_file(name_model, options.names));
    Output output(options.output);
    for_each_article(files, [&](Article&& article) {
        Document document = text::read(article);
        syntax::analyse(document, model);
        syntax::find_names(document, names);
        output.write(syntax::conllu(document));
    });
    output.commit();
    return 0;
}

}  // namespace

Run set_up_parse(CLI::App& app) {
    const auto options = std::make_shared<ParseOptions>();
    app.add_option("ARTICLE", options->articles,
                   "a text, HTML or JSON Lines file, a folder of such, or - for standard input")
        ->required()
        ->option_text("...");
    app.add_option("-m,--model", options->model,
                   "read with this model; without it, with the one that came along")
        ->option_text("FILE");
    app.add_option("--names", options->names,
                   "find names with this model; without it, with the one that came along")
        ->option_text("FILE");
    app.add_option("--format", options->format, "conllu, the only one there is")
        ->option_text("FORMAT");
    app.add_option("-o,--output", options->output, "write to FILE instead of standard output")
        ->option_text("FILE");
    return [options] { return parse_articles(*options); };
}

}  // namespace demarche::cli
