// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attribution/model.hpp"
#include "core/document.hpp"
#include "learn/model_file.hpp"
#include "stance/model.hpp"
#include "training/attribution_evaluation.hpp"
#include "training/gold_statement.hpp"
#include "training/position_recipe.hpp"
#include "training/position_score.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche::training {

/// An article with tags and trees, and what people judged in it.
struct GoldDocument {
    Document document;
    std::vector<GoldStatement> statements;
    learn::Matrix encodings{};  ///< of the parser's network, see view()
};

struct PositionEvaluation {
    PositionScore score;
    std::vector<CalibrationRow> calibration;  ///< `exact`: actor, relation and polarity are right
};

struct TrainedPositions {
    learn::ModelFile file;
    PositionEvaluation cross_validation;  ///< articles judged by what was learned from the others
};

/// Learns a model from attributions in the words that people marked and, where they pair, in those
/// that `reader` finds. The same documents, reader and recipe give the same bytes.
[[nodiscard]] TrainedPositions train_positions(const std::vector<GoldDocument>& documents,
                                               const attribution::AttributionModel& reader,
                                               const PositionRecipe& recipe,
                                               const learn::Origins& made_with);

/// How well a model judges what `reader` finds.
[[nodiscard]] PositionEvaluation evaluate_positions(const std::vector<GoldDocument>& documents,
                                                    const attribution::AttributionModel& reader,
                                                    const stance::PositionModel& model);

/// Tables for people: figures, relations, calibration.
[[nodiscard]] std::string table(const PositionEvaluation& evaluation);

}  // namespace demarche::training
