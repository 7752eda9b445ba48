// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft/draft.hpp"
#include "proposition/codebook.hpp"

/// Contents to labels and issues.
namespace demarche::proposition {

/// Fills what each statement is on: a label that can be read without the article, the same for
/// those that say the same, and the issues that it turns on; those of `codebook` where it has them.
void name_propositions(draft::Draft& draft, const Codebook& codebook);

}  // namespace demarche::proposition
