// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/actor.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::lexicon {

/// One line of a table: cells separated by tabs.
struct Row {
    std::size_t line = 0;  ///< from 1
    std::vector<std::string_view> cells;
};

/// The rows of a tab-separated table with exactly `columns` cells each (missing ones at the end
/// count as empty); blank lines and lines that start with '#' are left out. The cells live as long
/// as `text`. `file` is the name for messages.
/// \throws InputError with the line of a row that has too many cells or an empty first one.
[[nodiscard]] std::vector<Row> read_rows(std::string_view text, std::size_t columns,
                                         const std::string& file);

/// The parts of a cell, separated by '|'; none of an empty cell.
[[nodiscard]] std::vector<std::string_view> parts(std::string_view cell);

/// The kind that a cell names. \throws InputError with file and line: there is none of that name.
[[nodiscard]] ActorKind actor_kind_named(std::string_view cell, const std::string& file,
                                         std::size_t line);

}  // namespace demarche::lexicon
