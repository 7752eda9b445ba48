// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// How the lines are made: the known characters become a row of cells (a character, its columns, its
// part), with a cell "..." where places are missing; the row is cut into lines at the last space
// that fits; below each line the parts are drawn, a mark for each column:
//
//     South Korea has asked the United States and Japan to take its views into account
//     =========== ^^^^^^^^^ ----------------------------------------------------------

#include "cli/marked.hpp"

#include "cli/terminal.hpp"
#include "core/code_points.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace demarche::cli {

namespace {

struct Cell {
    std::string shown;
    std::size_t columns = 0;
    Part part = Part::none;
};

char mark(Part part) {
    switch (part) {
        case Part::none: return ' ';
        case Part::source: return '=';
        case Part::cue: return '^';
        case Part::content: return '-';
    }
    return ' ';
}

std::string_view colour(Part part) {
    switch (part) {
        case Part::none: return "\x1B[0m";
        case Part::source: return "\x1B[1;34m";
        case Part::cue: return "\x1B[1;35m";
        case Part::content: return "\x1B[32m";
    }
    return {};
}

/// Puts the characters of `text` from place `at` on, unless they are there already.
void put(MarkedText& marked, std::string_view text, std::size_t at) {
    const CodePoints points(text);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::size_t begin = points.to_byte(i);
        const auto bytes = text.substr(begin, points.to_byte(i + 1) - begin);
        marked.characters.try_emplace(at + i,
                                      MarkedText::Character{std::string(bytes), Part::none});
    }
}

void put_around(MarkedText& marked, const Passage& passage) {
    put(marked, passage.exact, passage.begin);
    put(marked, passage.prefix, passage.begin - CodePoints(passage.prefix).size());
    put(marked, passage.suffix, passage.end);
}

/// Whether the article goes on after place `last`: a suffix shorter than it may be ends with it.
bool goes_on(const Statement& statement, std::size_t last) {
    constexpr std::size_t longest_suffix = 32;
    for (const auto* passages : {&statement.source, &statement.cue, &statement.content}) {
        for (const Passage& passage : *passages) {
            const std::size_t length = CodePoints(passage.suffix).size();
            if (passage.end + length == last && length < longest_suffix) return false;
        }
    }
    return true;
}

/// Marks what is there of the passages; source and cue may stand inside the content.
void mark_parts(MarkedText& marked, const Statement& statement) {
    const auto set = [&marked](const std::vector<Passage>& passages, Part part) {
        for (const Passage& passage : passages) {
            auto character = marked.characters.lower_bound(passage.begin);
            for (; character != marked.characters.end() && character->first < passage.end;
                 ++character) {
                character->second.part = part;
            }
        }
    };
    set(statement.content, Part::content);
    set(statement.source, Part::source);
    set(statement.cue, Part::cue);
}

void put_cut(std::vector<Cell>& cells) {
    if (!cells.empty() && cells.back().shown != " ") cells.push_back({" ", 1, Part::none});
    cells.push_back({"...", 3, Part::none});
}

std::vector<Cell> cells_of(const MarkedText& text) {
    std::vector<Cell> cells;
    if (text.cut_before) put_cut(cells);
    std::size_t next = 0;
    for (const auto& [at, character] : text.characters) {
        if (at != next && next > 0) put_cut(cells);
        if (!cells.empty() && (at != next || next == 0)) cells.push_back({" ", 1, Part::none});
        next = at + 1;
        std::string shown_character = shown(character.bytes);
        const bool space = shown_character == " ";
        if (space && (cells.empty() || cells.back().shown == " ")) continue;
        const std::size_t columns = display_width(shown_character);
        cells.push_back({std::move(shown_character), columns, character.part});
    }
    if (text.cut_after) put_cut(cells);
    return cells;
}

/// One past the last cell of the line that starts at `begin`.
std::size_t line_end(const std::vector<Cell>& cells, std::size_t begin, std::size_t width) {
    std::size_t used = 0;
    std::size_t space = begin;
    for (std::size_t i = begin; i < cells.size(); ++i) {
        used += cells[i].columns;
        if (used > width) return space > begin ? space + 1 : std::max(i, begin + 1);
        if (cells[i].shown == " ") space = i;
    }
    return cells.size();
}

std::string line_of(const std::vector<Cell>& cells, std::size_t begin, std::size_t end,
                    bool coloured) {
    std::string words;
    std::string marks;
    Part part = Part::none;
    for (std::size_t i = begin; i < end; ++i) {
        if (coloured && cells[i].part != part) {
            words += colour(Part::none);
            if (cells[i].part != Part::none) words += colour(cells[i].part);
        }
        part = cells[i].part;
        words += cells[i].shown;
        marks += std::string(cells[i].columns, mark(part));
    }
    if (coloured && part != Part::none) words += colour(Part::none);
    words.erase(words.find_last_not_of(' ') + 1);
    marks.erase(marks.find_last_not_of(' ') + 1);
    return words + '\n' + (marks.empty() ? "" : marks + '\n');
}

}  // namespace

MarkedText words_in_context(const Statement& statement) {
    MarkedText marked;
    for (const auto* passages : {&statement.source, &statement.cue, &statement.content}) {
        for (const Passage& passage : *passages) put_around(marked, passage);
    }
    if (!marked.characters.empty()) {
        marked.cut_before = marked.characters.begin()->first > 0;
        marked.cut_after = goes_on(statement, marked.characters.rbegin()->first + 1);
    }
    mark_parts(marked, statement);
    return marked;
}

MarkedText words_in_article(const Statement& statement, const Document& document) {
    MarkedText marked;
    const CodePoints points(document.text);
    for (const Paragraph& paragraph : document.paragraphs) {
        const Span span = points.from_bytes(paragraph.span);
        bool wanted = false;
        for (const auto* passages : {&statement.source, &statement.cue, &statement.content}) {
            for (const Passage& passage : *passages) {
                wanted = wanted || span.overlaps({passage.begin, passage.end});
            }
        }
        if (wanted) put(marked, document.at(paragraph.span), span.begin);
    }
    mark_parts(marked, statement);
    return marked;
}

std::string marked_lines(const MarkedText& text, std::size_t width, bool coloured) {
    const std::vector<Cell> cells = cells_of(text);
    std::string lines;
    for (std::size_t begin = 0; begin < cells.size();) {
        const std::size_t end = line_end(cells, begin, width);
        lines += line_of(cells, begin, end, coloured);
        begin = end;
        while (begin < cells.size() && cells[begin].shown == " ") ++begin;
    }
    return lines;
}

}  // namespace demarche::cli
