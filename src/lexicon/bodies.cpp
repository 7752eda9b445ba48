// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Ministries, parliaments and courts that a text names by a pattern, in one spelling each, so that
// "the foreign ministry" and "MOFA" of one state are one actor.
//
// A closed list of usual bodies comes first, the longest match of it; then the patterns:
//
//     the Ministry of Fish and Food       Ministry of Fish and Food: capitals, "and", "of", commas
//     the fish ministry                   Ministry of Fish: the word before
//     its ministry                        none: a determiner is before it
//
// Limits: which state's body it is, is for the caller to find. The word before "ministry" is not
// asked whether it is a matter: "the old ministry" gives one of Old. English alone. Tested by
// tests/actor/actors_test.cpp.

#include "lexicon/bodies.hpp"

#include "lexicon/closed_words.hpp"
#include "lexicon/nouns.hpp"
#include "lexicon/phrases.hpp"
#include "lexicon/tables.hpp"
#include "lexicon/tsv.hpp"

#include <string_view>
#include <vector>

namespace demarche::lexicon {
namespace {

/// A row of public_bodies.tsv.
struct Fixed {
    std::string_view words;  ///< folded
    std::string_view name;
    ActorKind kind = ActorKind::government_body;
};

enum Column { words_column, name_column, kind_column, column_count };

const std::vector<Fixed>& fixed_bodies() {
    static const std::vector<Fixed> bodies = [] {
        const std::string file = "public_bodies.tsv";
        std::vector<Fixed> rows;
        for (const Row& row : read_rows(tables::public_bodies, column_count, file)) {
            rows.push_back({row.cells[words_column], row.cells[name_column],
                            actor_kind_named(row.cells[kind_column], file, row.line)});
        }
        return rows;
    }();
    return bodies;
}

std::string title_case(std::string text) {
    bool start = true;
    for (char& c : text) {
        if (start && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        start = c == ' ';
    }
    return text;
}

/// The end of the matter after "Ministry of": capitalised words joined by "and", "of", commas.
std::size_t matter_end(const Words& words, std::size_t first, std::size_t end) {
    std::size_t stop = first;
    for (std::size_t t = first; t < end; ++t) {
        if (words.capitalised(t)) {
            stop = t + 1;
            continue;
        }
        const bool inner = is(WordClass::joint_in_a_matter, words[t]);
        const bool goes_on = t + 1 < end && (words.capitalised(t + 1) || words[t + 1] == "and" ||
                                             words[t + 1] == "the");
        if (!inner || !goes_on) break;
    }
    return stop;
}

std::optional<PublicBody> ministry_of(const Words& words, std::size_t t, std::size_t end) {
    if (!is_body_noun(words[t]) || t + 2 >= end) return std::nullopt;
    if (words[t + 1] != "of" && words[t + 1] != "for") return std::nullopt;
    std::size_t matter = t + 2;
    if (words[matter] == "the" && matter + 1 < end) ++matter;
    const std::size_t stop = matter_end(words, matter, end);
    if (stop == matter) return std::nullopt;
    return PublicBody{title_case(words[t]) + " of " + words.text({matter, stop}),
                      ActorKind::government_body,
                      {t, stop}};
}

std::optional<PublicBody> matter_ministry(const Words& words, std::size_t first, std::size_t t) {
    if (!is_body_noun(words[t]) || t == first || is_determiner(words[t - 1])) return std::nullopt;
    if (!words.is_word(t - 1) || words[t - 1] == "'s") return std::nullopt;
    return PublicBody{title_case(words[t]) + " of " + title_case(words.form(t - 1)),
                      ActorKind::government_body,
                      {t - 1, t + 1}};
}

}  // namespace

std::optional<PublicBody> public_body(const Words& words, TokenRange phrase) {
    for (std::size_t t = phrase.first; t < phrase.end; ++t) {
        const Fixed* longest = nullptr;
        std::size_t stop = t;
        for (const Fixed& fixed : fixed_bodies()) {
            const std::size_t end = words.match(t, fixed.words);
            const bool abbreviation = fixed.words.size() <= 4;
            if (end <= stop || end > phrase.end) continue;
            if (abbreviation && !words.capitalised(t)) continue;
            longest = &fixed;
            stop = end;
        }
        if (longest != nullptr)
            return PublicBody{std::string(longest->name), longest->kind, {t, stop}};
        if (auto body = ministry_of(words, t, phrase.end)) return body;
        if (auto body = matter_ministry(words, phrase.first, t)) return body;
    }
    return std::nullopt;
}

bool is_body(ActorKind kind) {
    switch (kind) {
        case ActorKind::state:
        case ActorKind::government_body:
        case ActorKind::legislature:
        case ActorKind::court:
        case ActorKind::party:
        case ActorKind::organisation:
        case ActorKind::company: return true;
        case ActorKind::person:
        case ActorKind::group:
        case ActorKind::public_:
        case ActorKind::document:
        case ActorKind::anonymous:
        case ActorKind::author:
        case ActorKind::unknown: return false;
    }
    return false;
}

bool may_be_called(ActorKind kind, std::string_view noun) {
    if (is(WordClass::state_again, noun)) return kind == ActorKind::state;
    if (is_body_noun(noun)) return kind == ActorKind::government_body;
    if (noun == "court") return kind == ActorKind::court;
    const bool free = kind == ActorKind::organisation || kind == ActorKind::company;
    if (is(WordClass::party_again, noun)) return free || kind == ActorKind::party;
    return free || (is(WordClass::public_body_again, noun) &&
                    (kind == ActorKind::government_body || kind == ActorKind::legislature));
}

}  // namespace demarche::lexicon
