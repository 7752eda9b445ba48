// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::text {

/// A line that says who wrote the article.
struct Byline {
    std::vector<Author> authors;
    std::string published;  ///< where a date stands behind the names; else empty
};

/// "By Park Hyun, Washington correspondent and Seok Jin-hwan, Blue House correspondent".
/// Names are two words or more with capitals; what follows a name and is none itself is its role.
/// A line that ends like a sentence ("By Tuesday, the troops had left.") is no byline.
[[nodiscard]] std::optional<Byline> read_byline(std::string_view line);

}  // namespace demarche::text
