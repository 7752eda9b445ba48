// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "text/abbreviations.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

// Chosen by hand from what news in English writes; sorted, for binary search.

namespace demarche::text {
namespace {

// Taken as abbreviations only with a capital, so that "miss", "mass", "wash" stay words.
constexpr std::string_view titles[] = {
    "adm",  "ald",  "amb",  "apr",   "assn", "asst", "atty", "aug",  "ave",  "bldg",   "blvd",
    "brig", "bros", "capt", "cllr",  "cmdr", "col",  "cpl",  "dec",  "del",  "dept",   "det",
    "dist", "dr",   "drs",  "esq",   "feb",  "fr",   "ft",   "gen",  "gens", "gov",    "govs",
    "hon",  "hwy",  "insp", "jan",   "jul",  "jun",  "lt",   "maj",  "mar",  "messrs", "mr",
    "mrs",  "ms",   "msgr", "mt",    "nov",  "oct",  "ofc",  "pfc",  "pres", "prof",   "profs",
    "pvt",  "rd",   "rep",  "reps",  "rev",  "sec",  "sen",  "sens", "sep",  "sept",   "sgt",
    "sr",   "st",   "supt", "treas", "univ",
};

constexpr std::string_view endings[] = {
    "ala",  "ariz", "ark",  "calif", "co",   "colo", "conn", "corp", "cos",  "fla", "ga",
    "ill",  "inc",  "ind",  "jr",    "kan",  "ky",   "la",   "ltd",  "mass", "md",  "mfg",
    "mich", "minn", "miss", "mo",    "mont", "neb",  "nev",  "okla", "ore",  "pa",  "penn",
    "plc",  "tenn", "tex",  "va",    "vt",   "wash", "wis",  "wyo",
};

// Written small.
constexpr std::string_view small_titles[] = {"approx", "cf", "e.g", "est", "i.e",
                                             "incl",   "v",  "viz", "vs"};
constexpr std::string_view small_endings[] = {"al", "cm", "etc", "ft", "kg",
                                              "km", "lb", "lbs", "oz"};
constexpr std::string_view dotted[] = {"a.m", "p.m", "ph.d"};
constexpr std::string_view numbered[] = {"art", "fig",   "fri",  "mon",  "no",  "nos",
                                         "nr",  "p",     "para", "pp",   "sat", "sun",
                                         "thu", "thurs", "tue",  "tues", "vol", "wed"};

constexpr std::string_view openers[] = {
    "a",      "according", "after",    "all",     "also",   "although",  "an",      "and",
    "as",     "asked",     "at",       "because", "before", "but",       "by",      "despite",
    "during", "each",      "earlier",  "even",    "every",  "few",       "for",     "from",
    "he",     "her",       "here",     "his",     "how",    "however",   "i",       "if",
    "in",     "indeed",    "instead",  "it",      "its",    "just",      "last",    "later",
    "many",   "meanwhile", "more",     "most",    "my",     "nearly",    "neither", "no",
    "nor",    "not",       "now",      "on",      "one",    "only",      "or",      "other",
    "our",    "perhaps",   "rather",   "several", "she",    "similarly", "since",   "so",
    "some",   "soon",      "still",    "such",    "that",   "the",       "their",   "then",
    "there",  "these",     "they",     "this",    "those",  "though",    "three",   "thus",
    "to",     "today",     "together", "two",     "under",  "unlike",    "until",   "we",
    "what",   "when",      "where",    "whether", "while",  "who",       "why",     "with",
    "yet",    "you",
};

template <std::size_t n>
constexpr bool is_sorted(const std::string_view (&table)[n]) {
    return std::is_sorted(std::begin(table), std::end(table));
}
static_assert(is_sorted(titles) && is_sorted(endings) && is_sorted(small_titles) &&
              is_sorted(small_endings) && is_sorted(dotted) && is_sorted(numbered) &&
              is_sorted(openers));

template <std::size_t n>
bool holds(const std::string_view (&table)[n], std::string_view word) {
    return std::binary_search(std::begin(table), std::end(table), word);
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
    if (word.empty() || word.size() > 7) return Abbreviation::none;
    const std::string small = folded(word);
    const bool capital = is_upper(character_at(word, 0).c);
    if (capital && word.size() == 1) return Abbreviation::title;
    if (holds(numbered, small)) return Abbreviation::counted;
    if (holds(dotted, small)) return Abbreviation::ending;
    if (!capital) {
        if (holds(small_titles, small)) return Abbreviation::title;
        return holds(small_endings, small) ? Abbreviation::ending : Abbreviation::none;
    }
    if (small == "vs" || holds(titles, small)) return Abbreviation::title;
    // "VA." ends a sentence about Veterans Affairs, "Va." is Virginia.
    const bool capitals = word.size() > 1 && is_upper(character_at(word, 1).c);
    return !capitals && holds(endings, small) ? Abbreviation::ending : Abbreviation::none;
}

bool opens_sentence(std::string_view word) {
    return word.size() <= 9 && holds(openers, folded(word));
}

}  // namespace demarche::text
