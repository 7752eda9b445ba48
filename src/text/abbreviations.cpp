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
    "adm",  "ald",   "amb",  "apr",  "assn", "asst", "atty",  "aug",  "ave",  "bldg", "blvd",
    "brig", "bros",  "capt", "cllr", "cmdr", "col",  "cpl",   "dec",  "del",  "dept", "det",
    "dist", "dr",    "drs",  "esq",  "feb",  "fr",   "ft",    "gen",  "gens", "gov",  "govs",
    "hon",  "hwy",   "insp", "jan",  "jul",  "jun",  "lt",    "maj",  "mar",  "messrs", "mr",
    "mrs",  "ms",    "msgr", "mt",   "nov",  "oct",  "ofc",   "pfc",  "pres", "prof", "profs",
    "pvt",  "rd",    "rep",  "reps", "rev",  "sec",  "sen",   "sens", "sep",  "sept", "sgt",
    "sr",   "st",    "supt", "treas", "univ",
};

constexpr std::string_view endings[] = {
    "ala",  "ariz", "ark",  "calif", "co",   "colo", "conn", "corp", "cos",  "fla",  "ga",
    "ill",  "inc",  "ind",  "jr",    "kan",  "ky",   "la",   "ltd",  "mass", "md",   "mfg",
    "mich", "minn", "miss", "mo",    "mont", "neb",  "nev",  "okla", "ore",  "pa",   "penn",
    "plc",  "tenn", "tex",  "va",    "vt",   "wash", "wis",  "wyo",
};

constexpr std::string_view small_titles[] = {"approx", "art", "cf", "e.g", "est", "i.e",
                                              "incl",   "v",   "viz", "vs"};
constexpr std::string_view small_endings[] = {"a.m", "al", "cm", "etc", "ft", "kg", "km", "lb",
                                               "lbs", "oz", "p.m", "ph.d"};
constexpr std::string_view numbered[] = {"art", "fig", "fri", "mon", "no", "nos",  "nr",
                                          "p",   "para", "pp",  "sat", "sun", "thu", "thurs",
                                          "tue", "tues", "vol", "wed"};

constexpr std::string_view openers[] = {
    "a",     "after",  "all",  "although", "an",    "and",   "as",    "asked",   "at",
    "but",   "by",     "even", "for",      "from",  "he",    "her",   "his",     "how",
    "however", "i",    "if",   "in",       "instead", "it",  "its",   "last",    "later",
    "many",  "meanwhile", "most", "my",    "nor",   "now",   "on",    "one",     "or",
    "other", "our",    "she",  "since",    "so",    "some",  "still", "such",    "that",
    "the",   "their",  "then", "there",    "these", "they",  "this",  "those",   "though",
    "to",    "two",    "under", "we",      "what",  "when",  "where", "whether", "while",
    "who",   "why",    "with", "yet",      "you",
};

template <std::size_t n>
bool holds(const std::string_view (&table)[n], std::string_view word) {
    return std::binary_search(std::begin(table), std::end(table), word);
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
    if (word.empty() || word.size() > 7) return Abbreviation::none;
    const std::string small = folded(word);
    if (holds(numbered, small)) return Abbreviation::counted;
    if (holds(small_titles, small)) return Abbreviation::title;
    if (holds(small_endings, small)) return Abbreviation::ending;
    const char first = word.front();
    if (first < 'A' || first > 'Z') return Abbreviation::none;
    if (word.size() == 1) return Abbreviation::title;
    if (holds(titles, small)) return Abbreviation::title;
    if (holds(endings, small)) return Abbreviation::ending;
    return Abbreviation::none;
}

bool opens_sentence(std::string_view word) {
    return word.size() <= 9 && holds(openers, folded(word));
}

}  // namespace demarche::text
