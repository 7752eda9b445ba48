// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/relation.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche::query {

struct Column {
    std::string key;    ///< for machines: "first_date"
    std::string title;  ///< for people: "First date"
    bool number = false;
    std::size_t enough = 0;  ///< characters that people need to see of a cell; 0: all

    friend bool operator==(const Column&, const Column&) = default;
};

/// Characters of a statement's id that people see; find_statements takes the start of an id.
inline constexpr std::size_t statement_id_enough = 8;

/// An answer. Every row has one cell a column; a cell is plain text, a number in its shortest form
/// ("0.7", "-1", "12"), and empty where nothing is known.
struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;

    friend bool operator==(const Table&, const Table&) = default;
};

/// At most two decimals, no trailing zeros, no "-0": "0.7", "-1", "0".
[[nodiscard]] std::string decimal(double value);

/// "supports", "does not support".
[[nodiscard]] std::string phrase(Relation relation, Polarity polarity);

}  // namespace demarche::query
