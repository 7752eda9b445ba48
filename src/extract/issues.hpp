// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "extract/compress.hpp"
#include "extract/registry.hpp"
#include "extract/words.hpp"

#include <string>
#include <vector>

/// What the positions of an article turn on.
namespace demarche::extract {

/// For each attribution the labels of its issues, at most three. An article has few: noun phrases
/// of two words or more that it says again.
[[nodiscard]] std::vector<std::vector<std::string>> issues_of(
    const Words& words, const ArticleWords& article, const std::vector<Attribution>& attributions,
    const ActorRegistry& registry);

}  // namespace demarche::extract
