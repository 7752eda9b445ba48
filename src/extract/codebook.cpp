#include "extract/codebook.hpp"

#include "core/error.hpp"
#include "extract/rows.hpp"
#include "extract/same.hpp"
#include "identity/identity.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

namespace demarche::extract {
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

class Reader {
public:
    Reader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    [[nodiscard]] Codebook read() {
        for (const Row& row : read_rows(text_, columns, file_)) take(row);
        check_issues();
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
            for (const std::string& part : words_of(word)) {
                const bool last = open && part == words_of(word).back();
                (not_wanted ? result.unwanted : result.wanted).push_back(part + (last ? "*" : ""));
            }
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
        for (const auto& [line, issue] : named_) {
            const bool known = std::any_of(codebook_.issues.begin(), codebook_.issues.end(),
                                           [&](const Code& code) { return code.label == issue; });
            if (!known) {
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

bool is_there(const std::string& wanted, const std::vector<std::string>& words) {
    if (!wanted.ends_with('*')) {
        return std::find(words.begin(), words.end(), wanted) != words.end();
    }
    const std::string_view start = std::string_view(wanted).substr(0, wanted.size() - 1);
    return std::any_of(words.begin(), words.end(),
                       [start](const std::string& word) { return word.starts_with(start); });
}

bool fits(const CodePattern& pattern, const std::vector<std::string>& words) {
    const auto there = [&](const std::string& word) { return is_there(word, words); };
    return std::all_of(pattern.wanted.begin(), pattern.wanted.end(), there) &&
           std::none_of(pattern.unwanted.begin(), pattern.unwanted.end(), there);
}

bool any_fits(const Code& code, const std::vector<std::string>& words) {
    return std::any_of(code.patterns.begin(), code.patterns.end(),
                       [&](const CodePattern& pattern) { return fits(pattern, words); });
}

bool says(const Code& code, const std::string& label) {
    return say_the_same(code.label, label) ||
           std::any_of(code.examples.begin(), code.examples.end(),
                       [&](const std::string& example) { return say_the_same(example, label); });
}

const Code* position_of(const Codebook& codebook, const Proposition& proposition,
                        const std::vector<std::string>& words) {
    const auto first = [&](auto condition) -> const Code* {
        const auto found =
            std::find_if(codebook.positions.begin(), codebook.positions.end(), condition);
        return found == codebook.positions.end() ? nullptr : &*found;
    };
    const Code* code = first([&](const Code& c) { return c.label == proposition.label; });
    if (code != nullptr) return code;
    return first([&](const Code& c) { return any_fits(c, words) || says(c, proposition.label); });
}

std::vector<std::string> issues_among(const Codebook& codebook,
                                      const std::vector<std::string>& words) {
    std::vector<std::string> labels;
    for (const Code& issue : codebook.issues) {
        const std::vector<std::string> phrase = words_of(issue.label);
        const bool named =
            std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
        if (named || any_fits(issue, words)) labels.push_back(issue.label);
    }
    return labels;
}

}  // namespace

Codebook read_codebook(std::string_view text, const std::string& file) {
    return Reader(text, file).read();
}

void apply(const Codebook& codebook, const std::vector<std::string>& texts,
           std::vector<Proposition>& propositions) {
    for (std::size_t i = 0; i < propositions.size(); ++i) {
        Proposition& proposition = propositions[i];
        const std::vector<std::string> words = words_of(proposition.label + " . " + texts[i]);
        const Code* code = position_of(codebook, proposition, words);
        if (code != nullptr) proposition.label = code->label;
        if (code != nullptr && code->issues_given) {
            proposition.issues = code->issues;
        } else if (!codebook.issues.empty()) {
            proposition.issues = issues_among(codebook, words);
        }
    }
}

}  // namespace demarche::extract
