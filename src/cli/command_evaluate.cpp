// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/choices.hpp"
#include "cli/models.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "training/annotated.hpp"
#include "training/attribution_evaluation.hpp"
#include "training/name_score.hpp"
#include "training/position_training.hpp"
#include "training/raw_text.hpp"
#include "training/syntax_score.hpp"
#include "training/treebank.hpp"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <memory>
#include <string>

namespace demarche::cli {

namespace {

struct EvaluateOptions {
    std::string kind;
    std::string gold;
    std::string model;
    std::string syntax;
    training::Selection selection;
    std::string treebank;
    std::string output;
    bool raw = false;
    bool join_hyphens = false;
};

std::string evaluate_names(const EvaluateOptions& options) {
    const auto model = syntax::NameModel::load(model_file(name_model, options.model));
    const auto trees = syntax::Model::load(model_file(syntax_model, options.syntax));
    const auto gold = training::read_conllu_file(options.gold);
    const std::string& scheme = options.treebank.empty() ? model.run_as : options.treebank;
    return training::table(
        training::evaluate_names(training::named_documents(gold, trees, scheme), model, scheme));
}

std::string evaluate_syntax(const EvaluateOptions& options) {
    const auto model = syntax::Model::load(model_file(syntax_model, options.model));
    auto gold = training::read_conllu_file(options.gold);
    if (options.join_hyphens) {
        for (training::Tree& tree : gold) tree = training::join_hyphens(tree);
    }
    const training::Scores scores = options.raw
                                        ? training::evaluate_raw(gold, model, options.treebank)
                                        : training::evaluate(gold, model, options.treebank);
    return training::table(scores);
}

std::string evaluate_attributions(const EvaluateOptions& options) {
    const auto models = pipeline::load_models(
        model_file(syntax_model, options.syntax), model_file(name_model, ""),
        model_file(attribution_model, options.model), model_file(position_model, ""));
    return training::table(training::evaluate_attributions(
        training::annotated_documents(options.gold, models.syntax, options.selection),
        models.attributions));
}

std::string evaluate_positions(const EvaluateOptions& options) {
    const auto models = pipeline::load_models(
        model_file(syntax_model, options.syntax), model_file(name_model, ""),
        model_file(attribution_model, ""), model_file(position_model, options.model));
    return training::table(training::evaluate_positions(
        training::gold_documents(options.gold, models.syntax, models.names), models.attributions,
        models.positions));
}

int evaluate(const EvaluateOptions& options) {
    std::string figures;
    if (options.kind == "syntax") {
        figures = evaluate_syntax(options);
    } else if (options.kind == "names") {
        figures = evaluate_names(options);
    } else if (options.kind == "attributions") {
        figures = evaluate_attributions(options);
    } else {
        figures = evaluate_positions(options);
    }
    write_whole(options.output, figures);
    return 0;
}

}  // namespace

Run set_up_evaluate(CLI::App& app) {
    const auto options = std::make_shared<EvaluateOptions>();
    app.add_option("WHAT", options->kind,
                   "what is measured: syntax, names, attributions or positions")
        ->check(one_of("kind of model", {"syntax", "names", "attributions", "positions"}))
        ->required()
        ->option_text(" ");
    app.add_option("--gold", options->gold,
                   "what is right, gzip'd or not: CoNLL-U, or for attributions and "
                   "positions JSON Lines with what people marked")
        ->required()
        ->option_text("FILE");
    app.add_option("-m,--model", options->model,
                   "the model to measure; without it, the one that came along")
        ->option_text("FILE");
    app.add_option(
           "--syntax", options->syntax,
           "names, attributions: read trees with this model; without it, with the one that came "
           "along")
        ->option_text("FILE");
    app.add_option("--only", options->selection.only,
                   "attributions: measure on articles whose ids begin so")
        ->option_text("PREFIX");
    app.add_option("--treebank", options->treebank,
                   "syntax, names: read in the manner of this treebank of the training, instead of "
                   "the one that "
                   "articles are read in")
        ->option_text("NAME");
    app.add_flag("--raw", options->raw,
                 "read the treebank's text from its characters on, instead of its words");
    app.add_flag("--join-hyphens", options->join_hyphens,
                 "take words with hyphens between them as one, as articles are read");
    app.add_option("-o,--output", options->output, "write to FILE instead of standard output")
        ->option_text("FILE");
    return [options] { return evaluate(*options); };
}

}  // namespace demarche::cli
