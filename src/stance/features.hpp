// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft/draft.hpp"
#include "learn/sparse_classifier.hpp"
#include "stance/rule_stance.hpp"

#include <cstddef>
#include <vector>

/// What the learned judge is told of an attribution.
namespace demarche::stance {

struct StanceFeatures {
    RuleStance rule;
    std::vector<learn::SparseFeature> relation;
    std::vector<learn::SparseFeature> polarity;  ///< for factuality too
    std::vector<learn::SparseFeature> policy;
};

/// One a statement; its roles are filled. The document has tags and trees.
[[nodiscard]] std::vector<StanceFeatures> stance_features(const draft::Draft& draft);

}  // namespace demarche::stance
