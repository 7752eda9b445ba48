// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// British words are spelled the American way by their endings. The classes are those of Noah
// Webster's reform (An American Dictionary of the English Language, 1828: -or, -er, -se, -ize, one
// l before an ending) and of ae for e; the conditions and the words of the tables were chosen by
// hand. A rule may change a word that has no other spelling ("source" to "sorce"), for both sides
// are changed alike; it must not make one word of two ("four" and "for", "filled" and "filed"),
// which is what the conditions are for. Tested by spelling_test.cpp.

#include "query/spelling.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace demarche::query {
namespace {

struct Pair {
    std::string_view from;
    std::string_view to;
};

/// What words end in. The first that fits is taken.
constexpr std::array<Pair, 24> endings = {{
    {"ise", "ize"},     {"ises", "izes"},   {"ised", "ized"},       {"iser", "izer"},
    {"isers", "izers"}, {"ising", "izing"}, {"isation", "ization"}, {"isations", "izations"},
    {"yse", "yze"},     {"yses", "yzes"},   {"ysed", "yzed"},       {"ysing", "yzing"},
    {"ence", "ense"},   {"ences", "enses"}, {"enced", "ensed"},     {"encing", "ensing"},
    {"tre", "ter"},     {"tres", "ters"},   {"bre", "ber"},         {"bres", "bers"},
    {"ogue", "og"},     {"ogues", "ogs"},   {"gement", "gment"},    {"gements", "gments"},
}};

/// What words begin with.
constexpr std::array<Pair, 12> beginnings = {{
    {"sceptic", "skeptic"},
    {"sulph", "sulf"},
    {"mould", "mold"},
    {"plough", "plow"},
    {"grey", "gray"},
    {"enroll", "enrol"},
    {"fulfill", "fulfil"},
    {"skillful", "skilful"},
    {"willful", "wilful"},
    {"installment", "instalment"},
    {"artefact", "artifact"},
    {"defenceless", "defenseless"},
}};

constexpr std::array<Pair, 27> whole_words = {{
    {"programme", "program"},
    {"programmes", "programs"},
    {"practise", "practice"},
    {"practises", "practices"},
    {"practised", "practiced"},
    {"practising", "practicing"},
    {"cheque", "check"},
    {"cheques", "checks"},
    {"tyre", "tire"},
    {"tyres", "tires"},
    {"kerb", "curb"},
    {"kerbs", "curbs"},
    {"storey", "story"},
    {"storeys", "stories"},
    {"gaol", "jail"},
    {"enquiry", "inquiry"},
    {"enquiries", "inquiries"},
    {"ageing", "aging"},
    {"aluminium", "aluminum"},
    {"aeroplane", "airplane"},
    {"aeroplanes", "airplanes"},
    {"jewellery", "jewelry"},
    {"manoeuvre", "maneuver"},
    {"manoeuvres", "maneuvers"},
    {"manoeuvred", "maneuvered"},
    {"manoeuvring", "maneuvering"},
    {"towards", "toward"},
}};

/// Singular and plural.
constexpr std::array<Pair, 11> irregular = {{
    {"man", "men"},
    {"woman", "women"},
    {"child", "children"},
    {"person", "people"},
    {"foot", "feet"},
    {"tooth", "teeth"},
    {"mouse", "mice"},
    {"criterion", "criteria"},
    {"phenomenon", "phenomena"},
    {"stimulus", "stimuli"},
    {"bureau", "bureaux"},
}};

/// No plural, though it looks like that of another word.
constexpr std::array<std::string_view, 2> no_plural = {"news", "ours"};

bool is_vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

std::size_t vowel_groups(std::string_view text) {
    std::size_t groups = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_vowel(text[i]) && (i == 0 || !is_vowel(text[i - 1]))) ++groups;
    }
    return groups;
}

/// "our" behind two letters or more: "labour", "neighbouring"; not "four", "court", "mourning".
void mend_our(std::string& word) {
    const std::size_t at = word.find("our", 2);
    if (at != std::string::npos) word.erase(at + 1, 1);
}

/// One l before an ending, behind two syllables or more: "travelled"; not "filled".
void mend_doubled_l(std::string& word) {
    for (const std::string_view ending : {"ed", "ing", "er", "ers", "or", "ors"}) {
        const std::string doubled = "ll" + std::string(ending);
        if (!word.ends_with(doubled)) continue;
        const std::size_t at = word.size() - doubled.size();
        if (vowel_groups(std::string_view(word).substr(0, at)) >= 2) word.erase(at, 1);
        return;
    }
}

/// "anaemia", "archaeology".
void mend_ae(std::string& word) {
    for (std::size_t at = 0; (at = word.find("ae", at)) != std::string::npos;) word.erase(at, 1);
}

std::string without(std::string_view word, std::size_t letters) {
    return std::string(word.substr(0, word.size() - letters));
}

std::string plural(std::string_view word) {
    for (const auto& [one, many] : irregular) {
        if (word == one) return std::string(many);
    }
    if (word.ends_with("sis")) return without(word, 2) + "es";  // crisis
    if (word.ends_with('y') && word.size() > 1 && !is_vowel(word[word.size() - 2])) {
        return without(word, 1) + "ies";
    }
    for (const std::string_view hiss : {"s", "x", "z", "ch", "sh", "o"}) {
        if (word.ends_with(hiss)) return std::string(word) + "es";
    }
    return std::string(word) + "s";
}

/// All that may have `word` for its plural.
std::set<std::string> singulars(std::string_view word) {
    std::set<std::string> found;
    for (const auto& [one, many] : irregular) {
        if (word == many) found.insert(std::string(one));
    }
    if (std::find(no_plural.begin(), no_plural.end(), word) != no_plural.end()) return found;
    if (!word.ends_with('s') || word.ends_with("ss")) return found;
    found.insert(without(word, 1));
    if (word.ends_with("ies")) found.insert(without(word, 3) + "y");
    if (word.ends_with("ses")) found.insert(without(word, 2) + "is");
    if (word.ends_with("ves")) {  // wolves, wives
        found.insert(without(word, 3) + "f");
        found.insert(without(word, 3) + "fe");
    }
    for (const std::string_view hissed : {"ses", "xes", "zes", "ches", "shes", "oes"}) {
        if (word.ends_with(hissed)) found.insert(without(word, 2));
    }
    // "its" is no plural of "it", "has" none of "ha".
    std::erase_if(found, [](const std::string& singular) { return singular.size() < 3; });
    return found;
}

/// All that may be the plural of `word`: what a rule makes, and what the other rules make singular.
std::set<std::string> plurals(std::string_view word) {
    if (word.size() < 3) return {};
    std::set<std::string> guesses = {plural(word), std::string(word) + "s"};  // "photos"
    if (word.ends_with('f')) guesses.insert(without(word, 1) + "ves");
    if (word.ends_with("fe")) guesses.insert(without(word, 2) + "ves");
    std::erase_if(guesses, [&](const std::string& guess) {
        return !singulars(guess).contains(std::string(word));
    });
    return guesses;
}

}  // namespace

std::string one_spelling(std::string_view word) {
    for (const auto& [from, to] : whole_words) {
        if (word == from) return std::string(to);
    }
    std::string result(word);
    for (const auto& [from, to] : beginnings) {
        if (result.starts_with(from)) result.replace(0, from.size(), to);
    }
    for (const auto& [from, to] : endings) {
        // "wise" and "fence" may change, "tre" alone is no word.
        if (result.size() <= from.size() || !result.ends_with(from)) continue;
        result.replace(result.size() - from.size(), from.size(), to);
        break;
    }
    mend_our(result);
    mend_doubled_l(result);
    mend_ae(result);
    return result;
}

std::set<std::string> word_forms(std::string_view word) {
    std::set<std::string> forms = {one_spelling(word)};
    for (const std::string& other : singulars(word)) forms.insert(one_spelling(other));
    for (const std::string& other : plurals(word)) forms.insert(one_spelling(other));
    return forms;
}

}  // namespace demarche::query
