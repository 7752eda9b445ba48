// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace demarche::text {

/// What a line of a news page is that belongs to the page and not to the article.
enum class Boilerplate {
    none,
    image,       ///< "[%%IMAGE1%%]", "(AP Photo/...)"
    contact,     ///< "Please direct questions or comments to [...]"
    navigation,  ///< "Read more: ...", "Advertisement"
    heading,     ///< "Related stories": short lines that follow it are navigation too
};

/// Judges one line by tables of phrases; a line of more than 400 bytes is none.
[[nodiscard]] Boilerplate boilerplate(std::string_view line);

}  // namespace demarche::text
