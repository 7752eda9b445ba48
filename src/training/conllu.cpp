// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// CoNLL-U (https://universaldependencies.org/format.html): ten columns with tabs between them, a
// blank line behind each sentence. Read are form, lemma, upos, xpos, head, deprel and misc.
//
// A multiword token is a line of a range before its words. It gives no word, only where spaces are:
//
//     1-2  don't  ...        do     no space behind it, as it is inside the range
//     1    do     ...        n't    a space, unless the range says SpaceAfter=No
//     2    n't    ...
//
// Lines of empty nodes (8.1) are left out, as no tree hangs on them. "_" is nothing, except where
// the word is an underscore itself, whose lemma "_" is then a lemma.
//
// Limits: a word without a head is refused, so text that is tagged alone cannot be read; features
// and enhanced dependencies are not kept. That heads are a tree is not checked here (is_clean).
// Tested by tests/training/treebank_test.cpp, with the writer by tests/syntax/syntax_test.cpp.

#include "training/conllu.hpp"

#include "core/error.hpp"

#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include <zlib.h>

namespace demarche::training {
namespace {

using Columns = std::array<std::string_view, 10>;

std::optional<Columns> split(std::string_view line) {
    Columns columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::size_t tab = line.find('\t');
        if ((tab == std::string_view::npos) != (i + 1 == columns.size())) return std::nullopt;
        columns[i] = line.substr(0, tab);
        if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
    }
    return columns;
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value < 0)
        return std::nullopt;
    return value;
}

/// The value of "# key = value", or nothing.
std::optional<std::string_view> comment(std::string_view line, std::string_view key) {
    line.remove_prefix(1);
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    if (!line.starts_with(key)) return std::nullopt;
    line.remove_prefix(key.size());
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    if (line.empty() || line.front() != '=') return std::nullopt;
    line.remove_prefix(1);
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    return line;
}

/// Whether a line is "# key", perhaps with more behind it.
bool says(std::string_view line, std::string_view key) {
    line.remove_prefix(1);
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    return line.starts_with(key) && (line.size() == key.size() || line[key.size()] == ' ');
}

bool no_space(std::string_view misc) {
    while (!misc.empty()) {
        const std::size_t bar = misc.find('|');
        if (misc.substr(0, bar) == "SpaceAfter=No") return true;
        if (bar == std::string_view::npos) return false;
        misc.remove_prefix(bar + 1);
    }
    return false;
}

/// "_" stands for nothing, but the word may be an underscore itself.
std::string unless_blank(std::string_view column) {
    return column == "_" ? std::string() : std::string(column);
}

struct Reader {
    const std::string& file;
    Treebank trees{};
    Tree tree{};
    std::string document{};
    std::size_t line_number = 0;
    std::size_t first_line = 0;  // of the sentence's words
    int range_end = 0;           // last word of the open multiword token
    bool range_no_space = false;

    [[noreturn]] void refuse(std::size_t line, const std::string& message) const {
        throw InputError(file, line, 0, message);
    }

    void comment_line(std::string_view line) {
        if (const auto id = comment(line, "newdoc id")) document = *id;
        tree.starts_paragraph =
            tree.starts_paragraph || says(line, "newdoc") || says(line, "newpar");
        if (const auto id = comment(line, "sent_id")) tree.id = *id;
        if (const auto text = comment(line, "text")) tree.text = *text;
    }

    void word_line(std::string_view line) {
        const auto columns = split(line);
        if (!columns)
            refuse(line_number,
                   "this is not a line of CoNLL-U, which has ten columns with tabs between them");
        const auto& c = *columns;
        for (std::size_t i = 0; i < c.size(); ++i) {
            if (c[i].empty()) {
                refuse(line_number, "column " + std::to_string(i + 1) +
                                        " is empty. CoNLL-U writes _ for nothing.");
            }
        }
        if (c[0].find('.') != std::string_view::npos) return;
        if (const std::size_t dash = c[0].find('-'); dash != std::string_view::npos) {
            const auto end = number(c[0].substr(dash + 1));
            if (!end) refuse(line_number, "'" + std::string(c[0]) + "' is not a range of words");
            range_end = *end;
            range_no_space = no_space(c[9]);
            return;
        }
        const auto id = number(c[0]);
        if (!id || static_cast<std::size_t>(*id) != tree.words.size() + 1) {
            refuse(line_number, "the word's number is '" + std::string(c[0]) + "' but should be " +
                                    std::to_string(tree.words.size() + 1));
        }
        const auto head = number(c[6]);
        if (!head) refuse(line_number, "'" + std::string(c[6]) + "' is not the number of a head");
        if (tree.words.empty()) first_line = line_number;
        Word word{std::string(c[1]),
                  c[2] == "_" && c[1] != "_" ? std::string() : std::string(c[2]),
                  unless_blank(c[3]),
                  unless_blank(c[4]),
                  *head,
                  unless_blank(c[7]),
                  unless_blank(c[9]),
                  !no_space(c[9])};
        if (*id < range_end) word.space_after = false;
        if (*id == range_end) word.space_after = !range_no_space;
        tree.words.push_back(std::move(word));
    }

    void end_sentence() {
        if (tree.words.empty()) return;
        for (std::size_t i = 0; i < tree.words.size(); ++i) {
            if (static_cast<std::size_t>(tree.words[i].head) > tree.words.size()) {
                refuse(line_number, "the head " + std::to_string(tree.words[i].head) + " of word " +
                                        std::to_string(i + 1) +
                                        " lies outside the sentence of line " +
                                        std::to_string(first_line));
            }
        }
        tree.document = document;
        trees.push_back(std::move(tree));
        tree = Tree();
        range_end = 0;
    }

    void line(std::string_view text) {
        ++line_number;
        if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
        if (text.empty()) return end_sentence();
        if (text.front() == '#') return comment_line(text);
        word_line(text);
    }
};

}  // namespace

Treebank read_conllu(std::string_view bytes, const std::string& file) {
    Reader reader{.file = file};
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        reader.line(bytes.substr(0, end));
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    }
    reader.end_sentence();
    return std::move(reader.trees);
}

std::string corpus_bytes(const std::string& path) {
    // gzread passes a file that is not gzip'd through as it is.
    const auto close = [](gzFile file) { gzclose(file); };
    const std::unique_ptr<gzFile_s, decltype(close)> file(gzopen(path.c_str(), "rb"), close);
    if (!file) throw InputError(path, "cannot be opened for reading");
    std::string bytes;
    std::array<char, 1U << 16U> buffer;
    for (;;) {
        const int count = gzread(file.get(), buffer.data(), static_cast<unsigned>(buffer.size()));
        if (count < 0) throw InputError(path, "cannot be read: its gzip data are damaged");
        if (count == 0) break;
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return bytes;
}

Treebank read_conllu_file(const std::string& path) {
    return read_conllu(corpus_bytes(path), path);
}

}  // namespace demarche::training
