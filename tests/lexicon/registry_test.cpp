// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "core/error.hpp"
#include "lexicon/actor_registry.hpp"
#include "lexicon/cues.hpp"
#include "lexicon/words.hpp"
#include "statement/dates.hpp"
#include "text/read.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

using namespace demarche;
using namespace demarche::lexicon;
using namespace demarche::statement;

TEST_CASE("the built-in actor table: every reference holds, the spot checks are right") {
    const ActorRegistry& registry = ActorRegistry::built_in();
    std::size_t states = 0;
    for (const auto& node : registry.entries()) {
        const std::string& key = node.first;
        const RegistryEntry& entry = node.second;
        CAPTURE(key);
        CHECK((entry.part_of.empty() || registry.entry(entry.part_of) != nullptr));
        states += entry.kind == ActorKind::state;
    }
    CHECK(states >= 193);
    struct Case {
        const char* phrase;
        const char* key;
    };
    const Case cases[] = {
        {"South Korea", "kr"},    {"S. Korea", "kr"},       {"Seoul", "kr"},
        {"the Blue House", "kr"}, {"DPRK", "kp"},           {"U.S.", "us"},
        {"the US", "us"},         {"Downing Street", "gb"}, {"Kyiv", "ua"},
        {"Côte d’Ivoire", "ci"},  {"NATO", "nato"},         {"Bundestag", "de-bundestag"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.phrase);
        const auto match = registry.find(c.phrase);
        REQUIRE(match);
        CHECK(match->entry->key == c.key);
    }
    for (const char* none : {"us", "", "Atlantis", "the", "South", "house"}) {
        CAPTURE(none);
        CHECK_FALSE(registry.find(none));
    }
}

TEST_CASE("an actor table with a fault: file, line and what to do") {
    struct Case {
        const char* table;
        const char* message;
    };
    const Case cases[] = {
        {"# ours\na\tA\tplanet\n",
         "my.tsv:2: Unknown kind 'planet'. Allowed are 'state', 'government body', 'legislature', "
         "'court', 'party', 'organisation', 'company', 'person', 'group', 'public', 'document', "
         "'anonymous source', 'author', 'unknown'."},
        {"a\tA\tstate\n\na\tB\tstate\n", "my.tsv:3: The key 'a' is taken. Choose another."},
        {"a\t\tstate\n", "my.tsv:1: 'a' has no name. Give its canonical name."},
        {"a\tA\tstate\tb\n", "my.tsv:1: part_of names 'b', which is no key. Add a row for it."},
        {"a\tA\tstate\t\t884\n",
         "my.tsv:1: '884' is no Wikidata id. Write Q and a number, such as Q884, or nothing."},
        {"a\tA\tstate\t\t\t\t\t\tpresident|boss\n",
         "my.tsv:1: Unknown office 'boss'. Use president, monarch, chancellor, prime minister or "
         "minister, parted by |, or nothing."},
        {"a\tA\tstate\t\t\t\t\t\t\tmore\n",
         "my.tsv:1: The row has 10 cells, but the table has 9 columns. Part cells by one tab."},
        {"a\tA\tstate\tb\nb\tB\tstate\ta\n",
         "my.tsv:1: part_of goes in a circle over 'b'. Leave one of these cells empty."},
        {"a\tA\tstate\nb\tCaf\xE9\tstate\n",
         "my.tsv:2: The row is not UTF-8. Convert the table to UTF-8."},
        {"\tA\tstate\n", "my.tsv:1: The first cell is empty. Give the row its key."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.table);
        ActorRegistry registry;
        std::string message;
        try {
            registry.add(c.table, "my.tsv");
        } catch (const InputError& error) {
            message = error.located();
        }
        CHECK(message == c.message);
    }
    ActorRegistry good;
    good.add("a\tA\tstate\t\tQ1\tAy|Ah\tAish\tA-Town\r\nb\tB\tcourt\ta\n", "my.tsv");
    CHECK(good.find("Ah")->entry->key == "a");
    CHECK(good.find("A-Town")->sense == NameSense::seat);
    CHECK(good.find("Aish")->sense == NameSense::demonym);
}

TEST_CASE("an actor table: a long way up is walked once, a circle at its end is found") {
    constexpr std::size_t rows = 50000;
    std::string table;
    for (std::size_t i = 0; i < rows; ++i) {
        const std::string number = std::to_string(i);
        table += "k" + number + "\tName " + number + "\torganisation\t" +
                 (i + 1 < rows ? "k" + std::to_string(i + 1) : "") + "\n";
    }
    ActorRegistry registry;
    registry.add(table, "a.tsv");
    CHECK(registry.entry("k0")->part_of == "k1");
    table += "a\tA\torganisation\tb\nb\tB\torganisation\tc\nc\tC\torganisation\tb\n";
    std::string message;
    try {
        ActorRegistry().add(table, "a.tsv");
    } catch (const InputError& error) {
        message = error.located();
    }
    CHECK(message ==
          "a.tsv:50001: part_of goes in a circle over 'b'. Leave one of these cells empty.");
}

TEST_CASE("a table of the user's own: its names win, its rows take the place of those before") {
    ActorRegistry registry = ActorRegistry::built_in();
    registry.add(
        "us-ga\tGeorgia (US state)\tgovernment body\tus\t\tGeorgia\n"
        "kr\tRepublic of Korea\tstate\t\t\tSouth Korea\n",
        "my.tsv");
    CHECK(registry.find("Georgia")->entry->key == "us-ga");
    CHECK(registry.find("Georgians")->entry->key == "ge");
    CHECK(registry.find("South Korea")->entry->name == "Republic of Korea");
    CHECK(registry.find("Seoul")->entry->name == "Republic of Korea");
    CHECK(ActorRegistry::built_in().find("Georgia")->entry->key == "ge");
}

TEST_CASE("offices of states: what the table notes, else what most states have") {
    struct Case {
        const char* state;
        const char* offices;
    };
    const Case cases[] = {
        {"us", "president"},
        {"de", "president|chancellor|minister"},
        {"ch", "president|minister"},
        {"pl", "president|prime minister|minister"},
        {"jp", "prime minister|minister"},
        {"gb", "monarch|prime minister|minister"},
        {"ca", "prime minister|minister"},
        {"va", "minister"},
        // A republic since 30 November 2021; emirates whose head is called president.
        {"bb", "president|prime minister|minister"},
        {"ae", "president|prime minister|minister"},
    };
    const auto offices_of = [](const ActorRegistry& registry, const char* key) {
        std::string offices;
        for (const OfficeFacts& each : office_table) {
            if (!may_have(*registry.entry(key), each.office)) continue;
            offices += (offices.empty() ? "" : "|") + std::string(each.name);
        }
        return offices;
    };
    for (const Case& c : cases) {
        CAPTURE(c.state);
        CHECK(offices_of(ActorRegistry::built_in(), c.state) == c.offices);
    }
    ActorRegistry registry = ActorRegistry::built_in();
    registry.add(
        "norland\tNorland\tstate\n"
        "oldland\tOldland\tstate\t\t\t\t\t\tmonarch|minister\n"
        "us\tThe States\tstate\n"
        "jp\tNippon\tstate\t\t\t\t\t\tpresident\n",
        "my.tsv");
    CHECK(offices_of(registry, "norland") == "president|prime minister|minister");
    CHECK(offices_of(registry, "oldland") == "monarch|minister");
    CHECK(offices_of(registry, "us") == "president");
    CHECK(offices_of(registry, "jp") == "president");
    CHECK(office_named("prime minister") == Office::prime_minister);
    CHECK_FALSE(office_named("premier"));
}

TEST_CASE("cues: the longest one, in any form of its first word") {
    struct Case {
        const char* text;
        const char* cue;  ///< "" for none
        Relation relation;
    };
    const Case cases[] = {
        {"said", "said", Relation::states},
        {"planned to", "planned to", Relation::plans},
        {"denies", "denies", Relation::denies},
        {"ruled out talks", "ruled out", Relation::rejects},
        {"rules", "rules", Relation::decides},
        {"is deeply worried about it", "is deeply worried about", Relation::worries},
        {"seeking", "seeking", Relation::requests},
        {"table", "", Relation::states},
        {"is", "", Relation::states},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Document document = text::read(
            text::plain_article("It " + std::string(c.text) + ".\n", "test", "test.txt"));
        const Words words(document);
        const auto match = CueLexicon::built_in().at(words, 1);
        CHECK((match ? words.text(match->tokens) : std::string()) == c.cue);
        if (match) CHECK(match->cue->relation == c.relation);
    }
}

TEST_CASE("a cue table with a fault") {
    CHECK_THROWS_WITH_AS(CueLexicon("say\tmutters\ts\n", "c.tsv"),
                         "Unknown relation 'mutters'. Use a name of the closed list, such as "
                         "'requests'.",
                         InputError);
    CHECK_THROWS_WITH_AS(CueLexicon("say\tstates\tz\n", "c.tsv"),
                         "Unknown frame letter 'z'. Use s, n, t, a, g, i or f.", InputError);
}

TEST_CASE("dates: the day a sentence names, else the day of publication") {
    struct Case {
        const char* sentence;
        const char* published;
        const char* date;
    };
    const Case cases[] = {
        {"He spoke on Oct. 25 there.", "2013-10-28T16:11+09:00", "2013-10-25"},
        {"He spoke on Dec. 30 there.", "2014-01-02", "2013-12-30"},
        {"He spoke on 25 October there.", "2013-10-28", "2013-10-25"},
        {"He spoke on Friday there.", "2013-10-28", "2013-10-25"},
        {"He spoke yesterday there.", "2013-10-28", "2013-10-27"},
        {"He spoke there.", "2013-10-28", "2013-10-28"},
        {"He may march there.", "2013-10-28", "2013-10-28"},
        {"He spoke on Oct. 25 there.", "", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.sentence);
        CAPTURE(c.published);
        const Document document =
            text::read(text::plain_article(std::string(c.sentence) + "\n", "test", "test.txt"));
        const Words words(document);
        CHECK(statement_date(words, {0, words.size()}, c.published) == c.date);
    }
}
