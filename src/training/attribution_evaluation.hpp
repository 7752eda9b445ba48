// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attribution/model.hpp"
#include "training/attribution_examples.hpp"
#include "training/attribution_score.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche::training {

/// One row of a table of confidence against truth.
struct CalibrationRow {
    double from = 0;        ///< confidence, included
    double to = 0;          ///< excluded, but for the last
    std::size_t count = 0;  ///< attributions
    double confidence = 0;  ///< their mean
    double lenient = 0;     ///< share of which all stated roles overlap with one that was marked
    double exact = 0;       ///< ... are the same words
};

struct AttributionEvaluation {
    AttributionScore score;  ///< of everything found
    /// Of what is not reported by another one: corpora mark one level
    AttributionScore outer_score;
    std::vector<CalibrationRow> calibration;
};

/// How well a model reads documents that people marked; several annotators count as their mean.
[[nodiscard]] AttributionEvaluation evaluate_attributions(
    const std::vector<AnnotatedDocument>& documents, const attribution::AttributionModel& model);

/// For people: the figures of everything found, of the first level alone, and the calibration.
[[nodiscard]] std::string table(const AttributionEvaluation& evaluation);

}  // namespace demarche::training
