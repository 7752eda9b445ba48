// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::text {

/// Text that is valid UTF-8, and what had to be replaced for it.
struct ValidText {
    std::string text;
    std::size_t replaced = 0;             ///< number of U+FFFD put in
    std::vector<Diagnostic> diagnostics;  ///< one for each run of bad bytes, the first few only
};

/// Whether all of `bytes` is well-formed UTF-8.
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// `bytes` with each maximal bad subpart replaced by one U+FFFD (Unicode 15, section 3.9, "Best
/// Practices for Using U+FFFD"; Python's errors="replace" does the same).
[[nodiscard]] ValidText repaired(std::string_view bytes);

/// Adds at most `most` of `found` to `all`, and one that counts the rest.
void append_diagnostics(std::vector<Diagnostic>& all, std::vector<Diagnostic> found,
                        std::size_t most);

}  // namespace demarche::text
