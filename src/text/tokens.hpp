// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace demarche::text {

/// Adds the words and marks of `text` at `part` to `tokens`, with span and form, until there are
/// `most` of them. Complexity: linear in the part's length.
/// \return the byte up to which it read: part.end, or less where `most` stopped it.
std::size_t append_tokens(std::string_view text, Span part, std::size_t most,
                          std::vector<Token>& tokens, std::vector<Diagnostic>& diagnostics);

}  // namespace demarche::text
