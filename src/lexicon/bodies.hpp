// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/actor.hpp"
#include "lexicon/words.hpp"

#include <optional>
#include <string>

namespace demarche::lexicon {

/// A ministry, parliament or high court that is named by a pattern, without its state.
struct PublicBody {
    std::string name;  ///< "Ministry of Foreign Affairs", whatever the article's way of saying it
    ActorKind kind = ActorKind::government_body;
    TokenRange tokens;
};

/// A state, an organisation and their like: what "it" may be, and who has a side, but nobody.
[[nodiscard]] bool is_body(ActorKind kind);

/// The first public body named in `phrase`: "Ministry of X", "X Ministry", "Department of X",
/// "foreign ministry", "MOFA", "parliament", "supreme court", "central bank".
[[nodiscard]] std::optional<PublicBody> public_body(const Words& words, TokenRange phrase);

/// Whether "the union", "the company" may stand for an actor of this kind.
[[nodiscard]] bool may_be_called(ActorKind kind, std::string_view noun);

}  // namespace demarche::lexicon
