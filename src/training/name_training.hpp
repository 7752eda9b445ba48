// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/model_file.hpp"
#include "learn/sparse_chain.hpp"
#include "syntax/model.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::training {

/// All that makes a model of names but the corpora and the model of syntax.
///
///     seed = 1
///     corpus = gum ud-gum-train.conllu.gz
///     corpus = news polnear-corenlp-train.conllu.gz
///     words = names-en.words
struct NameRecipe {
    struct Corpus {
        std::string scheme;
        std::string file;  ///< inside the folder of the corpora
        float weight = 1;  ///< of a sentence
    };
    learn::SparseTraining training;
    std::vector<Corpus> corpora;
    std::string words;   ///< file of the word classes, beside the recipe; may be empty
    std::string run_as;  ///< scheme of new text
    std::string language = "en";
};

/// \throws InputError with file and line at an unknown key or a value that is none.
[[nodiscard]] NameRecipe read_name_recipe(std::string_view text, const std::string& file);

/// \param folder of the corpora
/// \param words the text of the word classes
/// \param progress gets a line now and then
/// \throws InputError if a corpus cannot be read, or there is a mistake in the word classes.
[[nodiscard]] learn::ModelFile train_names(const NameRecipe& recipe, const std::string& folder,
                                           const std::string& words, const syntax::Model& model,
                                           const std::function<void(std::string_view)>& progress);

}  // namespace demarche::training
