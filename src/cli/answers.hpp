// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "query/table.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

/// How an answer is written: as a table for people, JSON or CSV for programs.
namespace demarche::cli {

/// The options of every verb that answers with a table.
struct AnswerOptions {
    std::string format = "table";
    std::string output;  ///< file; empty is standard output
};

/// Adds --format and --output.
void add_answer_options(CLI::App& app, AnswerOptions& options);

/// A table for a screen of `width` columns: the columns of `keys` alone (all if it is empty), wide
/// ones wrapped, numbers to the right, cells cut to what is `enough` of their column, an ellipsis
/// at their end unless it is the id; `coloured` sets the head in bold.
[[nodiscard]] std::string as_text(const query::Table& table, const std::vector<std::string>& keys,
                                  std::size_t width, bool coloured);

/// Whether a table for people has to do with the columns that matter most: below 100 columns.
[[nodiscard]] bool screen_is_narrow();

/// An array of objects, one a row, one row a line; numbers are numbers, what is unknown is null.
[[nodiscard]] std::string as_json(const query::Table& table);

/// RFC 4180: the keys first, lines end with CR LF. A cell that a spreadsheet would run as a formula
/// (it begins with = + - @, a tab or a line end, and is no number) gets an apostrophe before it,
/// unless `raw`.
[[nodiscard]] std::string as_csv(const query::Table& table, bool raw = false);

/// Writes the answer where `options` say. The table for people has the columns of `keys`; JSON and
/// CSV have all. Returns the exit code: 0, or 1 if there is no row, and then says so on standard
/// error with what `nothing` tells. \throws InputError, BrokenPipe
int answer(const query::Table& table, const AnswerOptions& options,
           const std::vector<std::string>& keys, const std::function<std::string()>& nothing);
int answer(const query::Table& table, const AnswerOptions& options,
           const std::vector<std::string>& keys, const std::string& nothing);

}  // namespace demarche::cli
