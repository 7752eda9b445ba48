// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "lexicon/closed_words.hpp"

#include "core/error.hpp"
#include "lexicon/tables.hpp"
#include "lexicon/tsv.hpp"
#include "lexicon/words.hpp"

#include <algorithm>

namespace demarche::lexicon {
namespace {

enum Column { class_column, words_column, purpose_column, column_count };

}  // namespace

ClosedWords::ClosedWords(std::string_view table, const std::string& file) {
    for (const Row& row : read_rows(table, column_count, file)) {
        const std::string_view name = row.cells[class_column];
        const auto facts =
            std::find_if(word_class_table.begin(), word_class_table.end(),
                         [&](const WordClassFacts& each) { return each.name == name; });
        if (facts == word_class_table.end()) {
            throw InputError(file, row.line, 0,
                             "Unknown class '" + std::string(name) +
                                 "'. Add it to WordClass, or use a class of that list.");
        }
        const auto place = static_cast<std::size_t>(facts->word_class);
        for (const std::string_view word : parts(row.cells[words_column])) {
            if (word.empty()) {
                throw InputError(
                    file, row.line, 0,
                    "A word of '" + std::string(name) + "' is empty. Part words by one |.");
            }
            auto& classes = classes_[word];
            if (classes[place]) {
                throw InputError(file, row.line, 0,
                                 "'" + std::string(word) + "' stands twice in '" +
                                     std::string(name) + "'. Take one out.");
            }
            classes.set(place);
            words_[place].push_back(word);
        }
    }
    for (const WordClassFacts& each : word_class_table) {
        if (!of(each.word_class).empty()) continue;
        throw InputError(file, 0, 0,
                         "The class '" + std::string(each.name) +
                             "' has no words. Give it a row, or take it out of WordClass.");
    }
}

const ClosedWords& ClosedWords::built_in() {
    static const ClosedWords words(tables::words, "words.tsv");
    return words;
}

bool is(WordClass word_class, std::string_view word) {
    return ClosedWords::built_in().is(word_class, word);
}

bool any_stem_is(WordClass word_class, std::string_view form) {
    const std::vector<std::string> all = stems(form);
    return std::any_of(all.begin(), all.end(),
                       [&](const std::string& stem) { return is(word_class, stem); });
}

const std::vector<std::string_view>& words_of(WordClass word_class) {
    return ClosedWords::built_in().of(word_class);
}

}  // namespace demarche::lexicon
