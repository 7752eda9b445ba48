// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "lexicon/tsv.hpp"

#include "core/error.hpp"
#include "identity/identity.hpp"

namespace demarche::lexicon {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    while (true) {
        const std::size_t at = text.find(separator);
        pieces.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return pieces;
        text.remove_prefix(at + 1);
    }
}

}  // namespace

std::vector<Row> read_rows(std::string_view text, std::size_t columns, const std::string& file) {
    std::vector<Row> rows;
    std::size_t line = 0;
    for (std::string_view content : split(text, '\n')) {
        ++line;
        if (content.ends_with('\r')) content.remove_suffix(1);
        if (content.empty() || content.starts_with('#')) continue;
        if (!identity::is_utf8(content)) {
            throw InputError(file, line, 0, "The row is not UTF-8. Convert the table to UTF-8.");
        }
        Row row{line, split(content, '\t')};
        if (row.cells.size() > columns) {
            throw InputError(file, line, 0,
                             "The row has " + std::to_string(row.cells.size()) +
                                 " cells, but the table has " + std::to_string(columns) +
                                 " columns. Part cells by one tab.");
        }
        row.cells.resize(columns);
        if (row.cells.front().empty()) {
            throw InputError(file, line, 0, "The first cell is empty. Give the row its key.");
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<std::string_view> parts(std::string_view cell) {
    if (cell.empty()) return {};
    return split(cell, '|');
}

ActorKind actor_kind_named(std::string_view cell, const std::string& file, std::size_t line) {
    std::string allowed;
    for (const ActorKindFacts& row : actor_kind_table) {
        if (row.name == cell) return row.kind;
        allowed += (allowed.empty() ? "'" : ", '") + std::string(row.name) + "'";
    }
    throw InputError(file, line, 0,
                     "Unknown kind '" + std::string(cell) + "'. Allowed are " + allowed + ".");
}

}  // namespace demarche::lexicon
