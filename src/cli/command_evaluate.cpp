#include "cli/models.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "core/error.hpp"
#include "syntax/evaluate.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace demarche::cli {

namespace {

struct EvaluateOptions {
    std::string kind;
    std::string gold;
    std::string model;
    std::string treebank;
    std::string output;
};

int evaluate(const EvaluateOptions& options) {
    if (options.kind != "syntax") {
        throw UsageError("there is nothing to evaluate by the name '" + options.kind +
                         "'. Allowed is 'syntax'.");
    }
    const auto model = syntax::Model::load(model_file(syntax_model, options.model));
    const auto gold = syntax::read_conllu_file(options.gold);
    write_whole(options.output, syntax::table(syntax::evaluate(gold, model, options.treebank)));
    return 0;
}

}  // namespace

Run set_up_evaluate(CLI::App& app) {
    const auto options = std::make_shared<EvaluateOptions>();
    app.add_option("WHAT", options->kind, "what is measured: syntax")->required()->option_text(" ");
    app.add_option("--gold", options->gold, "what is right: CoNLL-U, gzip'd or not")
        ->required()
        ->option_text("FILE");
    app.add_option("-m,--model", options->model, "the model to measure; without it, the one that came along")
        ->option_text("FILE");
    app.add_option("--treebank", options->treebank,
                   "read in the manner of this treebank of the training, instead of the one that "
                   "articles are read in")
        ->option_text("NAME");
    app.add_option("-o,--output", options->output, "write to FILE instead of standard output")
        ->option_text("FILE");
    return [options] { return evaluate(*options); };
}

}  // namespace demarche::cli
