// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/notes.hpp"

#include "cli/articles.hpp"
#include "cli/terminal.hpp"
#include "core/code_points.hpp"
#include "graph/merge.hpp"
#include "text/language.hpp"

#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>

namespace demarche::cli {

namespace {

constexpr std::size_t most_notes = 3;  // of one article; a broken file has thousands

/// "3:17", line and column from 1, of a byte of `text`.
std::string place(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
    const std::size_t column = CodePoints(before.substr(start)).size() + 1;
    return std::to_string(line) + ":" + std::to_string(column);
}

}  // namespace

void say(std::string_view message) {
    std::cout.flush();
    std::cerr << "demarche: " + shown(message) + "\n";
}

void note_oddities(const Article& article, const Reading& reading) {
    const Document& document = reading.document;
    std::size_t count = 0;
    for (const Diagnostic& odd : document.diagnostics) {
        if (++count > most_notes) break;
        const std::string where =
            has_lines_of_file(article) ? ":" + place(document.text, odd.at.begin) : "";
        say(article.origin + where + ": " + odd.message);
    }
    if (count > most_notes) {
        say(article.origin + ": " + std::to_string(document.diagnostics.size() - most_notes) +
            " more such notes; 'demarche extract' lists them all.");
    }
    note_silence(article, reading);
}

void note_silence(const Article& article, const Reading& reading) {
    if (!reading.statements.empty()) return;
    say(article.origin + ": no statement found. " +
        (text::looks_english(reading.document)
             ? "Nobody in it is said to hold or say anything."
             : "It does not look like English, and only English is read."));
}

void note_rivals(const graph::PositionGraph& graph) {
    for (const graph::Finding& finding : graph::rival_versions(graph)) {
        say(finding.at + ": " + finding.message);
    }
}

}  // namespace demarche::cli
