// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "attribution/cues.hpp"

#include "learn/chain.hpp"
#include "learn/functions.hpp"

#include <algorithm>

namespace demarche::attribution {

std::vector<FoundCue> find_cues(const View& seen, learn::ConstView probabilities, double bias) {
    constexpr double least = 1e-6;
    const auto first = static_cast<std::size_t>(begins(Role::cue));
    const auto inside = static_cast<std::size_t>(goes_on(Role::cue));
    const learn::Matrix no_steps(3, 3);
    std::vector<FoundCue> cues;
    for (const auto& [begin, end] : seen.sentences) {
        learn::Matrix scores(3, end - begin);
        for (std::size_t t = begin; t < end; ++t) {
            const float* const p = probabilities.column(t);
            const auto in = static_cast<double>(p[first] + p[inside]);
            float* const score = scores.column(t - begin);
            score[0] = static_cast<float>(learn::logarithm(std::max(1 - in, least)));
            score[1] =
                static_cast<float>(learn::logarithm(std::max<double>(p[first], least)) + bias);
            score[2] =
                static_cast<float>(learn::logarithm(std::max<double>(p[inside], least)) + bias);
        }
        const std::vector<int> labels = learn::best_labels(no_steps, scores);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (labels[i] == 1) cues.push_back({{begin + i, begin + i}, 0});
            if (labels[i] == 2 && !cues.empty()) cues.back().tokens.last = begin + i;
        }
    }
    for (FoundCue& cue : cues) {
        for (std::size_t t = cue.tokens.first; t <= cue.tokens.last; ++t) {
            const float* const p = probabilities.column(t);
            cue.probability += static_cast<double>(p[first] + p[inside]);
        }
        cue.probability /= static_cast<double>(cue.tokens.last - cue.tokens.first + 1);
    }
    return cues;
}

}  // namespace demarche::attribution
