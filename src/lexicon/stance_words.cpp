// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "lexicon/stance_words.hpp"

#include "lexicon/tables.hpp"
#include "lexicon/tsv.hpp"

#include <unordered_map>

namespace demarche::lexicon {
namespace {

using Classes = std::unordered_map<std::string_view, std::vector<std::string_view>>;

Classes read_classes() {
    Classes by_lemma;
    for (const Row& row : read_rows(tables::stance_words, 2, "stance_words.tsv")) {
        for (const std::string_view lemma : parts(row.cells[1])) {
            by_lemma[lemma].push_back(row.cells[0]);
        }
    }
    return by_lemma;
}

}  // namespace

const std::vector<std::string_view>& stance_classes(std::string_view lemma) {
    static const Classes by_lemma = read_classes();
    static const std::vector<std::string_view> none;
    const auto found = by_lemma.find(lemma);
    return found == by_lemma.end() ? none : found->second;
}

}  // namespace demarche::lexicon
