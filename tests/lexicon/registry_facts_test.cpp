// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The facts of actors.tsv that a packaged source holds too: ICU's (CLDR's) English names of states.

#include "lexicon/actor_registry.hpp"

#include <doctest/doctest.h>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <map>
#include <string>

using namespace demarche;
using namespace demarche::lexicon;

namespace {

std::string in_icu(const std::string& key) {
    std::string code = key;
    for (char& c : code) c = static_cast<char>(c - 'a' + 'A');
    icu::UnicodeString name;
    icu::Locale("", code.c_str()).getDisplayCountry(icu::Locale::getEnglish(), name);
    std::string utf8;
    name.toUTF8String(utf8);
    // CLDR writes "&" and "St."; news write "and" and "Saint".
    for (const auto& [brief, full] : {std::pair{" & ", " and "}, std::pair{"St. ", "Saint "}}) {
        const std::size_t at = utf8.find(brief);
        if (at != std::string::npos) utf8.replace(at, std::string(brief).size(), full);
    }
    return utf8;
}

/// CLDR's form for lists of countries, which no sentence has.
const std::map<std::string, std::string> listed_otherwise = {
    {"cd", "Congo - Kinshasa"},
    {"cg", "Congo - Brazzaville"},
    {"mm", "Myanmar (Burma)"},
    {"hk", "Hong Kong SAR China"},
    {"ps", "Palestinian Territories"},
    {"vc", "Saint Vincent and Grenadines"},
    {"st", "S\u00e3o Tom\u00e9 and Pr\u00edncipe"},
};

}  // namespace

TEST_CASE("every state of the registry is ICU's state of that code, by name or alias") {
    const ActorRegistry& registry = ActorRegistry::built_in();
    std::size_t states = 0;
    for (const auto& node : registry.entries()) {
        const std::string& key = node.first;
        const RegistryEntry& entry = node.second;
        if (entry.kind != ActorKind::state) continue;
        ++states;
        CAPTURE(key);
        CAPTURE(entry.name);
        REQUIRE(key.size() == 2);
        const std::string name = in_icu(key);
        CAPTURE(name);
        const auto otherwise = listed_otherwise.find(key);
        if (otherwise != listed_otherwise.end()) {
            CHECK(name == otherwise->second);
            continue;
        }
        const auto match = registry.find(name);
        CHECK((match && match->entry->key == key && match->sense == NameSense::name));
    }
    CHECK(states >= 193);
}

TEST_CASE("no Wikidata id stands in the registry, as none could be checked") {
    for (const auto& node : ActorRegistry::built_in().entries()) {
        const std::string& key = node.first;
        CAPTURE(key);
        CHECK(node.second.wikidata.empty());
    }
}
