// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "core/document.hpp"
#include "core/statement.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// Document to attributions, actors, statements.
namespace demarche::extract {

class ActorRegistry;
struct PositionModel;
struct StanceTable;

/// The people and bodies of one article. Indices run over the attributions.
struct Cast {
    /// Of one attribution; numbers are indices into `actors`.
    struct Roles {
        /// At least one; the author or an unknown where none is stated
        std::vector<std::size_t> holders;
        std::optional<std::size_t> addressee;
        std::optional<std::size_t> target;
    };
    /// With ids; `part_of` and `represents` are ids of actors in the list
    std::vector<Actor> actors;
    std::vector<Roles> roles;             ///< one an attribution
    std::vector<Diagnostic> diagnostics;  ///< names that may be several people
};

/// Who it is that each attribution speaks of, by the actors known beforehand and the article.
[[nodiscard]] Cast resolve_actors(const Document& document,
                                  const std::vector<Attribution>& attributions,
                                  const ActorRegistry& registry);

/// The same with the registry that the program carries.
[[nodiscard]] Cast resolve_actors(const Document& document,
                                  const std::vector<Attribution>& attributions);

/// What kind of act or attitude each attribution is.
struct Judgement {
    Relation relation = Relation::states;
    Polarity polarity = Polarity::affirmed;
    Factuality factuality = Factuality::actual;
    double stance = 0;
    bool policy = false;
    double confidence = 0;  ///< that actor, relation and polarity are right, 0 to 1
};

/// One an attribution, judged by what was learned; the stances are those of `stances`.
[[nodiscard]] std::vector<Judgement> judge(const Document& document,
                                           const std::vector<Attribution>& attributions,
                                           const Cast& cast, const PositionModel& model,
                                           const StanceTable& stances);

/// What each attribution is about.
struct Proposition {
    std::string label;                ///< affirmative, at most about 14 words
    std::vector<std::string> issues;  ///< labels
};

struct Codebook;

[[nodiscard]] std::vector<Proposition> propose(const Document& document,
                                               const std::vector<Attribution>& attributions,
                                               const Cast& cast,
                                               const std::vector<Judgement>& judgements,
                                               const Codebook& codebook,
                                               const ActorRegistry& registry);

/// Joins what the stages found; gives ids, dates and evidence. The document moves into the reading.
[[nodiscard]] Reading state(Document document, const std::vector<Attribution>& attributions,
                            Cast cast, const std::vector<Judgement>& judgements,
                            const std::vector<Proposition>& propositions);

}  // namespace demarche::extract
