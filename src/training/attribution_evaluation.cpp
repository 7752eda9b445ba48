// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/attribution_evaluation.hpp"

#include "attribution/find_attributions.hpp"
#include "training/calibrate.hpp"

#include <array>
#include <cstdio>

namespace demarche::training {

AttributionEvaluation evaluate_attributions(const std::vector<AnnotatedDocument>& documents,
                                            const attribution::AttributionModel& model) {
    AttributionEvaluation evaluation;
    std::vector<Judged> judged;
    for (const AnnotatedDocument& annotated : documents) {
        if (annotated.annotations.empty()) continue;
        const std::vector<Attribution> all =
            attribution::find_attributions(lexicon::Words(annotated.document), model,
                                           annotated.encodings, lexicon::ActorRegistry::built_in());
        std::vector<Attribution> outer = all;
        std::erase_if(outer, [](const Attribution& each) { return each.reported_by.has_value(); });
        AttributionScore own;
        AttributionScore own_outer;
        for (const Annotation& annotation : annotated.annotations) {
            own += score(annotated.document.text, annotation.attributions, all, annotation.discard);
            own_outer +=
                score(annotated.document.text, annotation.attributions, outer, annotation.discard);
        }
        const double share = 1 / static_cast<double>(annotated.annotations.size());
        own.scale(share);
        own_outer.scale(share);
        evaluation.score += own;
        evaluation.outer_score += own_outer;
        judge(annotated, outer, judged);
    }
    evaluation.calibration = calibration_table(judged);
    return evaluation;
}

std::string table(const AttributionEvaluation& evaluation) {
    std::string out = "all that is found\n" + table(evaluation.score) +
                      "\nwithout what is reported inside another one (corpora mark one level)\n" +
                      table(evaluation.outer_score) +
                      "\nconfidence of the latter, and how many were right\n"
                      "               count   mean  lenient  exact\n";
    for (const CalibrationRow& row : evaluation.calibration) {
        std::array<char, 96> line{};
        std::snprintf(line.data(), line.size(), "%.1f to %.1f %9zu %6.2f %8.2f %6.2f\n", row.from,
                      row.to, row.count, row.confidence, row.lenient, row.exact);
        out += line.data();
    }
    return out;
}

}  // namespace demarche::training
