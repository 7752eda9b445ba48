// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/span.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace demarche::text {

/// A line that says when an article was published and modified, and nothing else.
struct Dateline {
    std::string published;  ///< ISO 8601, a date or a time with zone; empty if not stated
    std::string modified;   ///< likewise
};

/// "Posted on : 2013-10-28 16:11 KST Modified on : 2019-10-19 20:29 KST",
/// "Friday, September 9, 2016", "Updated 4:11 p.m. EDT, Oct. 28, 2013". A time whose zone is not
/// stated or not known is left out, the date kept.
[[nodiscard]] std::optional<Dateline> read_dateline(std::string_view line);

/// The date at the very start of a paragraph, with its weekday ("Thursday, May 7, 2015 On Tuesday
/// ..."), or empty.
[[nodiscard]] std::string leading_date(std::string_view paragraph);

/// A date or time from the input's metadata as ISO 8601, or empty if it is none.
[[nodiscard]] std::string iso_date(std::string_view value);

/// Where the first date in a line starts, or npos.
[[nodiscard]] std::size_t find_date(std::string_view line);

}  // namespace demarche::text
