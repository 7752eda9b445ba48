#include "cli/notes.hpp"

#include "cli/articles.hpp"
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

void note_oddities(const Article& article, const Reading& reading) {
    const Document& document = reading.document;
    std::size_t count = 0;
    for (const Diagnostic& odd : document.diagnostics) {
        if (++count > most_notes) break;
        std::cerr << "demarche: " << article.origin << ':';
        if (has_lines_of_file(article)) std::cerr << place(document.text, odd.at.begin) << ':';
        std::cerr << ' ' << odd.message << '\n';
    }
    if (count > most_notes) {
        std::cerr << "demarche: " << article.origin << ": "
                  << document.diagnostics.size() - most_notes
                  << " more such notes; 'demarche extract' lists them all.\n";
    }
    note_silence(article, reading);
}

void note_silence(const Article& article, const Reading& reading) {
    if (!reading.statements.empty()) return;
    std::cerr << "demarche: " << article.origin << ": no statement found. "
              << (text::looks_english(reading.document)
                      ? "Nobody in it is said to hold or say anything."
                      : "It does not look like English, and only English is read.")
              << '\n';
}

void note_rivals(const graph::PositionGraph& graph) {
    for (const graph::Finding& finding : graph::rival_versions(graph)) {
        std::cerr << "demarche: " << finding.at << ": " << finding.message << '\n';
    }
}

}  // namespace demarche::cli
