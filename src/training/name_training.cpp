// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/name_training.hpp"

#include "core/error.hpp"
#include "learn/settings.hpp"
#include "syntax/name_features.hpp"
#include "training/conllu.hpp"
#include "training/name_score.hpp"

#include <sstream>
#include <utility>

namespace demarche::training {
using namespace syntax;
namespace {

bool add_corpus(std::string_view value, std::vector<NameRecipe::Corpus>& corpora) {
    std::istringstream words{std::string(value)};
    NameRecipe::Corpus corpus;
    if (!(words >> corpus.scheme >> corpus.file)) return false;
    for (std::string word; words >> word;) {
        if (!word.starts_with("weight=") || !learn::to_number(corpus.weight)(word.substr(7)))
            return false;
    }
    corpora.push_back(std::move(corpus));
    return true;
}

learn::Setter to_text(std::string& to) {
    return [&to](std::string_view value) {
        to = value;
        return !to.empty();
    };
}

}  // namespace

NameRecipe read_name_recipe(std::string_view text, const std::string& file) {
    NameRecipe recipe;
    learn::SparseTraining& training = recipe.training;
    learn::read_settings(
        text, file,
        {
            {"seed", learn::to_number(training.seed)},
            {"epochs", learn::to_number(training.epochs)},
            {"rate", learn::to_number(training.rate)},
            {"decay", learn::to_number(training.decay)},
            {"dropout", learn::to_number(training.dropout)},
            {"least", learn::to_number(training.least)},
            {"smallest", learn::to_number(training.smallest)},
            {"corpus",
             [&recipe](std::string_view value) { return add_corpus(value, recipe.corpora); }},
            {"words", to_text(recipe.words)},
            {"run_as", to_text(recipe.run_as)},
            {"language", to_text(recipe.language)},
        });
    if (recipe.corpora.empty()) {
        throw InputError(file, "names no corpus. Give at least one 'corpus = SCHEME FILE'.");
    }
    if (recipe.run_as.empty()) recipe.run_as = recipe.corpora.back().scheme;
    return recipe;
}

learn::ModelFile train_names(const NameRecipe& recipe, const std::string& folder,
                             const std::string& words, const Model& model,
                             const std::function<void(std::string_view)>& progress) {
    const WordClasses classes(words, recipe.words);
    std::vector<learn::SparseExample> examples;
    for (const NameRecipe::Corpus& corpus : recipe.corpora) {
        progress("reading " + corpus.file);
        const std::string scheme = corpus.scheme == recipe.run_as ? "" : corpus.scheme;
        const auto treebank = read_conllu_file(folder + "/" + corpus.file);
        for (const NamedDocument& article : named_documents(treebank, model, corpus.scheme)) {
            auto chains = describe_names(article.document, classes, scheme);
            for (std::size_t s = 0; s < chains.size(); ++s) {
                auto& example = examples.emplace_back();
                example.tokens = std::move(chains[s]);
                for (const std::string& tag : article.tags[s])
                    example.labels.push_back(name_label(tag));
                example.weight = corpus.weight;
            }
        }
    }
    const auto chain =
        learn::train_sparse_chain(examples, 2 * name_kinds.size() + 1, recipe.training,
                                  [&progress](std::size_t epoch, double loss) {
                                      progress("epoch " + std::to_string(epoch) +
                                               ": loss of a token " + std::to_string(loss));
                                  });
    learn::ModelFile file;
    file.kind = "names";
    file.language = recipe.language;
    file.fingerprint = name_fingerprint();
    learn::note_origins({{"syntax", model.digest()}}, file);
    file.seed = recipe.training.seed;
    file.texts["word classes"] = words;
    file.texts["run as"] = recipe.run_as;
    chain.store(file, "");
    return file;
}

}  // namespace demarche::training
