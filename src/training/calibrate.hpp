// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attribution/model.hpp"
#include "training/attribution_evaluation.hpp"
#include "training/attribution_examples.hpp"

#include <vector>

namespace demarche::training {

/// An attribution that was found, held against what people marked.
struct Judged {
    double confidence = 0;
    bool lenient = false;  ///< all roles that are marked overlap
    bool exact = false;    ///< all roles are the same words
};

/// Adds one entry for each of `found` that lies outside of what the first annotator left out.
void judge(const AnnotatedDocument& annotated, const std::vector<Attribution>& found,
           std::vector<Judged>& judged);

/// The chance that an attribution is right (lenient) by its raw confidence, on documents that the
/// model was not trained on: pool adjacent violators, then straight lines between the pools' means.
/// Without documents, the raw confidence itself.
[[nodiscard]] attribution::Calibration calibrate(
    const std::vector<const AnnotatedDocument*>& held_out,
    const attribution::AttributionModel& model);

/// Ten rows of equal width; empty ones are left out.
[[nodiscard]] std::vector<CalibrationRow> calibration_table(const std::vector<Judged>& judged);

}  // namespace demarche::training
