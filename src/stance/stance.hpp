// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft/draft.hpp"
#include "stance/model.hpp"
#include "stance/stance_table.hpp"

/// Attributions to relations, with polarity, factuality and confidence.
namespace demarche::stance {

/// Fills the stance of each statement, by what was learned; its value is that of `stances`.
void classify_stances(draft::Draft& draft, const PositionModel& model, const StanceTable& stances);

}  // namespace demarche::stance
