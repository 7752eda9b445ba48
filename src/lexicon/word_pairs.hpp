// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

/// What words stand for: word_pairs.tsv in memory.
namespace demarche::lexicon {

/// The lists of word_pairs.tsv, which says what each is for.
enum class WordPairs { role_in_full, office, agreeing_form };

struct WordPairsFacts {
    WordPairs list;
    std::string_view name;  ///< in word_pairs.tsv
};

/// One row a list, in the order of the enumeration.
inline constexpr std::array<WordPairsFacts, 3> word_pairs_table = {{
    {WordPairs::role_in_full, "role in full"},
    {WordPairs::office, "office"},
    {WordPairs::agreeing_form, "agreeing form"},
}};

class PairedWords {
public:
    /// Reads a table in the form of word_pairs.tsv, which must outlive it.
    /// \throws InputError with file and line: a list that WordPairs does not know, a word given
    /// twice or standing for nothing; without a line: a list without words.
    PairedWords(std::string_view table, const std::string& file);

    /// The table that the program carries.
    [[nodiscard]] static const PairedWords& built_in();

    /// What `word` stands for; empty where the list does not have it.
    [[nodiscard]] std::string_view of(WordPairs list, std::string_view word) const;

private:
    std::array<std::unordered_map<std::string_view, std::string_view>, word_pairs_table.size()>
        pairs_;
};

/// What a list of word_pairs.tsv has for `word`; empty where it has nothing.
[[nodiscard]] std::string_view paired(WordPairs list, std::string_view word);

}  // namespace demarche::lexicon
