// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/relation.hpp"
#include "draft/draft.hpp"
#include "lexicon/words.hpp"

#include <optional>

/// The relation of an attribution by table and pattern alone. What was learned weighs this reading
/// as one piece of evidence among others; rare relations rest on it.
namespace demarche::stance {

struct RuleStance {
    Relation relation = Relation::states;
    Polarity polarity = Polarity::affirmed;
    Factuality factuality = Factuality::actual;
    double confidence = 0;  ///< how often the way by which the relation was found is right, 0 to 1
    bool narrow = false;    ///< by a construction that training shows too seldom to weigh it
};

[[nodiscard]] RuleStance rule_stance(const lexicon::Words& words,
                                     const draft::StatementDraft& statement);

}  // namespace demarche::stance
