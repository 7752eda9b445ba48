// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace demarche::graph {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// The point of time that an ISO 8601 text names: "2013", "2013-10", "2013-10-25",
/// "2013-10-25T16:11", with seconds, a fraction and a zone ("Z", "+09:00", "+0900", "+09") where
/// they stand. A date alone is the start of its day; without a zone the time is UTC.
/// Nothing for any other text, an empty one, or a day that no calendar has.
[[nodiscard]] std::optional<Instant> instant(std::string_view text);

}  // namespace demarche::graph
