// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Names of positions and issues by a list that an analyst fixed.
//
// An analyst's list may have tens of thousands of rows, and an article hundreds of statements, so
// rows are looked up and not asked one by one. Labels stand in a table. A pattern is filed under
// the one of its wanted words that fewest patterns want: a text that lacks that word never meets
// it. A word with a star is met by the beginnings of the text's words, up to the longest such word
// of the list. Labels and examples are filed under the stems of their words; how many stems are
// shared says whether two say the same (near_duplicates.cpp). What is met so is then asked in full,
// in the file's order.
//
//     position  The bridge is built          patterns  bridge* -toll
//     position  The toll is raised           patterns  toll
//
// "Oslo wants bridges to the islands" takes the first label; "The toll on the bridge goes up" has
// an unwanted word for the first row and takes the second.
//
// Limits: patterns know no order and no distance of words, and words are whole unless a star says
// otherwise. Of several rows that fit the first of the file counts, not the best. Tested by
// tests/proposition/propositions_test.cpp.

#include "proposition/codebook.hpp"

#include "core/error.hpp"
#include "identity/identity.hpp"
#include "lexicon/tsv.hpp"
#include "proposition/near_duplicates.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <sstream>
#include <unordered_map>
#include <utility>

namespace demarche::proposition {
using namespace draft;
using namespace lexicon;
namespace {

enum Column { kind_column, label_column, issues_column, patterns_column, examples_column, columns };

/// The place of `cell` in its line of `text`, in code points from 1.
std::size_t column_of(std::string_view text, std::string_view cell) {
    const auto at = static_cast<std::size_t>(cell.data() - text.data());
    const std::size_t line = text.substr(0, at).rfind('\n');
    const std::string_view before =
        text.substr(line == std::string_view::npos ? 0 : line + 1,
                    at - (line == std::string_view::npos ? 0 : line + 1));
    return 1 + static_cast<std::size_t>(std::count_if(before.begin(), before.end(), [](char c) {
               return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
           }));
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::istringstream in(identity::normalised(text));
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

/// The words of a text, to be asked for.
class TextWords {
public:
    explicit TextWords(std::string_view text)
        : in_order_(words_of(text)), sorted_(in_order_.begin(), in_order_.end()) {}

    [[nodiscard]] const std::vector<std::string>& in_order() const { return in_order_; }
    [[nodiscard]] const std::set<std::string>& sorted() const { return sorted_; }

    /// "defen*" is there where a word starts so.
    [[nodiscard]] bool has(const std::string& wanted) const {
        if (!wanted.ends_with('*')) return sorted_.contains(wanted);
        const std::string start = wanted.substr(0, wanted.size() - 1);
        const auto word = sorted_.lower_bound(start);
        return word != sorted_.end() && word->starts_with(start);
    }

private:
    std::vector<std::string> in_order_;
    std::set<std::string> sorted_;
};

bool fits(const CodePattern& pattern, const TextWords& words) {
    const auto there = [&](const std::string& word) { return words.has(word); };
    return std::all_of(pattern.wanted.begin(), pattern.wanted.end(), there) &&
           std::none_of(pattern.unwanted.begin(), pattern.unwanted.end(), there);
}

bool any_fits(const Code& code, const TextWords& words) {
    return std::any_of(code.patterns.begin(), code.patterns.end(),
                       [&](const CodePattern& pattern) { return fits(pattern, words); });
}

/// The patterns of rows, each under the one of its wanted words that fewest patterns want.
class PatternIndex {
public:
    explicit PatternIndex(const std::vector<Code>& codes) {
        std::unordered_map<std::string, std::size_t> uses;
        for (const Code& code : codes) {
            for (const CodePattern& pattern : code.patterns) {
                for (const std::string& word : pattern.wanted) ++uses[word];
            }
        }
        for (std::size_t row = 0; row < codes.size(); ++row) {
            for (const CodePattern& pattern : codes[row].patterns) {
                const auto rarest = std::min_element(
                    pattern.wanted.begin(), pattern.wanted.end(),
                    [&](const std::string& a, const std::string& b) { return uses[a] < uses[b]; });
                rows_[*rarest].push_back(row);
                if (rarest->ends_with('*')) longest_ = std::max(longest_, rarest->size());
            }
        }
    }

    /// Adds the rows of which a pattern may fit.
    void add(const TextWords& words, std::set<std::size_t>& rows) const {
        for (const std::string& word : words.sorted()) {
            take(word, rows);
            std::string start;
            for (const char c : word.substr(0, longest_)) {
                start += c;
                take(start + "*", rows);
            }
        }
    }

private:
    void take(const std::string& word, std::set<std::size_t>& rows) const {
        const auto found = rows_.find(word);
        if (found != rows_.end()) rows.insert(found->second.begin(), found->second.end());
    }

    std::unordered_map<std::string, std::vector<std::size_t>> rows_;
    std::size_t longest_ = 0;  ///< of the words with a star, in bytes
};

/// The labels and examples of rows by the stems of their words.
class MeaningIndex {
public:
    explicit MeaningIndex(const std::vector<Code>& codes) {
        for (std::size_t row = 0; row < codes.size(); ++row) {
            add(codes[row].label, row);
            for (const std::string& example : codes[row].examples) add(example, row);
        }
    }

    /// Adds the rows of which the label or an example says the same as `label`.
    void add_same(const std::string& label, std::set<std::size_t>& rows) const {
        const Meaning wanted = meaning(label);
        std::vector<std::uint32_t> shared(entries_.size());
        std::vector<std::uint32_t> met;
        for (const std::string& stem : wanted.stems) {
            const auto found = by_stem_.find(stem);
            if (found == by_stem_.end()) continue;
            for (const std::uint32_t entry : found->second) {
                if (shared[entry]++ == 0) met.push_back(entry);
            }
        }
        for (const std::uint32_t i : met) {
            const Entry& entry = entries_[i];
            if (entry.negated == wanted.negated &&
                same(entry.stems, wanted.stems.size(), shared[i])) {
                rows.insert(entry.row);
            }
        }
    }

private:
    /// A label or an example.
    struct Entry {
        std::size_t row = 0;
        std::size_t stems = 0;
        bool negated = false;
    };

    void add(const std::string& label, std::size_t row) {
        const Meaning one = meaning(label);
        for (const std::string& stem : one.stems) {
            by_stem_[stem].push_back(static_cast<std::uint32_t>(entries_.size()));
        }
        entries_.push_back({row, one.stems.size(), one.negated});
    }

    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_stem_;
};

}  // namespace

struct CodebookIndex {
    explicit CodebookIndex(const Codebook& codebook)
        : patterns(codebook.positions),
          meanings(codebook.positions),
          issue_patterns(codebook.issues) {
        for (std::size_t row = 0; row < codebook.positions.size(); ++row) {
            labels.emplace(codebook.positions[row].label, row);
        }
        for (std::size_t row = 0; row < codebook.issues.size(); ++row) {
            issue_phrases.push_back(words_of(codebook.issues[row].label));
            issues_by_word[issue_phrases.back().front()].push_back(row);
        }
    }

    std::unordered_map<std::string, std::size_t> labels;  ///< of positions
    PatternIndex patterns;                                ///< of positions
    MeaningIndex meanings;                                ///< of positions
    PatternIndex issue_patterns;
    std::vector<std::vector<std::string>> issue_phrases;  ///< the words of each issue's label
    std::unordered_map<std::string, std::vector<std::size_t>> issues_by_word;  ///< the first one
};

namespace {

class Reader {
public:
    Reader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    [[nodiscard]] Codebook read() {
        for (const Row& row : read_rows(text_, columns, file_)) take(row);
        check_issues();
        codebook_.index = std::make_shared<CodebookIndex>(codebook_);
        return std::move(codebook_);
    }

private:
    [[noreturn]] void fail(std::size_t line, std::string_view cell, const std::string& message) {
        throw InputError(file_, line, column_of(text_, cell), message);
    }

    void take(const Row& row) {
        const std::string_view kind = row.cells[kind_column];
        if (kind != "position" && kind != "issue") {
            fail(row.line, kind,
                 "Unknown kind '" + std::string(kind) + "'. Write 'position' or 'issue'.");
        }
        Code code;
        code.label = std::string(row.cells[label_column]);
        if (words_of(code.label).empty()) {
            fail(row.line, kind,
                 "This " + std::string(kind) + " has no label. Write one behind the first tab.");
        }
        const auto [place, is_new] =
            lines_.emplace(std::pair(std::string(kind), code.label), row.line);
        if (!is_new) {
            fail(row.line, row.cells[label_column],
                 "The " + std::string(kind) + " '" + code.label + "' stands already in line " +
                     std::to_string(place->second) + ". Join the two rows.");
        }
        for (const std::string_view pattern : parts(row.cells[patterns_column])) {
            code.patterns.push_back(this->pattern(row.line, pattern));
        }
        for (const std::string_view example : parts(row.cells[examples_column])) {
            code.examples.emplace_back(example);
        }
        if (kind == "issue") {
            if (!row.cells[issues_column].empty()) {
                fail(row.line, row.cells[issues_column],
                     "An issue has no issues. Leave the third cell empty.");
            }
            codebook_.issues.push_back(std::move(code));
            return;
        }
        code.issues_given = !row.cells[issues_column].empty();
        if (row.cells[issues_column] != "-") {
            for (const std::string_view issue : parts(row.cells[issues_column])) {
                code.issues.emplace_back(issue);
                named_.push_back({row.line, issue});
            }
        }
        codebook_.positions.push_back(std::move(code));
    }

    CodePattern pattern(std::size_t line, std::string_view text) {
        CodePattern result;
        std::istringstream in{std::string(text)};
        for (std::string word; in >> word;) {
            const bool not_wanted = word.size() > 1 && word.front() == '-';
            const bool open = word.ends_with('*');
            std::vector<std::string> parts = words_of(word);
            if (open && !parts.empty()) parts.back() += '*';
            auto& to = not_wanted ? result.unwanted : result.wanted;
            to.insert(to.end(), parts.begin(), parts.end());
        }
        if (result.wanted.empty()) {
            fail(line, text,
                 "The pattern '" + std::string(text) +
                     "' asks for no word. Name at least one that must be there.");
        }
        return result;
    }

    /// A position's issues are among those of the codebook, if it has any.
    void check_issues() {
        if (codebook_.issues.empty()) return;
        std::set<std::string_view> known;
        for (const Code& code : codebook_.issues) known.insert(code.label);
        for (const auto& [line, named] : named_) {
            const std::string_view issue = named;
            if (!known.contains(issue)) {
                fail(line, issue,
                     "'" + std::string(issue) +
                         "' is none of the issues of this codebook. Add a row 'issue' for it, or "
                         "write the label of one.");
            }
        }
    }

    std::string_view text_;
    const std::string& file_;
    Codebook codebook_;
    std::map<std::pair<std::string, std::string>, std::size_t> lines_;
    std::vector<std::pair<std::size_t, std::string_view>> named_;
};

const Code* position_of(const Codebook& codebook, const Proposition& proposition,
                        const TextWords& words) {
    const CodebookIndex& index = *codebook.index;
    const auto named = index.labels.find(proposition.label);
    if (named != index.labels.end()) return &codebook.positions[named->second];
    std::set<std::size_t> same;
    index.meanings.add_same(proposition.label, same);
    std::set<std::size_t> rows = same;
    index.patterns.add(words, rows);
    for (const std::size_t row : rows) {
        const Code& code = codebook.positions[row];
        if (same.contains(row) || any_fits(code, words)) return &code;
    }
    return nullptr;
}

std::vector<std::string> issues_among(const Codebook& codebook, const TextWords& words) {
    const CodebookIndex& index = *codebook.index;
    const std::vector<std::string>& text = words.in_order();
    std::set<std::size_t> rows;
    index.issue_patterns.add(words, rows);
    std::erase_if(rows, [&](std::size_t row) { return !any_fits(codebook.issues[row], words); });
    for (auto word = text.begin(); word != text.end(); ++word) {
        const auto found = index.issues_by_word.find(*word);
        if (found == index.issues_by_word.end()) continue;
        for (const std::size_t row : found->second) {
            const std::vector<std::string>& phrase = index.issue_phrases[row];
            const auto left = static_cast<std::size_t>(text.end() - word);
            if (phrase.size() <= left && std::equal(phrase.begin(), phrase.end(), word)) {
                rows.insert(row);
            }
        }
    }
    std::vector<std::string> labels;
    for (const std::size_t row : rows) labels.push_back(codebook.issues[row].label);
    return labels;
}

}  // namespace

Codebook read_codebook(std::string_view text, const std::string& file) {
    return Reader(text, file).read();
}

void apply(const Codebook& codebook, const std::string& text, Proposition& proposition) {
    if (codebook.index == nullptr) return;
    const TextWords words(proposition.label + " . " + text);
    const Code* code = position_of(codebook, proposition, words);
    if (code != nullptr) proposition.label = code->label;
    if (code != nullptr && code->issues_given) {
        proposition.issues = code->issues;
    } else if (!codebook.issues.empty()) {
        proposition.issues = issues_among(codebook, words);
    }
}

}  // namespace demarche::proposition
