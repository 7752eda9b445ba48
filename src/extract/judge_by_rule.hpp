// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "core/relation.hpp"
#include "extract/words.hpp"

#include <optional>

/// The relation of an attribution by table and pattern alone. What was learned weighs this reading
/// as one piece of evidence among others; rare relations rest on it.
namespace demarche::extract {

/// What a cue says by its own words.
struct CueReading {
    std::optional<Relation> relation;  ///< of the longest cue of cues.tsv in it
    bool negated = false;
    bool modal = false;  ///< "could", "may"
    bool would = false;
    bool narrow = false;  ///< see RuleJudgement
};

/// Reads verb groups: longest cue, negation, modals. A cue may go on behind the group: "asked" is
/// the cue as marked, "asked for" the one that the table knows.
[[nodiscard]] CueReading read_cue(const Words& words, const Spans& cue);

struct RuleJudgement {
    Relation relation = Relation::states;
    Polarity polarity = Polarity::affirmed;
    Factuality factuality = Factuality::actual;
    double confidence = 0;  ///< how often the way by which the relation was found is right, 0 to 1
    bool narrow = false;    ///< by a construction that training shows too seldom to weigh it
};

[[nodiscard]] RuleJudgement judge_by_rule(const Words& words, const Attribution& attribution);

/// The first word by which a content says that something must be so: "must", "needs (to)". One in a
/// condition or a question does not count.
[[nodiscard]] std::optional<std::size_t> must_at(const Words& words, const Spans& content);

/// Whether the content asks: "whether Riga plans to ...", "to what extent ...".
[[nodiscard]] bool opens_question(const Words& words, const Attribution& attribution);

}  // namespace demarche::extract
