// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft/draft.hpp"
#include "learn/model_file.hpp"
#include "learn/sparse_classifier.hpp"
#include "stance/features.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::stance {

/// Of the relations in their order, of the tables of words that features are made of, and of how
/// they are made (its version is changed by hand with that): a model made for others is refused.
[[nodiscard]] std::string position_fingerprint();
inline constexpr std::string_view position_kind = "positions";

/// What judges attributions: see docs/positions.md.
struct PositionModel {
    learn::SparseClassifier relation;
    learn::SparseClassifier polarity;
    learn::SparseClassifier factuality;
    learn::SparseClassifier policy;      ///< class 1: it is
    learn::SparseClassifier confidence;  ///< class 1: actor, relation and polarity are right
    learn::Origins made_with;            ///< the models whose output it classifies
    double rule_weight = 0;     ///< added to the log-odds of the relation that the rules found
    double states_weight = 0;   ///< the same where that is states
    double negated_from = 0.5;  ///< probability from which a cue counts as negated
    double policy_from = 0.5;   ///< probability from which a statement is on policy

    PositionModel() = default;
    /// \throws InputError if the file lacks something.
    PositionModel(const learn::ModelFile& file, const std::string& path);

    void store(learn::ModelFile& file) const;
};

/// \throws InputError if there is no such file, or it is not a whole model of positions made for
///         these features.
[[nodiscard]] PositionModel read_position_model(const std::string& path);

/// The stance of one statement by its features, but for value and confidence.
struct LearnedStance {
    draft::Stance stance;
    double relation_probability = 0;
    double polarity_probability = 0;
};

[[nodiscard]] LearnedStance learned_stance(const StanceFeatures& features,
                                           const PositionModel& model);

/// What tells how sure a statement is: how sure its parts are, and how its holder was found.
[[nodiscard]] std::vector<learn::SparseFeature> confidence_features(
    const draft::Draft& draft, const draft::StatementDraft& statement,
    const LearnedStance& learned);

}  // namespace demarche::stance
