// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"

namespace demarche::text {

/// Finds the passages in quotation marks in the paragraphs that are read, from their tokens, and
/// fills document.quotations in text order. Complexity: linear.
void find_quotations(Document& document);

}  // namespace demarche::text
