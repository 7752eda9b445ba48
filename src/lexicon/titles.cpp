// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The words that stand around a name in news, looked up in words.tsv by the folded word. "-woman"
// and "-man" at the end of one that is not there tell a gender all the same.

#include "lexicon/titles.hpp"

#include "lexicon/closed_words.hpp"
#include "lexicon/tables.hpp"
#include "lexicon/tsv.hpp"
#include "lexicon/word_pairs.hpp"

#include <functional>
#include <map>
#include <utility>

namespace demarche::lexicon {

bool is_particle(std::string_view word) {
    return is(WordClass::name_particle, word);
}

bool is_thing(std::string_view word) {
    return is(WordClass::thing, word) || word.ends_with("-tv");
}

std::string role_in_full(const std::string& word) {
    const std::string_view full = paired(WordPairs::role_in_full, word);
    return full.empty() ? word : std::string(full);
}

bool is_abbreviated_title(std::string_view word) {
    return word.size() > 2 && word.back() == '.' && is_title(word);
}

bool is_generation(std::string_view word) {
    return is(WordClass::generation, word);
}

bool is_title(std::string_view word) {
    return is(WordClass::title, word) || is_role_noun(word);
}

bool is_role_noun(std::string_view word) {
    return is(WordClass::role_noun, word);
}

std::optional<ActorKind> kind_of_body(std::string_view last_word) {
    static constexpr std::pair<WordClass, ActorKind> endings[] = {
        {WordClass::party_ending, ActorKind::party},
        {WordClass::court_ending, ActorKind::court},
        {WordClass::legislature_ending, ActorKind::legislature},
        {WordClass::government_body_ending, ActorKind::government_body},
        {WordClass::company_ending, ActorKind::company},
        {WordClass::organisation_ending, ActorKind::organisation},
    };
    for (const auto& [ending, kind] : endings) {
        if (is(ending, last_word)) return kind;
    }
    return std::nullopt;
}

Gender gender_of_given_name(std::string_view given_name) {
    static const std::map<std::string, Gender, std::less<>> genders = [] {
        std::map<std::string, Gender, std::less<>> table;
        for (const Row& row : read_rows(tables::given_names, 2, "given_names.tsv")) {
            const Gender gender = row.cells[0] == "female" ? Gender::female : Gender::male;
            for (const std::string_view name : parts(row.cells[1])) {
                table.emplace(std::string(name), gender);
            }
        }
        return table;
    }();
    const auto found = genders.find(given_name);
    return found == genders.end() ? Gender::unknown : found->second;
}

Gender gender_of_noun(std::string_view word) {
    if (is(WordClass::female_noun, word) || word.ends_with("woman")) return Gender::female;
    if (is(WordClass::male_noun, word)) return Gender::male;
    return word.size() > 5 && word.ends_with("man") ? Gender::male : Gender::unknown;
}

}  // namespace demarche::lexicon
