// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Closed lists, looked up by the folded word: the words that stand around a name in news, gathered
// from general knowledge and from the errors on the training articles. A word that is on no list is
// no title, no role and no body; "-woman" and "-man" at its end tell a gender all the same.

#include "lexicon/titles.hpp"

#include "lexicon/phrases.hpp"
#include "lexicon/tables.hpp"
#include "lexicon/tsv.hpp"

#include <functional>
#include <map>
#include <utility>

namespace demarche::lexicon {

bool is_particle(std::string_view word) {
    static constexpr std::string_view list[] = {"de",  "da", "di", "du", "van", "von", "der", "den",
                                                "bin", "al", "el", "la", "le",  "ibn", "ben", "-"};
    return among(list, word);
}

bool is_thing(std::string_view word) {
    static constexpr std::string_view list[] = {
        "county",    "city",     "street",       "avenue",    "road",      "square",   "park",
        "river",     "lake",     "island",       "islands",   "coast",     "valley",   "beach",
        "bay",       "airport",  "station",      "tower",     "bridge",    "building", "hall",
        "hotel",     "act",      "bill",         "amendment", "agreement", "accord",   "treaty",
        "deal",      "plan",     "day",          "night",     "week",      "show",     "awards",
        "award",     "cup",      "games",        "war",       "peace",     "prize",    "house",
        "states",    "kingdom",  "republic",     "territory", "province",  "district", "region",
        "state",     "town",     "village",      "hills",     "heights",   "springs",  "matter",
        "lives",     "today",    "live",         "cult",      "hours",     "code",     "line",
        "wall",      "street",   "convention",   "primary",   "caucuses",  "debate",   "election",
        "summit",    "festival", "championship", "book",      "medal",     "heart",    "star",
        "story",     "report",   "papers",       "files",     "mountains", "ocean",    "sea",
        "americans", "african",  "document",     "record",    "crisis",    "force",    "army",
        "navy",      "guard"};
    return among(list, word) || word.ends_with("-tv");
}

std::string role_in_full(const std::string& word) {
    static constexpr std::pair<std::string_view, std::string_view> list[] = {
        {"sen.", "senator"},
        {"sen", "senator"},
        {"sens.", "senator"},
        {"rep.", "congressman"},
        {"reps.", "congressman"},
        {"gov.", "governor"},
        {"gov", "governor"},
        {"gen.", "general"},
        {"pres.", "president"},
        {"prof.", "professor"},
        {"atty.", "attorney"},
        {"adm.", "admiral"},
        {"col.", "colonel"},
        {"representative", "congressman"},
        {"congresswoman", "congressman"},
        {"ex-president", "president"},
        {"then-president", "president"},
        {"premier", "minister"}};
    for (const auto& [brief, full] : list) {
        if (word == brief) return std::string(full);
    }
    return word;
}

bool is_abbreviated_title(std::string_view word) {
    return word.size() > 2 && word.back() == '.' && is_title(word);
}

bool is_generation(std::string_view word) {
    return word == "jr." || word == "jr" || word == "sr." || word == "sr" || word == "ii" ||
           word == "iii" || word == "iv";
}

bool is_title(std::string_view word) {
    static constexpr std::string_view list[] = {"mr",           "mr.",
                                                "mrs",          "mrs.",
                                                "ms",           "ms.",
                                                "dr",           "dr.",
                                                "sir",          "lord",
                                                "lady",         "sen",
                                                "sen.",         "rep",
                                                "rep.",         "gov",
                                                "gov.",         "sens.",
                                                "reps.",        "gen.",
                                                "lt.",          "col.",
                                                "prof.",        "rev.",
                                                "justice",      "judge",
                                                "king",         "queen",
                                                "prince",       "princess",
                                                "pope",         "deputy",
                                                "vice",         "prime",
                                                "first",        "foreign",
                                                "defense",      "defence",
                                                "interior",     "finance",
                                                "former",       "attorney",
                                                "general",      "chief",
                                                "executive",    "presumptive",
                                                "presidential", "senior",
                                                "assistant",    "acting",
                                                "democratic",   "republican",
                                                "democrat",     "congressional",
                                                "state",        "house",
                                                "senate",       "pres.",
                                                "atty.",        "supt.",
                                                "sgt.",         "pfc.",
                                                "spc.",         "adm.",
                                                "cmdr.",        "ald.",
                                                "miss",         "dame",
                                                "national",     "security",
                                                "press",        "opposition",
                                                "majority",     "minority",
                                                "ex-president", "then-president",
                                                "the",          "party",
                                                "treasury",     "white",
                                                "home",         "trade",
                                                "health",       "environment",
                                                "education",    "lt",
                                                "gen",          "col",
                                                "maj.",         "capt.",
                                                "brother",      "sister"};
    return among(list, word) || is_role_noun(word);
}

bool is_role_noun(std::string_view word) {
    static constexpr std::string_view list[] = {"president",     "minister",      "chancellor",
                                                "premier",       "secretary",     "senator",
                                                "senators",      "governor",      "mayor",
                                                "congressman",   "congresswoman", "lawmaker",
                                                "legislator",    "speaker",       "representative",
                                                "chairman",      "chairwoman",    "chair",
                                                "chairperson",   "director",      "leader",
                                                "spokesman",     "spokeswoman",   "spokesperson",
                                                "candidate",     "nominee",       "professor",
                                                "expert",        "analyst",       "adviser",
                                                "advisor",       "aide",          "diplomat",
                                                "ambassador",    "envoy",         "official",
                                                "commander",     "general",       "admiral",
                                                "colonel",       "judge",         "lawyer",
                                                "attorney",      "economist",     "strategist",
                                                "manager",       "billionaire",   "businessman",
                                                "businesswoman", "author",        "writer",
                                                "editor",        "columnist",     "reporter",
                                                "journalist",    "correspondent", "host",
                                                "anchor",        "pollster",      "scientist",
                                                "researcher",    "historian",     "activist",
                                                "founder",       "owner",         "head",
                                                "chief",         "officer",       "commissioner",
                                                "delegate",      "councillor",    "mogul",
                                                "tycoon",        "actor",         "actress",
                                                "singer",        "neurosurgeon",  "sheriff",
                                                "bishop",        "archbishop",    "cardinal",
                                                "pope",          "monarch",       "prosecutor",
                                                "inspector",     "negotiator",    "politician",
                                                "deputy",        "frontrunner",   "front-runner",
                                                "incumbent",     "veteran",       "survivor",
                                                "student",       "resident",      "voter",
                                                "widow",         "husband",       "wife",
                                                "mother",        "father",        "son",
                                                "daughter",      "brother",       "sister",
                                                "fellow",        "rival",         "opponent",
                                                "source",        "organizer",     "coordinator",
                                                "teacher",       "executive",     "mp"};
    return among(list, word);
}

std::optional<ActorKind> kind_of_body(std::string_view last_word) {
    static constexpr std::string_view organisations[] = {
        "committee",     "union",      "association", "university",
        "college",       "institute",  "institution", "center",
        "centre",        "council",    "foundation",  "church",
        "news",          "times",      "post",        "journal",
        "tribune",       "agency",     "press",       "organization",
        "organisation",  "federation", "league",      "fund",
        "bank",          "alliance",   "coalition",   "network",
        "society",       "group",      "campaign",    "commission",
        "authority",     "board",      "movement",    "initiative",
        "forum",         "guardian",   "telegraph",   "observer",
        "magazine",      "radio",      "television",  "tv",
        "pac",           "school",     "hospital",    "watch",
        "international", "club",       "conference",  "caucus",
        "bureau",        "office",     "service",     "administration",
        "team",          "globe",      "gazette",     "herald",
        "chronicle",     "review",     "reuters",     "politico",
        "cnn",           "nbc",        "abc",         "cbs",
        "bbc",           "fox",        "msnbc",       "npr",
        "poll"};
    static constexpr std::string_view companies[] = {
        "inc", "inc.", "corp", "corp.",  "ltd",      "ltd.",     "company",
        "co.", "plc",  "llc",  "motors", "airlines", "holdings", "industries"};
    if (last_word == "party") return ActorKind::party;
    if (last_word == "court") return ActorKind::court;
    if (last_word == "parliament" || last_word == "assembly") return ActorKind::legislature;
    if (last_word == "ministry" || last_word == "department") return ActorKind::government_body;
    if (among(companies, last_word)) return ActorKind::company;
    if (among(organisations, last_word)) return ActorKind::organisation;
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
    static constexpr std::string_view female[] = {
        "mrs",  "mrs.",   "ms",          "ms.",    "lady",  "queen",   "princess",
        "wife", "mother", "daughter",    "sister", "widow", "actress", "woman",
        "girl", "miss",   "grandmother", "dame",   "mom"};
    static constexpr std::string_view male[] = {
        "mr",     "mr.", "sir",     "lord",        "king", "prince",   "husband",
        "father", "son", "brother", "widower",     "pope", "cardinal", "archbishop",
        "imam",   "man", "boy",     "grandfather", "baron"};
    if (among(female, word) || word.ends_with("woman")) return Gender::female;
    if (among(male, word)) return Gender::male;
    return word.size() > 5 && word.ends_with("man") ? Gender::male : Gender::unknown;
}

}  // namespace demarche::lexicon
