// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::training {

/// Counts that precision and recall are made of.
struct Counts {
    double right_predicted = 0;
    double predicted = 0;
    double right_gold = 0;
    double gold = 0;

    Counts& operator+=(const Counts& other);
    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
};

/// How well attributions agree with those that people marked. Words, runs of letters and digits,
/// are compared, so punctuation at the edges does not count.
struct AttributionScore {
    struct OfRole {
        Counts token;    ///< words that carry the role
        Counts overlap;  ///< spans that share a word with the other side
        Counts exact;    ///< spans of the same words
    };
    std::array<OfRole, 3> roles;  ///< source, cue, content
    Counts lenient;  ///< attributions, paired one to one: every role that gold states overlaps
    Counts exact;    ///< ... all roles are the same words

    AttributionScore& operator+=(const AttributionScore& other);
    /// Every count times `share`: an article with several annotators counts as their mean.
    void scale(double share);
};

/// Scores one article against one annotator. Words in `discard` are left out on both sides.
[[nodiscard]] AttributionScore score(std::string_view text, const std::vector<Attribution>& gold,
                                     const std::vector<Attribution>& predicted,
                                     const Spans& discard);

/// How a predicted attribution agrees with the marked one that it is paired with.
struct Agreement {
    bool lenient = false;
    bool exact = false;
};

/// One for each predicted attribution; unpaired ones agree in nothing.
[[nodiscard]] std::vector<Agreement> agreement(std::string_view text,
                                               const std::vector<Attribution>& gold,
                                               const std::vector<Attribution>& predicted);

/// A table for people.
[[nodiscard]] std::string table(const AttributionScore& score);

}  // namespace demarche::training
