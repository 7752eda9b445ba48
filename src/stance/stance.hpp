// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "core/document.hpp"
#include "draft/draft.hpp"
#include "stance/model.hpp"
#include "stance/stance_table.hpp"

#include <vector>

/// Attributions to relations, with polarity, factuality and confidence.
namespace demarche::stance {

/// One an attribution, judged by what was learned; the stances are those of `stances`.
[[nodiscard]] std::vector<draft::Judgement> judge(const Document& document,
                                                  const std::vector<Attribution>& attributions,
                                                  const draft::Cast& cast,
                                                  const PositionModel& model,
                                                  const StanceTable& stances);

}  // namespace demarche::stance
