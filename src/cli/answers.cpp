// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Tables as people see them, and as programs read them.
//
// Columns of a table that is too wide share the room: narrow ones get what they want, the others
// share evenly. Of 60 columns, wants of 4, 40 and 60 become 4, 28 and 28. Room then moves from
// column to column, in steps of 8, 4, 2 and 1, while that makes the table less high, for a column
// of long texts uses its room better than one whose texts fit in two lines anyway. Heights are
// worked out from widths, not by wrapping, and from the first 200 rows.
//
// CSV is RFC 4180. A spreadsheet runs a cell that begins like a formula, and the cells are words of
// articles that anybody may have written, so such cells get an apostrophe (OWASP, CSV Injection);
// numbers are let be.
//
// Limits: moving room ends where no single move helps, which need not be the best table. Tested by
// tests/cli/answers_test.cpp.

#include "cli/answers.hpp"

#include "cli/choices.hpp"
#include "cli/notes.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "core/code_points.hpp"
#include "export/json.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <string_view>
#include <system_error>

namespace demarche::cli {

namespace {

constexpr std::string_view gap = "  ";
constexpr std::size_t narrowest_column = 10;  // a date in one piece
constexpr std::size_t narrow_screen = 100;
constexpr std::size_t rows_measured = 200;  // the widths of a long table need no more

/// The widths of columns that want `wanted`, so that all fit into `room`: narrow ones get what they
/// want, wide ones share what is left evenly.
std::vector<std::size_t> fitted(std::vector<std::size_t> wanted, std::size_t room) {
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&wanted](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    std::size_t columns = wanted.size();
    for (const std::size_t column : order) {
        const std::size_t share = std::max(room / columns, narrowest_column);
        wanted[column] = std::min(wanted[column], share);
        room -= std::min(room, wanted[column]);
        --columns;
    }
    return wanted;
}

void put_row(std::string& text, const std::vector<std::vector<std::string>>& cells,
             const std::vector<std::size_t>& widths, const std::vector<bool>& right,
             std::string_view before, std::string_view after) {
    std::size_t height = 1;
    for (const auto& lines : cells) height = std::max(height, lines.size());
    for (std::size_t line = 0; line < height; ++line) {
        std::string row;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const std::string cell = line < cells[column].size() ? cells[column][line] : "";
            const std::size_t used = display_width(cell);
            const std::string padding(widths[column] - std::min(widths[column], used), ' ');
            if (column > 0) row += gap;
            row += right[column] ? padding + cell : cell + padding;
        }
        row.erase(row.find_last_not_of(' ') + 1);
        text.append(before).append(row).append(after) += '\n';
    }
}

std::vector<std::size_t> indices(const query::Table& table, const std::vector<std::string>& keys) {
    std::vector<std::size_t> chosen;
    for (const std::string& key : keys) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i].key == key) chosen.push_back(i);
        }
    }
    if (keys.empty()) {
        chosen.resize(table.columns.size());
        std::iota(chosen.begin(), chosen.end(), 0U);
    }
    return chosen;
}

void put_json(json::Writer& out, const query::Column& column, const std::string& cell) {
    out.key(column.key);
    if (cell.empty()) {
        out.null();
    } else if (column.number) {
        out.hundredths(std::stod(cell));
    } else {
        out.string(cell);
    }
}

/// The cell as people see it.
std::string cell_text(const query::Table& table, const std::vector<std::string>& row,
                      std::size_t column) {
    const std::string text = shown(row[column]);
    const std::size_t enough = table.columns[column].enough;
    if (enough == 0 || display_width(text) <= enough) return text;
    if (table.columns[column].key == "id") return text.substr(0, enough);
    const CodePoints points(text);
    std::size_t kept = points.size();
    while (display_width(std::string_view(text).substr(0, points.to_byte(kept))) >= enough) --kept;
    return text.substr(0, points.to_byte(kept)) + "…";
}

/// How much room a cell asks for.
struct Need {
    std::size_t width = 0;  ///< of the whole cell
    std::size_t word = 0;   ///< of its longest word
};

Need need(std::string_view text) {
    Need result = {display_width(text), 0};
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        result.word = std::max(result.word, display_width(text.substr(0, space)));
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return result;
}

/// Lines that a cell takes in a column of `width`, about: a line ends with some empty room, for
/// words stay whole.
std::size_t lines_of(const Need& cell, std::size_t width) {
    constexpr std::size_t left_empty = 2;  // half a short word; chosen by hand
    if (cell.width <= width) return 1;
    const std::size_t used = width > left_empty ? width - left_empty : 1;
    return (cell.width + used - 1) / used;
}

/// Lines of all rows, and one more for each word that is broken.
std::size_t height(const std::vector<std::vector<Need>>& rows,
                   const std::vector<std::size_t>& widths) {
    std::size_t total = 0;
    for (const std::vector<Need>& row : rows) {
        std::size_t most = 1;
        for (std::size_t i = 0; i < row.size(); ++i) {
            most = std::max(most, lines_of(row[i], widths[i]));
            if (row[i].word > widths[i]) ++total;
        }
        total += most;
    }
    return total;
}

/// `widths` with room moved from column to column while that makes the table less high. A column
/// keeps narrowest_column, or what it wants if that is less.
std::vector<std::size_t> balanced(std::vector<std::size_t> widths,
                                  const std::vector<std::size_t>& wanted,
                                  const std::vector<std::vector<Need>>& rows) {
    std::size_t best = height(rows, widths);
    for (bool better = true; better;) {
        better = false;
        for (std::size_t from = 0; from < widths.size(); ++from) {
            for (std::size_t to = 0; to < widths.size(); ++to) {
                for (const std::size_t step : {8U, 4U, 2U, 1U}) {
                    if (from == to || widths[to] + step > wanted[to] ||
                        widths[from] < std::min(wanted[from], narrowest_column) + step) {
                        continue;
                    }
                    widths[from] -= step;
                    widths[to] += step;
                    const std::size_t now = height(rows, widths);
                    if (now < best) {
                        best = now;
                        better = true;
                        continue;
                    }
                    widths[from] += step;
                    widths[to] -= step;
                }
            }
        }
    }
    return widths;
}

bool is_number(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(number);
}

/// Whether a spreadsheet would take the cell for a formula and run it: the first characters that
/// OWASP names (CSV Injection), the wide forms of East Asian writing among them.
bool is_formula(std::string_view text) {
    constexpr std::array<std::string_view, 11> starts = {
        "=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return !is_number(text) &&
           std::any_of(starts.begin(), starts.end(),
                       [text](std::string_view start) { return text.starts_with(start); });
}

std::string csv_cell(std::string_view text) {
    if (text.find_first_of("\",\r\n") == std::string_view::npos) return std::string(text);
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"') result += '"';
        result += c;
    }
    return result + '"';
}

}  // namespace

void add_answer_options(CLI::App& app, AnswerOptions& options) {
    app.add_option("--format", options.format,
                   "how to write the answer: table, json, csv or csv-raw [table]")
        ->check(one_of("format", {"table", "json", "csv", "csv-raw"}))
        ->option_text("FORMAT");
    app.add_option("-o,--output", options.output, "write to FILE instead of standard output")
        ->option_text("FILE");
}

std::string as_text(const query::Table& table, const std::vector<std::string>& keys,
                    std::size_t width, bool coloured) {
    const std::vector<std::size_t> chosen = indices(table, keys);
    std::vector<std::size_t> widths;
    std::vector<bool> right;
    for (const std::size_t column : chosen) {
        std::size_t widest = display_width(table.columns[column].title);
        for (const auto& row : table.rows) {
            widest = std::max(widest, display_width(cell_text(table, row, column)));
        }
        widths.push_back(widest);
        right.push_back(table.columns[column].number);
    }
    const std::size_t gaps = chosen.empty() ? 0 : gap.size() * (chosen.size() - 1);
    std::vector<std::vector<Need>> needs;
    for (const auto& row : table.rows) {
        if (needs.size() == rows_measured) break;
        needs.emplace_back();
        for (const std::size_t column : chosen) {
            needs.back().push_back(need(cell_text(table, row, column)));
        }
    }
    widths = balanced(fitted(widths, width - std::min(width, gaps)), widths, needs);

    std::string text;
    std::vector<std::vector<std::string>> cells;
    const auto put = [&](std::string_view before, std::string_view after) {
        put_row(text, cells, widths, right, before, after);
        cells.clear();
    };
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        cells.push_back(wrapped(table.columns[chosen[i]].title, widths[i]));
    }
    put(coloured ? "\x1B[1m" : "", coloured ? "\x1B[0m" : "");
    for (const std::size_t rule : widths) cells.push_back({std::string(rule, '-')});
    put("", "");
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            cells.push_back(wrapped(cell_text(table, row, chosen[i]), widths[i]));
        }
        put("", "");
    }
    return text;
}

bool screen_is_narrow() {
    return screen_width() < narrow_screen;
}

std::string as_json(const query::Table& table) {
    std::string text = "[";
    for (const auto& row : table.rows) {
        json::Writer out;
        out.begin_object();
        for (std::size_t i = 0; i < row.size(); ++i) put_json(out, table.columns[i], row[i]);
        out.end_object();
        text += (text.size() == 1 ? "\n" : ",\n") + out.take();
    }
    return text + (table.rows.empty() ? "]\n" : "\n]\n");
}

std::string as_csv(const query::Table& table, bool raw) {
    std::string text;
    const auto put = [&text, raw](bool first, const std::string& cell) {
        if (!first) text += ',';
        text += csv_cell(!raw && is_formula(cell) ? "'" + cell : cell);
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i) put(i == 0, table.columns[i].key);
    text += "\r\n";
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) put(i == 0, row[i]);
        text += "\r\n";
    }
    return text;
}

int answer(const query::Table& table, const AnswerOptions& options,
           const std::vector<std::string>& keys, const std::string& nothing) {
    return answer(table, options, keys, [&nothing] { return nothing; });
}

int answer(const query::Table& table, const AnswerOptions& options,
           const std::vector<std::string>& keys, const std::function<std::string()>& nothing) {
    const bool to_screen = options.output.empty() || options.output == "-";
    if (options.format == "json") {
        write_whole(options.output, as_json(table));
    } else if (options.format == "csv" || options.format == "csv-raw") {
        write_whole(options.output, as_csv(table, options.format == "csv-raw"));
    } else if (!table.rows.empty() || !to_screen) {
        write_whole(options.output,
                    as_text(table, keys, screen_width(), to_screen && colours_wanted()));
    }
    if (table.rows.empty()) say(nothing());
    return table.rows.empty() ? 1 : 0;
}

}  // namespace demarche::cli
