// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"

#include <cstddef>

namespace demarche::text {

/// Parts the tokens [first_token, end_token) of paragraph `paragraph` into sentences and adds them.
/// One of more than 400 tokens is cut into parts of 200 to 400, behind a comma where there is one,
/// with a diagnostic. Complexity: linear.
void append_sentences(Document& document, std::size_t paragraph, std::size_t first_token,
                      std::size_t end_token);

}  // namespace demarche::text
