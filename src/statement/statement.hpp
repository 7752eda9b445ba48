// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "core/document.hpp"
#include "core/statement.hpp"
#include "draft/draft.hpp"

#include <vector>

/// All that was found to statements.
namespace demarche::statement {

/// Joins what the stages found; gives ids, dates and evidence. The document moves into the reading.
[[nodiscard]] Reading state(Document document, const std::vector<Attribution>& attributions,
                            draft::Cast cast, const std::vector<draft::Judgement>& judgements,
                            const std::vector<draft::Proposition>& propositions);

}  // namespace demarche::statement
