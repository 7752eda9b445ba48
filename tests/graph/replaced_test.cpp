// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/replaced.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::graph;

namespace {

Statement said(const std::string& id, std::size_t at, const std::string& words) {
    Statement statement;
    statement.id = id;
    statement.document = "doc";
    statement.holders = {"mayor"};
    statement.relation = Relation::supports;
    statement.position = "gate";
    statement.stance = 0.7;
    statement.confidence = 0.5;
    statement.cue = {{at, at + 4, "said", "", ""}};
    statement.content = {{at + 5, at + 5 + words.size(), words, "", ""}};
    return statement;
}

/// The article "day", in which the mayor says two things, one of them twice.
PositionGraph town() {
    PositionGraph graph;
    graph.documents["doc"] = {"doc", "", "day", "", "", "", {}, "", "", "en"};
    graph.documents["other"] = {"other", "", "night", "", "", "", {}, "", "", "en"};
    graph.actors["mayor"] = {"mayor", "Mayor", ActorKind::person, {}, "town", "", ""};
    graph.actors["town"] = {"town", "Town", ActorKind::unknown, {}, "", "", ""};
    graph.positions["gate"] = {"gate", "the gate is shut", {}};
    graph.positions["wall"] = {"wall", "the wall is torn down", {}};
    graph.statements["a"] = said("a", 0, "shut it");
    graph.statements["b"] = said("b", 100, "tear it down");
    graph.statements["c"] = said("c", 200, "shut it");
    Statement elsewhere = said("d", 0, "shut it");
    elsewhere.document = "other";
    graph.statements["d"] = elsewhere;
    return graph;
}

const std::string text = "He said shut it, he said tear it down, and again: shut it.";

std::vector<Replaced> compared(const PositionGraph& graph, const PositionGraph& after,
                               const std::string& words = text) {
    Before before(graph);
    before.read_again("day", words);
    return before.compared_with(after);
}

}  // namespace

TEST_CASE("replaced: what stands otherwise after a reading, by the words, and nothing else") {
    struct Case {
        const char* what;
        const char* how;
        std::function<void(PositionGraph&)> changed;
    };
    const Case cases[] = {
        {"'shut it'", "relation 'opposes' becomes 'supports'",
         [](PositionGraph& g) { g.statements.at("c").relation = Relation::opposes; }},
        {"'shut it'", "relation 'does not support' becomes 'supports'",
         [](PositionGraph& g) { g.statements.at("a").polarity = Polarity::negated; }},
        {"'tear it down'", "holder 'Town' becomes 'Mayor'; stance '-0.70' becomes '0.70'",
         [](PositionGraph& g) {
             g.statements.at("b").holders = {"town"};
             g.statements.at("b").stance = -0.7;
         }},
        {"'tear it down'", "position 'the wall is torn down' becomes 'the gate is shut'",
         [](PositionGraph& g) { g.statements.at("b").position = "wall"; }},
        {"'tear it down'", "addressee 'Town' becomes ''; policy 'yes' becomes 'no'",
         [](PositionGraph& g) {
             g.statements.at("b").addressee = "town";
             g.statements.at("b").policy = true;
         }},
        {"'it down'", "is found no more",
         [](PositionGraph& g) {
             g.statements.at("b").content = said("b", 105, "it down").content;
         }},
        {"actor mayor", "name 'Lord Mayor' becomes 'Mayor'; kind 'group' becomes 'person'",
         [](PositionGraph& g) {
             g.actors.at("mayor").name = "Lord Mayor";
             g.actors.at("mayor").kind = ActorKind::group;
         }},
        {"actor mayor", "part_of 'land' becomes 'town'",
         [](PositionGraph& g) { g.actors.at("mayor").part_of = "land"; }},
        // What is only added, or of another article, or has another id, is not told.
        {nullptr, nullptr, [](PositionGraph& g) { g.actors.at("mayor").part_of.clear(); }},
        {nullptr, nullptr, [](PositionGraph& g) { g.actors.erase("town"); }},
        {nullptr, nullptr, [](PositionGraph& g) { g.statements.erase("a"); }},
        {nullptr, nullptr,
         [](PositionGraph& g) { g.statements.at("d").relation = Relation::opposes; }},
        {nullptr, nullptr,
         [](PositionGraph& g) {
             auto node = g.statements.extract("b");
             node.key() = node.mapped().id = "z";
             g.statements.insert(std::move(node));
         }},
        {nullptr, nullptr, [](PositionGraph&) {}},
    };
    for (const Case& c : cases) {
        PositionGraph graph = town();
        c.changed(graph);
        const auto found = compared(graph, town());
        CAPTURE(std::string(c.how == nullptr ? "" : c.how));
        if (c.what == nullptr) {
            CHECK(found.empty());
            continue;
        }
        REQUIRE(found.size() == 1);
        CHECK(found[0].what == c.what);
        CHECK(found[0].how == c.how);
        CHECK(found[0].article == (found[0].what.starts_with("actor") ? "" : "day"));
    }
}

TEST_CASE("replaced: a statement whose words the article no longer has is not missed") {
    PositionGraph after = town();
    after.statements.erase("b");
    CHECK(compared(town(), after).size() == 1);
    CHECK(compared(town(), after, "He said shut it.").empty());
}

TEST_CASE("replaced: nothing, where no article of the graph was read again") {
    PositionGraph graph = town();
    graph.statements.at("b").relation = Relation::opposes;
    Before before(graph);
    before.read_again("dawn", text);
    before.read_again("", text);
    CHECK(before.compared_with(town()).empty());
}
