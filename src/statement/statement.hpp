// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/statement.hpp"
#include "draft/draft.hpp"

/// All that was found to statements.
namespace demarche::statement {

/// Joins what the rooms found; gives ids, dates and evidence. Of the draft nothing is left.
[[nodiscard]] Reading statements_of(draft::Draft& draft);

}  // namespace demarche::statement
