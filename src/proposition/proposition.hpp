// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "core/document.hpp"
#include "draft/draft.hpp"
#include "lexicon/actor_registry.hpp"
#include "proposition/codebook.hpp"

#include <vector>

/// Contents to labels and issues.
namespace demarche::proposition {

/// What each attribution is on: a label that can be read without the article, the same for those
/// that say the same, and the issues that it turns on; those of `codebook` where it has them.
[[nodiscard]] std::vector<draft::Proposition> propose(
    const Document& document, const std::vector<Attribution>& attributions, const draft::Cast& cast,
    const std::vector<draft::Judgement>& judgements, const Codebook& codebook,
    const lexicon::ActorRegistry& registry);

}  // namespace demarche::proposition
