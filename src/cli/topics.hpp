// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// What `demarche help` tells of beside the verbs.
namespace demarche::cli {

struct Topic {
    std::string_view name;
    std::string (*text)(std::size_t width);  ///< for a screen of so many columns
};

/// "relations", "formats".
[[nodiscard]] std::span<const Topic> topics();

}  // namespace demarche::cli
