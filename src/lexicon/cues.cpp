// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "lexicon/cues.hpp"

#include "core/error.hpp"
#include "lexicon/phrases.hpp"
#include "lexicon/tables.hpp"
#include "lexicon/tsv.hpp"

#include <algorithm>

namespace demarche::lexicon {
namespace {

enum Column { cue_column, relation_column, frame_column, forms_column, column_count };

std::vector<std::string> split_words(std::string_view phrase) {
    std::vector<std::string> words;
    while (!phrase.empty()) {
        const std::size_t space = std::min(phrase.find(' '), phrase.size());
        words.emplace_back(phrase.substr(0, space));
        phrase.remove_prefix(std::min(space + 1, phrase.size()));
    }
    return words;
}

Relation relation_named(std::string_view word, const std::string& file, std::size_t line) {
    for (const RelationFacts& row : relation_table) {
        if (row.name == word) return row.relation;
    }
    throw InputError(file, line, 0,
                     "Unknown relation '" + std::string(word) +
                         "'. Use a name of the closed list, such as 'requests'.");
}

void read_frame(Cue& cue, std::string_view frame, const std::string& file, std::size_t line) {
    for (const char letter : frame) {
        switch (letter) {
            case 's': cue.clause = true; break;
            case 'n': cue.object = true; break;
            case 't': cue.infinitive = true; break;
            case 'a': cue.addressee = true; break;
            case 'g': cue.target = true; break;
            case 'i': cue.impersonal = true; break;
            case 'f': cue.verb = false; break;
            default:
                throw InputError(file, line, 0,
                                 std::string("Unknown frame letter '") + letter +
                                     "'. Use s, n, t, a, g, i or f.");
        }
    }
}

}  // namespace

CueLexicon::CueLexicon(std::string_view table, const std::string& file) {
    for (const Row& row : read_rows(table, column_count, file)) {
        Cue cue;
        cue.words = split_words(row.cells[cue_column]);
        cue.relation = relation_named(row.cells[relation_column], file, row.line);
        read_frame(cue, row.cells[frame_column], file, row.line);
        for (const std::string_view form : parts(row.cells[forms_column])) {
            irregular_.emplace(form, cue.words.front());
        }
        by_first_word_.emplace(cue.words.front(), cues_.size());
        cues_.push_back(std::move(cue));
    }
}

const CueLexicon& CueLexicon::built_in() {
    static const CueLexicon lexicon(tables::cues, "cues.tsv");
    return lexicon;
}

std::optional<CueMatch> CueLexicon::at(const Words& words, std::size_t token) const {
    std::vector<std::string> bases = stems(words[token]);
    if (const auto base = irregular_.find(words[token]); base != irregular_.end()) {
        bases.push_back(base->second);
    }
    std::optional<CueMatch> best;
    for (const std::string& base : bases) {
        const auto [first, last] = by_first_word_.equal_range(base);
        for (auto entry = first; entry != last; ++entry) {
            const Cue& cue = cues_[entry->second];
            std::size_t end = token + 1;
            // "is deeply worried about": one adverb may stand behind the first word.
            if (cue.words.size() > 1 && end < words.size() && is_adverb(words[end])) ++end;
            for (std::size_t w = 1; w < cue.words.size() && end != token; ++w) {
                const std::size_t next = words.match(end, cue.words[w]);
                end = next == end ? token : next;
            }
            if (end == token) continue;
            if (!best || end - token > best->tokens.size()) best = CueMatch{&cue, {token, end}};
        }
    }
    return best;
}

}  // namespace demarche::lexicon
