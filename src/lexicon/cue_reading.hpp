// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "core/relation.hpp"
#include "lexicon/words.hpp"

#include <cstddef>
#include <optional>

/// What the words of a cue, and the first words of a content, say of the relation.
namespace demarche::lexicon {

/// What a cue says by its own words.
struct CueReading {
    std::optional<Relation> relation;  ///< of the longest cue of cues.tsv in it
    bool negated = false;
    bool modal = false;  ///< "could", "may"
    bool would = false;
    bool narrow = false;  ///< by a construction that training shows too seldom to weigh it
};

/// Reads verb groups: longest cue, negation, modals. A cue may go on behind the group: "asked" is
/// the cue as marked, "asked for" the one that the table knows.
[[nodiscard]] CueReading read_cue(const lexicon::Words& words, const Spans& cue);

/// The same of one group of words.
[[nodiscard]] CueReading group_reading(const Words& words, TokenRange group);

/// The first word by which a content says that something must be so: "must", "needs (to)". One in a
/// condition or a question does not count.
[[nodiscard]] std::optional<std::size_t> must_at(const lexicon::Words& words, const Spans& content);

/// Whether the content asks: "whether Riga plans to ...", "to what extent ...".
[[nodiscard]] bool opens_question(const lexicon::Words& words, const Attribution& attribution);

}  // namespace demarche::lexicon
