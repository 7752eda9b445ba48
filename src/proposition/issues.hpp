// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "lexicon/actor_registry.hpp"
#include "lexicon/words.hpp"
#include "proposition/compress.hpp"

#include <string>
#include <vector>

/// What the positions of an article turn on.
namespace demarche::proposition {

/// For each attribution the labels of its issues, at most three. An article has few: noun phrases
/// of two words or more that it says again.
[[nodiscard]] std::vector<std::vector<std::string>> issues_of(
    const lexicon::Words& words, const ArticleWords& article,
    const std::vector<Attribution>& attributions, const lexicon::ActorRegistry& registry);

}  // namespace demarche::proposition
