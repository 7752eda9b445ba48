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

#include <algorithm>
#include <cstddef>

namespace demarche::lexicon {
namespace {

bool is_digits(std::string_view word) {
    return !word.empty() &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_punctuation_in_phrase(std::string_view word) {
    return word == "-" || word == "'s" || word == "'" || word == "&" || word == "/" || word == "%";
}

/// Prepositions that join a second noun phrase to a source ("source in the ministry").
bool joins_phrases(std::string_view word) {
    return word == "of" || word == "for" || word == "in" || word == "at" || word == "from" ||
           word == "with";
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
    static constexpr std::string_view nouns[] = {
        "source",      "sources",      "official",    "officials",      "spokesman",
        "spokeswoman", "spokesperson", "member",      "members",        "head",
        "leader",      "leaders",      "director",    "minister",       "ministry",
        "department",  "secretary",    "adviser",     "advisers",       "advisor",
        "aide",        "aides",        "chairman",    "chairwoman",     "chair",
        "president",   "professor",    "editor",      "author",         "court",
        "house",       "council",      "association", "union",          "bank",
        "party",       "university",   "people",      "worries",        "mayor",
        "governor",    "ambassador",   "envoy",       "representative", "representatives",
        "critics",     "supporters",   "majority",    "quarter",        "number",
        "percent",     "half",         "most",        "many",           "some",
        "group",       "board",        "office",      "bureau",         "league",
        "institute",   "chief",        "parliament",  "diplomat",       "diplomats",
        "negotiator",  "lawyer",       "lawyers",     "citizens",       "king",
        "queen",       "republic",     "committee",   "organization",   "organisation",
        "chamber",     "federation"};
    return among(nouns, word);
}

}  // namespace

bool is_preposition(std::string_view word) {
    static constexpr std::string_view list[] = {
        "of",     "in",      "on",      "at",      "for",    "from",    "with",
        "by",     "to",      "into",    "about",   "over",   "under",   "against",
        "after",  "before",  "during",  "between", "among",  "through", "without",
        "within", "toward",  "towards", "upon",    "since",  "until",   "despite",
        "as",     "like",    "via",     "amid",    "around", "behind",  "beyond",
        "per",    "outside", "inside",  "off",     "near",   "across"};
    return among(list, word);
}

bool is_determiner(std::string_view word) {
    static constexpr std::string_view list[] = {
        "the",   "a",     "an",  "this", "that", "these",   "those",   "its", "his",
        "her",   "their", "our", "my",   "your", "another", "some",    "any", "each",
        "every", "both",  "all", "no",   "many", "most",    "several", "one"};
    return among(list, word);
}

bool is_pronoun(std::string_view word) {
    static constexpr std::string_view list[] = {
        "i",  "we",  "he",   "she", "it",      "they",    "you",        "who",    "which",
        "us", "him", "them", "me",  "himself", "herself", "themselves", "itself", "whom"};
    return among(list, word);
}

bool is_pronoun_at(const Words& words, std::size_t token) {
    return is_pronoun(words[token]) && words.form(token) != "US";
}

bool is_form_of_be(std::string_view word) {
    static constexpr std::string_view list[] = {"is",   "are",   "was", "were", "be",
                                                "been", "being", "am",  "'re",  "'m"};
    return among(list, word);
}

bool is_auxiliary(std::string_view word) {
    static constexpr std::string_view list[] = {
        "has", "have",  "had",   "having", "do",   "does", "did", "will", "would", "can", "could",
        "may", "might", "shall", "should", "must", "'ve",  "'d",  "'ll",  "wo",    "ca",  "ought"};
    return is_form_of_be(word) || among(list, word);
}

bool is_negation(std::string_view word) {
    return word == "not" || word == "n't" || word == "never" || word == "neither" ||
           word == "nor" || word == "cannot";
}

bool is_adverb(std::string_view word) {
    static constexpr std::string_view list[] = {
        "also",      "later",    "then",   "again",   "now",     "still",     "already",
        "just",      "ever",     "once",   "even",    "soon",    "always",    "often",
        "further",   "instead",  "thus",   "too",     "long",    "well",      "today",
        "yesterday", "tomorrow", "first",  "earlier", "however", "meanwhile", "not",
        "n't",       "never",    "rather", "so",      "yet",     "only"};
    static constexpr std::string_view not_adverbs[] = {"family", "ally",   "italy",    "july",
                                                       "reply",  "supply", "assembly", "rally",
                                                       "apply",  "only",   "daily",    "weekly"};
    if (among(list, word)) return true;
    return word.size() > 4 && word.ends_with("ly") && !among(not_adverbs, word);
}

bool is_conjunction(std::string_view word) {
    static constexpr std::string_view list[] = {"that",    "and",   "but",    "or",      "if",
                                                "because", "while", "when",   "whether", "although",
                                                "though",  "where", "unless", "than",    "what",
                                                "why",     "how",   "whose",  "then",    "there"};
    return among(list, word);
}

bool is_time_word(std::string_view word) {
    static constexpr std::string_view list[] = {
        "monday",    "tuesday",  "wednesday", "thursday", "friday",   "saturday", "sunday",
        "january",   "february", "march",     "april",    "june",     "july",     "august",
        "september", "october",  "november",  "december", "jan.",     "feb.",     "mar.",
        "apr.",      "jun.",     "jul.",      "aug.",     "sep.",     "sept.",    "oct.",
        "nov.",      "dec.",     "yesterday", "today",    "tomorrow", "tonight"};
    return among(list, word);
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
            const bool opens = is_determiner(word) || words.is_word(token) == false;
            if (!(opens && is_determiner(word))) continue;
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
    while (token < end && (words[token] == "on" || words[token] == "in" || words[token] == "late" ||
                           words[token] == "early" || words[token] == "last")) {
        ++token;
    }
    if (token >= end || !is_time_word(words[token])) return at;
    while (token < end &&
           (is_time_word(words[token]) || is_digits(words[token]) || words[token] == "evening" ||
            words[token] == "morning" || words[token] == "night" || words[token] == "afternoon")) {
        ++token;
    }
    return token;
}

}  // namespace demarche::lexicon
