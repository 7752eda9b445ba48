// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/umachine.h>

#include <cstddef>
#include <string_view>

namespace demarche::text {

/// An HTML entity or character reference that scraping left in the text.
struct Entity {
    std::size_t length = 0;  ///< in bytes, with "&" and ";"; 0: there is none
    UChar32 c = 0;
};

/// The entity that starts at byte `at`, where an "&" stands: "&amp;", "&#8217;", "&#x2019;".
/// One without its semicolon is none.
[[nodiscard]] Entity entity_at(std::string_view text, std::size_t at);

}  // namespace demarche::text
