// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Noun phrases and verb groups by closed lists, from a word outward.
//
// Short function words are a closed class: what is none of them, and no finite verb by its tag, may
// stand in a noun phrase. Going back from a verb, a phrase ends at its determiner, except where
// "of", "in" and the like join it to a noun that takes such a phrase:
//
//     a source in the Ministry of Foreign Affairs said
//     of     joins: "Ministry" takes such a phrase (and "of" before a capital always joins)
//     the    opens a phrase, but "in" before it follows "source", which takes one
//     a      opens the phrase, and nothing before it joins
//
// Of "a ferry in the harbour left" only "the harbour" is taken, as "ferry" is none of those nouns.
//
// Limits: lists of words are English and as long as hands made them; of tags only those of finite
// verbs are asked, and where there are none a verb passes for a noun. Names may hold "and", other
// phrases not; what is longer than 16 words going back is given up. No file of tests of its own:
// tests/actor, tests/attribution and tests/statement read by it.

#include "lexicon/phrases.hpp"

#include "lexicon/closed_words.hpp"

#include <algorithm>
#include <cstddef>

namespace demarche::lexicon {
namespace {

bool is_digits(std::string_view word) {
    return !word.empty() &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_punctuation_in_phrase(std::string_view word) {
    return is(WordClass::mark_in_a_phrase, word);
}

/// Prepositions that join a second noun phrase to a source ("source in the ministry").
bool joins_phrases(std::string_view word) {
    return is(WordClass::joining_preposition, word);
}

bool may_be_in_phrase(const Words& words, std::size_t token) {
    const std::string& word = words[token];
    if (is_punctuation_in_phrase(word)) return true;
    if (words.is_quote(token) || !words.is_word(token)) return false;
    // "she said Norway": what the tagger takes for a finite verb is between two phrases.
    const std::string& tag = words.document().tokens[token].xpos;
    if (tag == "VBD" || tag == "VBZ" || tag == "VBP") return false;
    return !is_preposition(word) && !is_pronoun_at(words, token) && !is_auxiliary(word) &&
           !is_conjunction(word) && !is_negation(word);
}

/// Nouns whose "of", "in", "for", "from" phrase says whom they belong to.
bool takes_phrase(std::string_view word) {
    return is(WordClass::noun_with_a_phrase, word);
}

}  // namespace

bool is_preposition(std::string_view word) {
    return is(WordClass::preposition, word);
}

bool is_determiner(std::string_view word) {
    return is(WordClass::determiner, word);
}

bool is_pronoun(std::string_view word) {
    return is(WordClass::pronoun, word);
}

bool is_pronoun_at(const Words& words, std::size_t token) {
    return is_pronoun(words[token]) && words.form(token) != "US";
}

bool is_form_of_be(std::string_view word) {
    return is(WordClass::form_of_be, word);
}

bool is_auxiliary(std::string_view word) {
    return is_form_of_be(word) || is(WordClass::auxiliary, word);
}

bool is_negation(std::string_view word) {
    return is(WordClass::negation, word);
}

bool is_adverb(std::string_view word) {
    if (is(WordClass::adverb, word)) return true;
    return word.size() > 4 && word.ends_with("ly") && !is(WordClass::no_adverb, word);
}

bool is_conjunction(std::string_view word) {
    return is(WordClass::conjunction, word);
}

bool is_time_word(std::string_view word) {
    return is(WordClass::time_word, word);
}

std::size_t verb_group_start(const Words& words, std::size_t from, std::size_t verb) {
    std::size_t start = verb;
    while (start > from) {
        const std::string& word = words[start - 1];
        if (!is_auxiliary(word) && !is_adverb(word) && !is_negation(word)) break;
        if (words.capitalised(start - 1) && !words.starts_sentence(start - 1)) break;
        --start;
    }
    return start;
}

TokenRange noun_phrase_before(const Words& words, std::size_t from, std::size_t end) {
    if (end <= from) return {};
    if (is_pronoun_at(words, end - 1)) return {end - 1, end};
    std::size_t first = end;
    while (first > from) {
        const std::size_t token = first - 1;
        const std::string& word = words[token];
        const bool names_beside =
            first < end && words.capitalised(first) && token > from && words.capitalised(token - 1);
        if (may_be_in_phrase(words, token)) {
            --first;
            // A determiner opens its phrase; only "of" and the like may go on from there.
            if (!is_determiner(word)) continue;
            if (first > from + 1 && joins_phrases(words[first - 1]) &&
                (takes_phrase(words[first - 2]) || words[first - 1] == "of")) {
                --first;
                continue;
            }
            break;
        }
        if (word == "and" && names_beside) {
            --first;
            continue;
        }
        if (first < end && joins_phrases(word) && token > from &&
            (takes_phrase(words[token - 1]) || (words.capitalised(first) && word == "of"))) {
            --first;
            continue;
        }
        break;
    }
    while (first < end && !words.is_word(first)) ++first;
    // "to what extent Warsaw": the noun of the question is no part of the name.
    if (first > from && words[first - 1] == "what") {
        while (first + 1 < end && !words.capitalised(first)) ++first;
    }
    if (end - first > 16) return {};
    return {first, end};
}

TokenRange noun_phrase_from(const Words& words, std::size_t first, std::size_t end) {
    if (first >= end) return {};
    if (is_pronoun_at(words, first)) return {first, first + 1};
    std::size_t token = first;
    while (token < end) {
        const std::string& word = words[token];
        const bool inside = token > first && (is_determiner(word) || is_adverb(word));
        if (may_be_in_phrase(words, token) && !inside && !is_time_word(word)) {
            ++token;
            continue;
        }
        const bool joins = word == "of" ||
                           (joins_phrases(word) && token > first && takes_phrase(words[token - 1]));
        if (token > first && token + 1 < end && joins) {
            ++token;
            if (is_determiner(words[token])) ++token;
            continue;
        }
        if (word == "and" && token > first && token + 1 < end && words.capitalised(token - 1) &&
            words.capitalised(token + 1)) {
            ++token;
            continue;
        }
        if (word == "." && words.joined(token)) {
            ++token;
            continue;
        }
        break;
    }
    while (token > first && !words.is_word(token - 1)) --token;
    return {first, token};
}

std::size_t time_phrase_end(const Words& words, std::size_t at, std::size_t end) {
    std::size_t token = at;
    while (token < end && is(WordClass::before_a_day, words[token])) ++token;
    if (token >= end || !is_time_word(words[token])) return at;
    while (token < end && (is_time_word(words[token]) || is_digits(words[token]) ||
                           is(WordClass::part_of_a_day, words[token]))) {
        ++token;
    }
    return token;
}

}  // namespace demarche::lexicon
