// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/articles.hpp"
#include "cli/choices.hpp"
#include "cli/models.hpp"
#include "cli/terminal.hpp"
#include "cli/verbs.hpp"
#include "learn/model_file.hpp"
#include "training/annotated.hpp"
#include "training/attribution_recipe.hpp"
#include "training/attribution_training.hpp"
#include "training/name_training.hpp"
#include "training/position_recipe.hpp"
#include "training/position_training.hpp"
#include "training/syntax_recipe.hpp"
#include "training/syntax_training.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

namespace demarche::cli {

namespace {

struct TrainOptions {
    std::string kind;
    std::string recipe;
    std::string corpora;
    std::string model;
    std::string syntax;
    std::string attributions;
    training::Selection selection;
    bool progress = false;
};

using Say = std::function<void(std::string_view)>;

void train_syntax(const TrainOptions& options, const Say& say) {
    const auto recipe = training::read_recipe(file_bytes(options.recipe), options.recipe);
    // Written after each epoch, so that a long training that is stopped leaves what it learned.
    const auto keep = [&options](const training::Trained& trained) {
        learn::write_model(training::model_file(trained), options.model);
    };
    (void)training::train(recipe, options.corpora, say, keep);
}

void train_attributions(const TrainOptions& options, const Say& say) {
    const auto recipe =
        training::read_attribution_recipe(file_bytes(options.recipe), options.recipe);
    const auto trees = syntax::Model::load(model_file(syntax_model, options.syntax));
    const auto documents = training::annotated_documents(options.corpora + "/" + recipe.corpus,
                                                         trees, options.selection);
    const auto show = [&say](const training::TrainingProgress& now) {
        say("network " + std::to_string(now.network) + " epoch " + std::to_string(now.epoch) +
            ": loss of a token " + std::to_string(now.token_loss) + ", in a window " +
            std::to_string(now.window_loss));
    };
    learn::write_model(
        training::train_attributions(documents, recipe, {{"syntax", trees.digest()}}, show),
        options.model);
}

void train_names(const TrainOptions& options, const Say& say) {
    const auto recipe = training::read_name_recipe(file_bytes(options.recipe), options.recipe);
    const auto trees = syntax::Model::load(model_file(syntax_model, options.syntax));
    const auto beside = std::filesystem::path(options.recipe).parent_path() / recipe.words;
    const std::string words = recipe.words.empty() ? "" : file_bytes(beside.string());
    learn::write_model(training::train_names(recipe, options.corpora, words, trees, say),
                       options.model);
}

void train_positions(const TrainOptions& options, const Say& say) {
    const auto recipe = training::read_position_recipe(file_bytes(options.recipe), options.recipe);
    const auto trees = syntax::Model::load(model_file(syntax_model, options.syntax));
    const auto reader =
        attribution::read_attribution_model(model_file(attribution_model, options.attributions));
    const auto names = syntax::NameModel::load(model_file(name_model, ""));
    const auto documents =
        training::gold_documents(options.corpora + "/" + recipe.corpus, trees, names);
    const auto trained = training::train_positions(
        documents, reader, recipe,
        {{"syntax", trees.digest()}, {"names", names.digest}, {"attributions", reader.digest}});
    say("cross-validation over " + std::to_string(recipe.folds) + " folds of " +
        std::to_string(documents.size()) + " articles:\n" +
        training::table(trained.cross_validation));
    learn::write_model(trained.file, options.model);
}

int train(const TrainOptions& options) {
    const bool shown = options.progress || progress_wanted();
    const Say say = [shown](std::string_view line) {
        if (shown) std::cerr << line << std::endl;
    };
    if (options.kind == "syntax") {
        train_syntax(options, say);
    } else if (options.kind == "attributions") {
        train_attributions(options, say);
    } else if (options.kind == "names") {
        train_names(options, say);
    } else {
        train_positions(options, say);
    }
    return 0;
}

}  // namespace

Run set_up_train(CLI::App& app) {
    const auto options = std::make_shared<TrainOptions>();
    app.add_option("WHAT", options->kind,
                   "what the model is for: syntax, names, attributions or positions")
        ->check(one_of("kind of model", {"syntax", "names", "attributions", "positions"}))
        ->required()
        ->option_text(" ");
    app.add_option("--recipe", options->recipe, "the recipe to follow")
        ->required()
        ->option_text("FILE");
    app.add_option("--corpora", options->corpora, "the folder of the corpora that the recipe names")
        ->required()
        ->option_text("FOLDER");
    app.add_option("-m,--model", options->model, "write the model to FILE")
        ->required()
        ->option_text("FILE");
    app.add_option("--syntax", options->syntax,
                   "all but syntax: read trees with this model; without it, with the one that came "
                   "along")
        ->option_text("FILE");
    app.add_option("--attributions", options->attributions,
                   "positions: find attributions with this model; without it, with the one that "
                   "came along")
        ->option_text("FILE");
    app.add_option("--leave-out", options->selection.leave_out,
                   "attributions: do not learn from articles whose ids begin so")
        ->option_text("PREFIX");
    app.add_flag("--progress", options->progress,
                 "tell of each round on standard error, also where that is no terminal");
    return [options] { return train(*options); };
}

}  // namespace demarche::cli
