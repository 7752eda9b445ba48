// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"

namespace demarche::text {

/// Whether the words that are read look like English: of at least twenty words one in ten is one of
/// the most frequent English ones that other languages do not have, or most bytes of fewer words
/// are ASCII. Complexity: linear in the tokens.
[[nodiscard]] bool looks_english(const Document& document);

}  // namespace demarche::text
