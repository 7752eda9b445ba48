// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "lexicon/word_pairs.hpp"

#include "core/error.hpp"
#include "lexicon/tables.hpp"
#include "lexicon/tsv.hpp"

#include <algorithm>

namespace demarche::lexicon {
namespace {

enum Column { list_column, words_column, meaning_column, column_count };

}  // namespace

PairedWords::PairedWords(std::string_view table, const std::string& file) {
    for (const Row& row : read_rows(table, column_count, file)) {
        const std::string_view name = row.cells[list_column];
        const auto facts =
            std::find_if(word_pairs_table.begin(), word_pairs_table.end(),
                         [&](const WordPairsFacts& each) { return each.name == name; });
        if (facts == word_pairs_table.end()) {
            throw InputError(file, row.line, 0,
                             "Unknown list '" + std::string(name) +
                                 "'. Add it to WordPairs, or use a list of that enumeration.");
        }
        if (row.cells[meaning_column].empty()) {
            throw InputError(
                file, row.line, 0,
                "The words of '" + std::string(name) + "' stand for nothing. Fill the third cell.");
        }
        auto& pairs = pairs_[static_cast<std::size_t>(facts->list)];
        for (const std::string_view word : parts(row.cells[words_column])) {
            if (pairs.emplace(word, row.cells[meaning_column]).second) continue;
            throw InputError(file, row.line, 0,
                             "'" + std::string(word) + "' stands twice in '" + std::string(name) +
                                 "'. Take one out.");
        }
    }
    for (const WordPairsFacts& each : word_pairs_table) {
        if (!pairs_[static_cast<std::size_t>(each.list)].empty()) continue;
        throw InputError(file, 0, 0,
                         "The list '" + std::string(each.name) +
                             "' has no words. Give it a row, or take it out of WordPairs.");
    }
}

const PairedWords& PairedWords::built_in() {
    static const PairedWords words(tables::word_pairs, "word_pairs.tsv");
    return words;
}

std::string_view PairedWords::of(WordPairs list, std::string_view word) const {
    const auto& pairs = pairs_[static_cast<std::size_t>(list)];
    const auto found = pairs.find(word);
    return found == pairs.end() ? std::string_view() : found->second;
}

std::string_view paired(WordPairs list, std::string_view word) {
    return PairedWords::built_in().of(list, word);
}

}  // namespace demarche::lexicon
