#include "cli/articles.hpp"
#include "cli/verbs.hpp"
#include "core/error.hpp"
#include "learn/model_file.hpp"
#include "syntax/recipe.hpp"
#include "syntax/train.hpp"

#include <CLI/CLI.hpp>

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
};

int train(const TrainOptions& options) {
    if (options.kind != "syntax") {
        throw UsageError("there is nothing to train by the name '" + options.kind +
                         "'. Allowed is 'syntax'.");
    }
    const auto recipe = syntax::read_recipe(file_bytes(options.recipe), options.recipe);
    const auto show = [](std::string_view line) { std::cerr << line << std::endl; };
    // Written after each epoch, so that a long training that is stopped leaves what it learned.
    const auto keep = [&options](const syntax::Trained& trained) {
        learn::write_model(syntax::model_file(trained), options.model);
    };
    (void)syntax::train(recipe, options.corpora, show, keep);
    return 0;
}

}  // namespace

Run set_up_train(CLI::App& app) {
    const auto options = std::make_shared<TrainOptions>();
    app.add_option("WHAT", options->kind, "what the model is for: syntax")
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
    return [options] { return train(*options); };
}

}  // namespace demarche::cli
