// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft/draft.hpp"
#include "lexicon/words.hpp"
#include "training/attribution_score.hpp"
#include "training/calibrate.hpp"
#include "training/gold_statement.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace demarche::training {

/// How well statements agree with those that people judged. Relation, polarity, factuality and
/// actor are counted over pairs; policy and position over all.
struct PositionScore {
    Counts found;
    double pairs = 0;
    double relation = 0;  ///< right ones
    double polarity = 0;
    double factuality = 0;
    double actor = 0;
    Counts negated;
    Counts policy;
    Counts position;  ///< on policy, with actor, relation and polarity right
    std::array<Counts, relation_table.size()> by_relation;
    /// judged, then found; of pairs.
    std::array<std::array<std::size_t, relation_table.size()>, relation_table.size()> confusion{};

    /// Mean F1 over the relations that people judged.
    [[nodiscard]] double macro() const;
};

/// For each found statement the number of the judged one that it shares most words with, one to
/// one; cue or content must share a word.
[[nodiscard]] std::vector<std::optional<std::size_t>> pair_statements(
    const draft::Draft& found, const std::vector<GoldStatement>& gold);

/// Whether the holders of a statement are those whom a person named: each is met by a name that is
/// alike (the same words in any order, the last words of it, or most of its words).
[[nodiscard]] bool holders_right(const GoldStatement& gold, const draft::Draft& draft,
                                 const draft::StatementDraft& found);

/// Whether a person would have judged so. \{
[[nodiscard]] bool relation_right(const GoldStatement& gold, Relation relation);
[[nodiscard]] bool all_right(const GoldStatement& gold, const draft::Draft& draft,
                             const draft::StatementDraft& found);
/// \}

/// Adds one article.
void score(const draft::Draft& found, const std::vector<GoldStatement>& gold, PositionScore& score);

/// Tables for people.
[[nodiscard]] std::string table(const PositionScore& score);
[[nodiscard]] std::string confusion_table(const PositionScore& score);

}  // namespace demarche::training
