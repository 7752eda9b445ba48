// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/actor.hpp"
#include "core/attribution.hpp"
#include "core/document.hpp"
#include "core/statement.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What the stages behind the words find out of one article, before it has ids and evidence.
namespace demarche::draft {

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

/// What kind of act or attitude each attribution is.
struct Judgement {
    Relation relation = Relation::states;
    Polarity polarity = Polarity::affirmed;
    Factuality factuality = Factuality::actual;
    double stance = 0;
    bool policy = false;
    double confidence = 0;  ///< that actor, relation and polarity are right, 0 to 1
};

/// What each attribution is about.
struct Proposition {
    std::string label;                ///< affirmative, at most about 14 words
    std::vector<std::string> issues;  ///< labels
};

}  // namespace demarche::draft
