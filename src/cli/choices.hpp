// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

/// Closed lists on the command line, and what to say to somebody who mistyped.
namespace demarche::cli {

/// The member of `allowed` nearest to `value` by edits (insert, delete, replace, swap of
/// neighbours: optimal string alignment), upper and lower case alike; empty if none is within a
/// third of its length.
[[nodiscard]] std::string nearest(std::string_view value, const std::vector<std::string>& allowed);

/// "a, b and c"
[[nodiscard]] std::string listed(const std::vector<std::string>& words,
                                 std::string_view last = "and");

/// "unknown format 'tabel'. Allowed are table, json and csv. Did you mean 'table'?"
[[nodiscard]] std::string unknown(std::string_view what, std::string_view value,
                                  const std::vector<std::string>& allowed);

/// A check for CLI11 that the value is one of `allowed`; `what` names the kind of value.
[[nodiscard]] CLI::Validator one_of(const std::string& what, std::vector<std::string> allowed);

/// A check for CLI11: a comma-separated list of such values.
[[nodiscard]] CLI::Validator some_of(const std::string& what, std::vector<std::string> allowed);

/// `check` as one for values of which `offered` are those to offer when a shell completes a command
/// line; `list` if several may stand with commas between them. choices_of() gives them back.
[[nodiscard]] CLI::Validator offering(CLI::Validator check, const std::vector<std::string>& offered,
                                      bool list);

struct Choices {
    std::vector<std::string> values;  ///< none: anything may be typed
    bool list = false;
};

/// What offering(), one_of() or some_of() had to offer for this option.
[[nodiscard]] Choices choices_of(const CLI::Option& option);

/// A check for CLI11: a figure from `least` to `most`, whole where they are.
[[nodiscard]] CLI::Validator from_to(double least, double most);
[[nodiscard]] CLI::Validator from_to(std::size_t least, std::size_t most);

/// "a,b" -> {"a", "b"}
[[nodiscard]] std::vector<std::string> split_list(std::string_view list);

}  // namespace demarche::cli
