// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What is known of the screen, and how text is laid out on it.
namespace demarche::cli {

/// Columns to lay a table out for: the environment's COLUMNS, else the terminal's width, else 100.
[[nodiscard]] std::size_t screen_width();

/// Whether standard output is a terminal that shows colours and nobody asked for none
/// (https://no-color.org: NO_COLOR set and not empty; TERM=dumb).
[[nodiscard]] bool colours_wanted();

[[nodiscard]] bool output_is_terminal();

/// Whether standard error is a terminal, so that progress may be shown there.
[[nodiscard]] bool progress_wanted();

/// Columns that `text` takes: East Asian wide and full-width characters 2, marks and format
/// characters 0 (Unicode UAX #11, by ICU).
[[nodiscard]] std::size_t display_width(std::string_view text);

/// `text` as it may be shown on one line: line ends and tabs become spaces; other control
/// characters, those that turn the direction of writing (Unicode Standard Annex 9), and bytes that
/// are no UTF-8 become U+FFFD, so that no article can steer the terminal.
[[nodiscard]] std::string shown(std::string_view text);

/// Lines and tables as they may be shown: the same, but line ends, tabs, and the colours that the
/// program itself sets stay.
[[nodiscard]] std::string for_terminal(std::string_view text);

/// Lines of at most `width` columns, broken at spaces, words longer than a line inside. Never
/// empty.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace demarche::cli
