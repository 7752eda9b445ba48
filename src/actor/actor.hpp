// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "core/document.hpp"
#include "draft/draft.hpp"
#include "lexicon/actor_registry.hpp"

#include <vector>

/// Sources to actors.
namespace demarche::actor {

/// Who it is that each attribution speaks of, by the actors known beforehand and the article.
[[nodiscard]] draft::Cast resolve_actors(const Document& document,
                                         const std::vector<Attribution>& attributions,
                                         const lexicon::ActorRegistry& registry);

/// The same with the registry that the program carries.
[[nodiscard]] draft::Cast resolve_actors(const Document& document,
                                         const std::vector<Attribution>& attributions);

}  // namespace demarche::actor
