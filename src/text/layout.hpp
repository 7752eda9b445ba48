// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/article.hpp"
#include "core/document.hpp"

namespace demarche::text {

/// Fills `document`'s paragraphs and their kinds from its text, and from these and the article's
/// own metadata title, published, modified, authors. Complexity: linear in the text.
void lay_out(const Article& article, Document& document);

}  // namespace demarche::text
