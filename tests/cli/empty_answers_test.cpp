// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/empty_answers.hpp"

#include "fixture.hpp"

#include "query/find.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;
using namespace demarche::cli;
using namespace demarche::cli::test;

namespace {

std::string why(const FilterOptions& typed, const graph::PositionGraph& graph) {
    return why_nothing(filter_of(typed), typed, graph);
}

FilterOptions by(const std::string& actor) {
    FilterOptions typed;
    typed.actor = actor;
    return typed;
}

}  // namespace

TEST_CASE("why_nothing: nothing is said where something is found") {
    const graph::PositionGraph graph = fixture_graph();
    CHECK(why({}, graph).empty());
    CHECK(why(by("Norland"), graph).empty());
}

TEST_CASE("why_nothing: an actor that others speak to, and who says nothing") {
    graph::PositionGraph graph = fixture_graph();
    std::erase_if(graph.statements, [&graph](const auto& node) {
        return node.second.holders == query::find_actors(graph, "Sudland");
    });
    CHECK(why(by("Sudland"), graph) ==
          " No statement is held by 'Sudland'; said to that actor: 1, aimed at it: 0.");
    FilterOptions typed = by("Sudland");
    typed.quoted = true;
    CHECK(
        why(typed, graph) ==
        " No statement is held by 'Sudland'; said to that actor: 1, aimed at it: 0. Found without "
        "the actor 'Sudland': 1.");
}

TEST_CASE("why_nothing: each condition that nothing meets is named") {
    const graph::PositionGraph graph = fixture_graph();
    FilterOptions typed;
    typed.relation = "praises";
    typed.issue = "tolls fishes";
    typed.policy = true;
    CHECK(why(typed, graph) ==
          " No statement meets --relation 'praises'. No statement meets --issue 'tolls fishes'. No "
          "position or issue has the word 'fishes'; 'demarche codebook' lists them all.");
    typed = {};
    typed.text = "harbour toll";
    CHECK(why(typed, graph) == " No position and no issue has all these words.");
    typed = {};
    typed.since = "2020";
    typed.until = "2020-12";
    typed.confidence = 0.9;
    CHECK(why(typed, graph) ==
          " No statement meets --since '2020' --until '2020-12'. Found without --since '2020' "
          "--until '2020-12': 2.");
}

TEST_CASE("why_nothing: an empty graph") {
    CHECK(why(by("Norland"), {}) ==
          " No statement is held by 'Norland'; said to that actor: 0, aimed at it: 0.");
    FilterOptions typed;
    typed.since = "2020";
    CHECK(why(typed, {}) == " No statement of this graph has a date.");
}
