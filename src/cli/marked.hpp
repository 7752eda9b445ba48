// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/statement.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

/// The words of a statement, marked where they stand.
namespace demarche::cli {

/// What a character belongs to.
enum class Part { none, source, cue, content };

/// Characters by their place in an article, in code points; what is not known of the article is
/// simply not there.
struct MarkedText {
    struct Character {
        std::string bytes;  ///< one code point
        Part part = Part::none;
    };
    std::map<std::size_t, Character> characters;
    bool cut_before = false;  ///< something is left out before the first
    bool cut_after = false;   ///< or after the last
};

/// All that the graph knows: the words and what stands around them.
[[nodiscard]] MarkedText words_in_context(const Statement& statement);

/// The paragraphs of `document` in which the words stand, whole.
[[nodiscard]] MarkedText words_in_article(const Statement& statement, const Document& document);

/// Lines of at most `width` columns; below each, "=" marks the source, "^" the cue, "-" the
/// content. Where characters are left out stands "...". `coloured` colours the words, too.
[[nodiscard]] std::string marked_lines(const MarkedText& text, std::size_t width, bool coloured);

}  // namespace demarche::cli
