// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Isotonic regression (pool adjacent violators, Ayer et al. 1955): scores in rising order start as
// pools of one; wherever a pool's mean is below the one before it, the two become one. So the
// probability never falls with the score, and nothing else is assumed. For right = 1, wrong = 0:
//
//     score  0.2 0.4 0.5 0.9         pools  (0.2) 0 | (0.4 0.5) 1/2 | (0.9) 1
//     right   0   1   0   1
//
// Pools are begun with twenty attributions each, so that no probability rests on one or two.
// Limit: scores beyond the first and last pools' means get those pools' probabilities.

#include "training/calibrate.hpp"

#include "attribution/find_attributions.hpp"

#include <algorithm>
#include <utility>

namespace demarche::training {
namespace {

struct Pool {
    double score = 0;  // sums
    double right = 0;
    double count = 0;

    [[nodiscard]] double mean() const { return right / count; }
};

attribution::Calibration isotonic(std::vector<Judged> judged) {
    constexpr double pool_size = 20;
    std::sort(judged.begin(), judged.end(), [](const Judged& a, const Judged& b) {
        return std::pair(a.confidence, a.lenient) < std::pair(b.confidence, b.lenient);
    });
    std::vector<Pool> pools;
    Pool open;
    const auto close = [&] {
        pools.push_back(open);
        open = {};
        while (pools.size() > 1 && pools[pools.size() - 2].mean() >= pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().score += last.score;
            pools.back().right += last.right;
            pools.back().count += last.count;
        }
    };
    for (const Judged& each : judged) {
        open.score += each.confidence;
        open.right += each.lenient ? 1 : 0;
        open.count += 1;
        if (open.count >= pool_size) close();
    }
    if (open.count > 0) close();
    attribution::Calibration calibration;
    for (const Pool& pool : pools) {
        calibration.scores.push_back(static_cast<float>(pool.score / pool.count));
        calibration.probabilities.push_back(static_cast<float>(pool.mean()));
    }
    return calibration;
}

}  // namespace

void judge(const AnnotatedDocument& annotated, const std::vector<Attribution>& found,
           std::vector<Judged>& judged) {
    if (annotated.annotations.empty()) return;
    const Annotation& gold = annotated.annotations.front();
    const std::vector<Agreement> agreements =
        agreement(annotated.document.text, gold.attributions, found);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const bool left_out =
            std::any_of(gold.discard.begin(), gold.discard.end(),
                        [&](const Span& span) { return span.overlaps(found[i].cue.front()); });
        if (left_out) continue;
        judged.push_back({found[i].confidence, agreements[i].lenient, agreements[i].exact});
    }
}

attribution::Calibration calibrate(const std::vector<const AnnotatedDocument*>& held_out,
                                   const attribution::AttributionModel& model) {
    std::vector<Judged> judged;
    for (const AnnotatedDocument* each : held_out) {
        std::vector<Attribution> outer =
            attribution::find_attributions(lexicon::Words(each->document), model, each->encodings,
                                           lexicon::ActorRegistry::built_in());
        std::erase_if(outer, [](const Attribution& one) { return one.reported_by.has_value(); });
        judge(*each, outer, judged);
    }
    return judged.empty() ? attribution::Calibration{{0, 1}, {0, 1}} : isotonic(std::move(judged));
}

std::vector<CalibrationRow> calibration_table(const std::vector<Judged>& judged) {
    constexpr std::size_t rows = 10;
    std::vector<CalibrationRow> table(rows);
    for (std::size_t r = 0; r < rows; ++r) {
        table[r].from = static_cast<double>(r) / rows;
        table[r].to = static_cast<double>(r + 1) / rows;
    }
    for (const Judged& each : judged) {
        const auto r = std::min(rows - 1, static_cast<std::size_t>(each.confidence * rows));
        ++table[r].count;
        table[r].confidence += each.confidence;
        table[r].lenient += each.lenient ? 1 : 0;
        table[r].exact += each.exact ? 1 : 0;
    }
    std::erase_if(table, [](const CalibrationRow& row) { return row.count == 0; });
    for (CalibrationRow& row : table) {
        for (double* sum : {&row.confidence, &row.lenient, &row.exact}) {
            *sum /= static_cast<double>(row.count);
        }
    }
    return table;
}

}  // namespace demarche::training
