// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"

#include <string>
#include <string_view>
#include <vector>

/// An HTML page made ready for a parser: what it may hold is without bound, what a parser is given
/// is not.
namespace demarche::text {

/// A page and what was odd about it. Spans of the diagnostics are empty: they are of no text.
struct Page {
    std::string html;  ///< valid UTF-8 without NUL
    std::vector<Diagnostic> diagnostics;
};

/// The page in UTF-8. Its encoding is that of its byte order mark; else UTF-8 where it is valid;
/// else the one that a <meta> in its first 1,024 bytes names, by the labels of the WHATWG Encoding
/// Standard ("iso-8859-1" is windows-1252); else UTF-8 or windows-1252, whichever leaves fewer bad
/// bytes. A bad byte becomes U+FFFD, with a diagnostic. Complexity: linear.
[[nodiscard]] Page decoded_page(std::string_view bytes);

/// The page with the attributes alone that its metadata stands in, without tags deeper than 500
/// elements (their text and its paragraphs stay) and without end tags that end nothing, so that
/// each tag costs a parser a bounded time. What is lost by a comment or a tag that never ends is
/// told by a diagnostic. Complexity: linear.
void tidy_tags(Page& page);

}  // namespace demarche::text
