// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/relation.hpp"
#include "lexicon/words.hpp"

#include <cstddef>
#include <optional>
#include <vector>

/// Acts and attitudes by any word that names one: relation_words.tsv in memory. `words` must have
/// lemmas.
namespace demarche::lexicon {

struct ActMatch {
    TokenRange tokens;
    std::vector<Relation> relations;  ///< rising; more than one: the word alone does not tell
};

/// The longest entry that starts at `token` and ends by `end`.
[[nodiscard]] std::optional<ActMatch> act_at(const Words& words, std::size_t token,
                                             std::size_t end);

/// The acts named between `begin` and `end`, none overlapping another.
[[nodiscard]] std::vector<ActMatch> acts_in(const Words& words, TokenRange range);

/// What a cue's words name: the longest entry that is not plain saying, of equals the last
/// ("renewed accusations"). None if nothing is named, or the words leave several relations open.
[[nodiscard]] std::optional<Relation> act_of(const Words& words, const Spans& cue);

}  // namespace demarche::lexicon
