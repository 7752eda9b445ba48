#pragma once

#include "extract/attribution_examples.hpp"
#include "extract/attribution_model.hpp"
#include "extract/attribution_recipe.hpp"
#include "extract/attribution_score.hpp"
#include "learn/model_file.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace demarche::extract {

/// What has happened in training so far.
struct TrainingProgress {
    std::size_t network = 0;  ///< from 1
    std::size_t epoch = 0;    ///< from 1
    double token_loss = 0;    ///< nats a token
    double window_loss = 0;   ///< nats a token of a window
};

/// Learns a model. The documents have tags and trees of the same parser as later ones will have; best
/// of one that was not trained on these very texts. The same documents and recipe give the same
/// bytes. The card is left to who writes the file.
[[nodiscard]] learn::ModelFile train_attributions(
    const std::vector<AnnotatedDocument>& documents, const AttributionRecipe& recipe,
    const std::function<void(const TrainingProgress&)>& progress);

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
    AttributionScore score;        ///< of everything found
    AttributionScore outer_score;  ///< of what is not reported by another one: corpora mark one level
    std::vector<CalibrationRow> calibration;
};

/// How well a model reads documents that people marked; several annotators count as their mean.
[[nodiscard]] AttributionEvaluation evaluate_attributions(
    const std::vector<AnnotatedDocument>& documents, const AttributionModel& model);

}  // namespace demarche::extract
