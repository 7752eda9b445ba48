// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/find.hpp"

#include "query/sample.hpp"

#include <doctest/doctest.h>

using namespace demarche;
using namespace demarche::query;

using Ids = std::vector<std::string>;

TEST_CASE("find_actors: whole names first, then words, never parts of words") {
    struct Case {
        std::string text;
        Ids found;
    };
    const Case cases[] = {
        // Whole names and aliases.
        {"South Korea", {"kr"}},
        {"south  KOREA", {"kr"}},
        {"the South Korea", {"kr"}},
        {"S Korea", {"kr"}},
        {"Seoul", {"kr"}},
        {"Ｓeoul", {"kr"}},
        {"US", {"us"}},
        {"the US", {"us"}},
        {"Spokeswoman", {"kim"}},
        {"USFK", {"usfk"}},
        {"kim-min ji", {"kim"}},
        // Ids.
        {"kr", {"kr"}},
        {"mofa", {"mofa"}},
        // Words of a name, where no name is that whole.
        {"Foreign Affairs", {"mofa"}},
        {"Korea", {"kr", "usfk"}},
        {"Broadcasting", {"sbs"}},
        {"Seoul Broadcasting", {"sbs"}},
        // Twins.
        {"USF", {}},
        {"Seou", {}},
        {"Korea South", {}},
        {"Affairs Foreign", {}},
        {"Seoul Radio", {}},
        {"the", {}},
        {"", {}},
        {"?!", {}},
    };
    const graph::PositionGraph graph = sample::ferry();
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(find_actors(graph, c.text) == c.found);
        CHECK(find_actors({}, c.text).empty());
    }
}

TEST_CASE("find_actors: British and American spelling are one where no name is spelled so") {
    graph::PositionGraph graph;
    sample::add_actor(graph, "mod", "Ministry of Defence", {});
    sample::add_actor(graph, "au-labor", "Labor Party", {});
    CHECK(find_actors(graph, "ministry of defense") == Ids{"mod"});
    CHECK(find_actors(graph, "Defense") == Ids{"mod"});
    CHECK(find_actors(graph, "Labour Party") == Ids{"au-labor"});
    sample::add_actor(graph, "gb-labour", "Labour Party", {});
    CHECK(find_actors(graph, "Labour Party") == Ids{"gb-labour"});
    CHECK(find_actors(graph, "Labor Party") == Ids{"au-labor"});
    CHECK(actors_named(graph, "Party").empty());
}

TEST_CASE("unknown_words: what no position and no issue has, with what is spelled like it") {
    const graph::PositionGraph graph = sample::ferry();
    CHECK(unknown_words(graph, "ferries sail boat").empty());
    const std::vector<UnknownWord> slips = unknown_words(graph, "ferryes tikets Mars");
    REQUIRE(slips.size() == 3);
    CHECK(slips[0].word == "ferryes");
    CHECK(slips[0].near == Ids{"ferry"});
    CHECK(slips[1].near == Ids{"tickets"});
    CHECK(slips[2].word == "mars");
    CHECK(slips[2].near.empty());
    const std::vector<UnknownWord> joined = unknown_words(graph, "boatservice", 1);
    REQUIRE(joined.size() == 1);
    CHECK(joined[0].near == Ids{"boat service"});
}

TEST_CASE("nearest_actors: slips of the finger, each actor once, the nearest first") {
    struct Case {
        std::string text;
        Ids names;
    };
    const Case cases[] = {
        {"Soeul", {"Seoul", "Seoul Broadcasting System"}},
        {"Sout Korea", {"South Korea"}},
        {"Wahsington", {"Washington"}},
        {"SSB", {"SBS"}},
        {"Foreing", {"Ministry of Foreign Affairs"}},
        {"Kim Minji", {"Kim Min-ji"}},
        {"the Untied States", {"United States"}},
        {"Tokyo", {}},
        {"", {}},
    };
    const graph::PositionGraph graph = sample::ferry();
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(nearest_actors(graph, c.text) == c.names);
        CHECK(nearest_actors({}, c.text).empty());
    }
    CHECK(nearest_actors(graph, "Soeul", 1) == Ids{"Seoul"});
    CHECK(nearest_actors(graph, "Soeul", 0).empty());
}

TEST_CASE("nearest_actors: a letter with an accent is one letter") {
    graph::PositionGraph graph;
    sample::add_actor(graph, "a", "Æó", {});
    CHECK(nearest_actors(graph, "Æ") == Ids{"Æó"});
    CHECK(nearest_actors(graph, "x").empty());
}

TEST_CASE("find_statements: by the beginning of the id") {
    const graph::PositionGraph graph = sample::ferry();
    CHECK(find_statements(graph, "a1") == Ids{"a1"});
    CHECK(find_statements(graph, "b") == Ids{"b1", "b2", "b3"});
    CHECK(find_statements(graph, "b3x").empty());
    CHECK(find_statements(graph, "1").empty());
    CHECK(find_statements(graph, "").empty());
    CHECK(find_statements({}, "a").empty());
}

TEST_CASE("has_words: all words, whole, in any order") {
    CHECK(has_words("The ferry sails daily.", "DAILY ferry"));
    CHECK(has_words("collective self-defense", "self defense"));
    CHECK_FALSE(has_words("The ferry sails daily.", "day"));
    CHECK_FALSE(has_words("The ferry sails daily.", "ferry fares"));
    CHECK_FALSE(has_words("The ferry sails daily.", "..."));
    CHECK_FALSE(has_words("", "ferry"));
}
