// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/relation.hpp"

#include <array>
#include <string>
#include <string_view>

namespace demarche::stance {

/// The holder's attitude to the affirmative proposition, -1 to 1, by relation and polarity.
struct StanceTable {
    struct Row {
        double affirmed = 0;
        double negated = 0;
    };
    std::array<Row, relation_table.size()> rows{};  ///< in the order of the enumeration

    /// The figures of core/relation.hpp.
    StanceTable();

    [[nodiscard]] double of(Relation relation, Polarity polarity) const {
        const Row& row = rows[static_cast<std::size_t>(relation)];
        return polarity == Polarity::affirmed ? row.affirmed : row.negated;
    }
};

/// Reads a table of one's own: lines "relation<TAB>affirmed<TAB>negated", figures from -1 to 1;
/// lines that are blank or start with '#' are left out. Relations without a line keep their
/// figures. \throws InputError with file and line: an unknown relation, one that stands twice, a
/// figure that
///         is none or lies outside.
[[nodiscard]] StanceTable read_stances(std::string_view text, const std::string& file);

}  // namespace demarche::stance
