// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "draft/draft.hpp"
#include "learn/sparse_classifier.hpp"
#include "lexicon/words.hpp"
#include "stance/rule_stance.hpp"

#include <cstddef>
#include <vector>

/// What the learned judge is told of an attribution.
namespace demarche::stance {

struct JudgeFeatures {
    RuleJudgement rule;
    std::vector<learn::SparseFeature> relation;
    std::vector<learn::SparseFeature> polarity;  ///< for factuality too
    std::vector<learn::SparseFeature> policy;
};

/// One an attribution. `words` must have tags and trees.
[[nodiscard]] std::vector<JudgeFeatures> judge_features(
    const lexicon::Words& words, const std::vector<Attribution>& attributions,
    const draft::Cast& cast);

}  // namespace demarche::stance
