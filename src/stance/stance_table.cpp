// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "stance/stance_table.hpp"

#include "core/error.hpp"
#include "lexicon/tsv.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace demarche::stance {
using namespace lexicon;
namespace {

enum Column { relation_column, affirmed_column, negated_column, column_count };

double figure(std::string_view cell, std::string_view what, const std::string& file,
              std::size_t line) {
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const bool whole = error == std::errc() && end == cell.data() + cell.size();
    if (!whole || !(value >= -1 && value <= 1)) {
        throw InputError(file, line, 0,
                         "'" + std::string(cell) + "' is no stance for '" + std::string(what) +
                             "'. Write a figure from -1 (against) to 1 (for).");
    }
    return value;
}

}  // namespace

StanceTable::StanceTable() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i] = {relation_table[i].stance, relation_table[i].negated_stance};
    }
}

StanceTable read_stances(std::string_view text, const std::string& file) {
    StanceTable table;
    std::array<bool, relation_table.size()> seen{};
    for (const Row& row : read_rows(text, column_count, file)) {
        const std::string_view word = row.cells[relation_column];
        const auto found =
            std::find_if(relation_table.begin(), relation_table.end(),
                         [&](const RelationFacts& facts) { return facts.name == word; });
        if (found == relation_table.end()) {
            throw InputError(
                file, row.line, 0,
                "unknown relation '" + std::string(word) +
                    "'. A line is \"relation<TAB>affirmed<TAB>negated\", the relation one "
                    "of the closed list, such as 'supports'.");
        }
        const auto i = static_cast<std::size_t>(found - relation_table.begin());
        if (seen[i]) {
            throw InputError(file, row.line, 0,
                             "'" + std::string(word) + "' stands twice. Keep one of the lines.");
        }
        seen[i] = true;
        table.rows[i] = {figure(row.cells[affirmed_column], "affirmed", file, row.line),
                         figure(row.cells[negated_column], "negated", file, row.line)};
    }
    return table;
}

}  // namespace demarche::stance
