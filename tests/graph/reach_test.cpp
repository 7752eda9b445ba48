// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/reach.hpp"

#include "graph/circles.hpp"
#include "graph/edges.hpp"
#include "graph/generate.hpp"
#include "graph/network.hpp"

#include <doctest/doctest.h>

using namespace demarche;
using namespace demarche::graph;

namespace {

void add_actor(PositionGraph& graph, const std::string& id, const std::string& part_of = {},
               const std::string& represents = {}) {
    Actor actor;
    actor.id = id;
    actor.name = id;
    actor.part_of = part_of;
    actor.represents = represents;
    graph.actors[id] = actor;
}

void add_statement(PositionGraph& graph, const std::string& id, const std::string& holder,
                   const std::string& position, const std::string& reported_by = {}) {
    Statement statement;
    statement.id = id;
    statement.document = "doc";
    statement.holders = {holder};
    statement.position = position;
    statement.reported_by = reported_by;
    graph.statements[id] = statement;
}

/// state <- ministry <- spokesman; union and bank apart, in the same article.
PositionGraph town() {
    PositionGraph graph;
    graph.documents["doc"].id = "doc";
    graph.issues["harbour"] = {"harbour", "the harbour", {}};
    graph.issues["wages"] = {"wages", "wages", {}};
    graph.positions["crane"] = {"crane", "a crane is built", {"harbour"}};
    graph.positions["rise"] = {"rise", "wages rise", {"wages"}};
    add_actor(graph, "state");
    add_actor(graph, "ministry", "state");
    add_actor(graph, "spokesman", "", "ministry");
    add_actor(graph, "union");
    add_actor(graph, "bank");
    add_statement(graph, "s1", "spokesman", "crane");
    add_statement(graph, "s2", "ministry", "crane", "s1");
    add_statement(graph, "s3", "state", "crane", "s2");
    add_statement(graph, "s4", "union", "rise");
    return graph;
}

std::set<Node> actors(const std::vector<std::string>& ids) {
    std::set<Node> nodes;
    for (const std::string& id : ids) nodes.insert({NodeKind::actor, id});
    return nodes;
}

}  // namespace

TEST_CASE("with_parts: down through parts and representatives, never up") {
    const PositionGraph graph = town();
    using Ids = std::set<std::string>;
    CHECK(with_parts(graph, "state") == Ids{"state", "ministry", "spokesman"});
    CHECK(with_parts(graph, "ministry") == Ids{"ministry", "spokesman"});
    CHECK(with_parts(graph, "spokesman") == Ids{"spokesman"});
    CHECK(with_parts(graph, "union") == Ids{"union"});
    CHECK(with_parts(graph, "crane").empty());
    CHECK(with_parts({}, "state").empty());
}

TEST_CASE("with_parts: ends in a circle, and where an affiliation leads to nobody") {
    PositionGraph graph;
    add_actor(graph, "a", "b");
    add_actor(graph, "b", "a");
    add_actor(graph, "c", "nobody");
    CHECK(with_parts(graph, "a") == std::set<std::string>{"a", "b"});
    CHECK(with_parts(graph, "c") == std::set<std::string>{"c"});
}

TEST_CASE("reporters: the nearest first; a circle is cut; a lost report ends the chain") {
    PositionGraph graph = town();
    using Ids = std::vector<std::string>;
    CHECK(reporters(graph, "s3") == Ids{"s2", "s1"});
    CHECK(reporters(graph, "s1").empty());
    CHECK(reporters(graph, "none").empty());
    graph.statements.at("s1").reported_by = "s3";
    CHECK(reporters(graph, "s3") == Ids{"s2", "s1"});
    graph.statements.at("s1").reported_by = "s1";
    CHECK(reporters(graph, "s1").empty());
    graph.statements.at("s1").reported_by = "lost";
    CHECK(reporters(graph, "s2") == Ids{"s1"});
}

TEST_CASE("neighbourhood: step by step, both ways, not through an article") {
    const PositionGraph graph = town();
    const Node state{NodeKind::actor, "state"};
    CHECK(neighbourhood(graph, state, 0) == std::set<Node>{state});
    std::set<Node> one = actors({"state", "ministry"});
    one.insert({NodeKind::position, "crane"});
    CHECK(neighbourhood(graph, state, 1) == one);
    const std::set<Node> far = neighbourhood(graph, state, 99);
    CHECK(far.contains({NodeKind::document, "doc"}));
    CHECK(far.contains({NodeKind::issue, "harbour"}));
    CHECK(far.contains({NodeKind::actor, "spokesman"}));
    CHECK_FALSE(far.contains({NodeKind::actor, "union"}));
    CHECK(neighbourhood(graph, {NodeKind::document, "doc"}, 1)
              .contains({NodeKind::position, "rise"}));
    CHECK(neighbourhood(graph, {NodeKind::position, "state"}, 1).empty());
}

TEST_CASE("connected_parts: what one article holds together only by naming it stays apart") {
    const auto parts = connected_parts(town());
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].size() == 5);
    CHECK(parts[1] == std::vector<Node>{{NodeKind::actor, "union"},
                                        {NodeKind::position, "rise"},
                                        {NodeKind::issue, "wages"}});
    CHECK(parts[2] == std::vector<Node>{{NodeKind::actor, "bank"}});
    CHECK(connected_parts({}).empty());
}

TEST_CASE("network: an actor and an issue of one id are two vertices; lost references no link") {
    PositionGraph graph = town();
    add_actor(graph, "harbour");
    graph.statements.at("s4").target = "nobody";
    const Network network = graph::network(graph);
    CHECK(network.vertices.size() == 6 + 2 + 2 + 1);
    CHECK(boost::num_vertices(network.links) == network.vertices.size());
    // 4 statements, 4 of evidence, 2 reports, 2 about, 2 affiliations.
    CHECK(boost::num_edges(network.links) == 14);
}

TEST_CASE("circles: sets that reach each other, and ids that point to themselves") {
    using Sets = std::vector<std::vector<std::string>>;
    CHECK(circles({}) == Sets{});
    CHECK(circles({{"a", "b"}, {"b", "c"}, {"a", "c"}}) == Sets{});
    CHECK(circles({{"c", "a"}, {"a", "b"}, {"b", "c"}, {"d", "a"}}) == Sets{{"a", "b", "c"}});
    CHECK(circles({{"z", "z"}, {"b", "a"}, {"a", "b"}}) == Sets{{"a", "b"}, {"z"}});
}

TEST_CASE("edges: one for each holder, position, relation and polarity") {
    PositionGraph graph;
    add_statement(graph, "s1", "a", "p");
    add_statement(graph, "s2", "a", "p");
    add_statement(graph, "s3", "a", "p");
    graph.statements.at("s3").polarity = Polarity::negated;
    add_statement(graph, "s4", "b", "p");
    graph.statements.at("s4").holders = {"a", "b"};
    graph.statements.at("s4").relation = Relation::wants;
    CHECK(edges(graph) ==
          std::vector<Edge>{{"a", "p", Relation::states, Polarity::affirmed, {"s1", "s2"}},
                            {"a", "p", Relation::states, Polarity::negated, {"s3"}},
                            {"a", "p", Relation::wants, Polarity::affirmed, {"s4"}},
                            {"b", "p", Relation::wants, Polarity::affirmed, {"s4"}}});
    CHECK(edges({}).empty());
}
