// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attribution/model.hpp"
#include "learn/model_file.hpp"
#include "training/attribution_examples.hpp"
#include "training/attribution_recipe.hpp"
#include "training/attribution_score.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace demarche::training {

/// What has happened in training so far.
struct TrainingProgress {
    std::size_t network = 0;  ///< from 1
    std::size_t epoch = 0;    ///< from 1
    double token_loss = 0;    ///< nats a token
    double window_loss = 0;   ///< nats a token of a window
};

/// Learns a model. The documents have tags and trees of the same parser as later ones will have;
/// best of one that was not trained on these very texts. The same documents and recipe give the
/// same bytes. The card is left to who writes the file. \param made_with
/// that parser: the model works with no other
[[nodiscard]] learn::ModelFile train_attributions(
    const std::vector<AnnotatedDocument>& documents, const AttributionRecipe& recipe,
    const learn::Origins& made_with, const std::function<void(const TrainingProgress&)>& progress);

}  // namespace demarche::training
