// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/sparse_classifier.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace demarche::training {

/// A recipe as data: all that makes a model of positions but the corpus and the reading before.
///
///     # a comment
///     seed = 1
///     corpus = positions-train.jsonl
///     epochs = 30
struct PositionRecipe {
    std::uint64_t seed = 1;
    std::string corpus;      ///< inside the folder of the corpora: judged articles
    std::size_t folds = 10;  ///< of the cross-validation that confidence is learned from
    std::size_t epochs = 30;
    float rate = 0.1F;
    float relation_decay = 1;  ///< see learn::ClassifierTraining
    float polarity_decay = 1;
    float policy_decay = 1;
    float marked_weight = 1;  ///< of an attribution in the words that people marked
    float found_weight = 1;   ///< of one in the words that the program found itself
    /// Of one found where nobody judged anything, as an example of what is not on policy; a share
    /// of found_weight.
    float unjudged_weight = 0;
    double rule_weight = 0;  ///< see PositionModel
    double states_weight = 0;
    double negated_from = 0.5;
    double policy_from = 0.5;
};

/// \throws InputError with file and line at an unknown key or a value that is none.
[[nodiscard]] PositionRecipe read_position_recipe(std::string_view text, const std::string& file);

}  // namespace demarche::training
