// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"
#include "core/judged_statement.hpp"
#include "extract/attribution_evaluation.hpp"
#include "extract/attribution_model.hpp"
#include "extract/position_model.hpp"
#include "extract/position_recipe.hpp"
#include "extract/position_score.hpp"
#include "learn/model_file.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche::extract {

/// An article with tags and trees, and what people judged in it.
struct JudgedDocument {
    Document document;
    std::vector<JudgedStatement> statements;
    learn::Matrix states{};  ///< of the parser's network, see view()
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
[[nodiscard]] TrainedPositions train_positions(const std::vector<JudgedDocument>& documents,
                                               const AttributionModel& reader,
                                               const PositionRecipe& recipe);

/// How well a model judges what `reader` finds.
[[nodiscard]] PositionEvaluation evaluate_positions(const std::vector<JudgedDocument>& documents,
                                                    const AttributionModel& reader,
                                                    const PositionModel& model);

/// Tables for people: figures, relations, calibration.
[[nodiscard]] std::string table(const PositionEvaluation& evaluation);

}  // namespace demarche::extract
