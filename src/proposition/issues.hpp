// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft/draft.hpp"
#include "proposition/compress.hpp"

/// What the positions of an article turn on.
namespace demarche::proposition {

/// Fills the issues of each statement, at most three. An article has few: noun phrases of two words
/// or more that it says again.
void find_issues(const ArticleWords& article, draft::Draft& draft);

}  // namespace demarche::proposition
