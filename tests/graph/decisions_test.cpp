// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/decisions.hpp"

#include "core/error.hpp"
#include "graph/generate.hpp"
#include "graph/merge.hpp"
#include "identity/identity.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace demarche;
using namespace demarche::graph;

namespace {

void add_statement(PositionGraph& graph, std::size_t begin, std::vector<std::string> holders,
                   const std::string& addressee, const std::string& reported_by) {
    Statement statement;
    statement.document = "doc";
    statement.holders = std::move(holders);
    statement.addressee = addressee;
    statement.reported_by = reported_by;
    statement.position = "gate";
    statement.confidence = 0.5;
    statement.content = {{begin, begin + 4, "gate", "", ""}};
    statement.id = identity::statement_id(statement);
    graph.statements[statement.id] = statement;
}

/// Berg speaks twice, once by surname, once in full; Dahl is told.
PositionGraph harbour() {
    PositionGraph graph;
    graph.documents["doc"] = {"doc", "", "doc", "", "", "", {}, "", "", "en"};
    graph.actors["berg-in-doc"] = {
        "berg-in-doc", "Berg", ActorKind::person, {"Minister Berg"}, "", "", ""};
    graph.actors["anna-berg"] = {"anna-berg", "Anna Berg", ActorKind::person, {}, "", "", ""};
    graph.actors["ole-dahl"] = {"ole-dahl", "Ole Dahl", ActorKind::person, {}, "", "", ""};
    graph.positions["gate"] = {"gate", "the gate is shut", {}};
    add_statement(graph, 0, {"berg-in-doc"}, "ole-dahl", "");
    const std::string outer = graph.statements.begin()->first;
    add_statement(graph, 10, {"ole-dahl"}, "berg-in-doc", outer);
    add_statement(graph, 20, {"anna-berg"}, "", "");
    return graph;
}

std::string message_of(const std::string& text) {
    try {
        (void)read_decisions(text, "d.tsv");
    } catch (const InputError& error) {
        return error.located();
    }
    return {};
}

using Notes = std::vector<std::string>;

Actor called(const std::string& id) {
    Actor actor;
    actor.id = id;
    return actor;
}

/// Statement i is reported by statement i - 1, the first by `first`; all are held by Berg.
PositionGraph chain(std::size_t length, const std::string& first) {
    PositionGraph graph = harbour();
    graph.statements.clear();
    std::string reporter = first;
    for (std::size_t i = 0; i < length; ++i) {
        Statement statement;
        statement.id = "s" + std::to_string(i);
        statement.document = "doc";
        statement.holders = {"berg-in-doc"};
        statement.position = "gate";
        statement.reported_by = reporter;
        statement.content = {{10 * i, 10 * i + 4, "gate", "", ""}};
        reporter = statement.id;
        graph.statements[statement.id] = statement;
    }
    return graph;
}

}  // namespace

TEST_CASE(
    "decisions: a long chain of reports follows to its end, each with the id of what it says") {
    PositionGraph graph = chain(30000, "");
    CHECK(carry_out(graph, read_decisions("same\tBerg\tAnna Berg\n", "d.tsv")) == Notes{});
    CHECK(graph.statements.size() == 30000);
    std::size_t without_reporter = 0;
    for (const auto& [id, statement] : graph.statements) {
        without_reporter += statement.reported_by.empty();
        REQUIRE(id == identity::statement_id(statement));
        REQUIRE(statement.holders == std::vector<std::string>{"anna-berg"});
        REQUIRE(
            (statement.reported_by.empty() || graph.statements.contains(statement.reported_by)));
    }
    CHECK(without_reporter == 1);
}

TEST_CASE("decisions: a circle of reports stays one, and every report is there") {
    for (const std::size_t length : {1U, 2U, 3U, 20000U}) {
        CAPTURE(length);
        PositionGraph graph = chain(length, "s" + std::to_string(length - 1));
        CHECK(carry_out(graph, read_decisions("same\tBerg\tAnna Berg\n", "d.tsv")) == Notes{});
        REQUIRE(graph.statements.size() == length);
        std::string at = graph.statements.begin()->first;
        std::set<std::string> seen;
        while (seen.insert(at).second) {
            REQUIRE(graph.statements.contains(at));
            CHECK(graph.statements.at(at).holders == std::vector<std::string>{"anna-berg"});
            at = graph.statements.at(at).reported_by;
        }
        CHECK(seen.size() == length);
    }
}

TEST_CASE("decisions: carried out together, they do what they do one after the other") {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        CAPTURE(seed);
        generated::Chance chance(seed);
        PositionGraph together = generated::graph_of(generated::readings(seed));
        const auto someone = [&chance] {
            const std::string number = generated::number(chance.below(8));
            return (chance.one_in(2) ? "Actor " : "actor-") + number;
        };
        std::vector<Decision> decisions;
        for (std::size_t line = 1; line <= 6; ++line) {
            Decision decision;
            decision.line = line;
            decision.action = chance.one_in(3) ? Action::rename : Action::same;
            if (chance.one_in(6)) decision.action = Action::kind;
            decision.actor = someone();
            decision.other = someone();
            if (decision.actor == decision.other) continue;
            decision.kind = ActorKind::group;
            decisions.push_back(decision);
        }
        PositionGraph by_turns = together;
        Notes notes;
        for (const Decision& decision : decisions) {
            for (std::string& note : carry_out(by_turns, {decision})) {
                notes.push_back(std::move(note));
            }
        }
        CHECK(carry_out(together, decisions) == notes);
        CHECK(together == by_turns);
    }
}

TEST_CASE("decisions: fifty thousand lines are read and carried out in the time of their number") {
    PositionGraph graph = harbour();
    std::string text;
    for (std::size_t i = 0; i < 50000; ++i) {
        const std::string id = "a" + std::to_string(i);
        graph.actors[id] = {id, "Name " + id, ActorKind::person, {}, "", "", ""};
        text += "not-same\t" + id + "\tole-dahl\n";
        text += "same\t" + id + "\t" + (i + 1 < 50000 ? "a" + std::to_string(i + 1) : "anna-berg") +
                "\n";
    }
    const auto decisions = read_decisions(text, "d.tsv");
    CHECK(decisions.size() == 100000);
    CHECK(carry_out(graph, decisions).size() == 0);
    CHECK(graph.actors.size() == 3);
    CHECK(graph.actors.at("anna-berg").aliases.size() == 50000);
    const Distinctions distinctions(decisions);
    CHECK(distinctions.apart(graph.actors.at("ole-dahl"), called("a7")));
    CHECK(distinctions.apart(called("a7"), graph.actors.at("ole-dahl")));
    CHECK_FALSE(distinctions.apart(called("a7"), called("a8")));
}

TEST_CASE("decisions: a file with a fault: file, line, column and what to do") {
    struct Case {
        const char* text;
        const char* message;
    };
    const Case cases[] = {
        {"same\tA\tB\nmerge\tA\tB\n",
         "d.tsv:2:1: Unknown action 'merge'. Write same, not-same, rename or kind, and a tab "
         "behind "
         "it."},
        {"same\tÅse Dahl\n",
         "d.tsv:1:14: A cell is missing behind 'Åse Dahl'. A line is an action and two cells, "
         "parted by tabs."},
        {"same\tA\tB\tC\n",
         "d.tsv:1:10: 'C' is too much. A line is an action and two cells, parted by tabs."},
        {"\n# ours\nkind\tÅ\tplanet\n",
         "d.tsv:3:8: Unknown kind 'planet'. Allowed are 'state', 'government body', 'legislature', "
         "'court', 'party', 'organisation', 'company', 'person', 'group', 'public', 'document', "
         "'anonymous source', 'author', 'unknown'."},
        {"same\tA\tB\nsame\tCaf\xE9\tB\n",
         "d.tsv:2: The line is not UTF-8. Convert the file to UTF-8."},
        {"same\tA\tB\nnot-same\tB\tA\n",
         "d.tsv:2:1: This contradicts line 1. Keep one of the two."},
        {"same\tA\tB\nsame\tB\tA\n", "d.tsv:2:1: This contradicts line 1. Keep one of the two."},
        {"rename\tA\tB\nrename\tA\tC\n",
         "d.tsv:2:1: This contradicts line 1. Keep one of the two."},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.text));
        CHECK(message_of(c.text) == c.message);
    }
    const auto good = read_decisions(
        "# ours\r\nsame\t\tBerg\tAnna Berg\t# the minister\r\nnot-same\tA\tC\n", "d.tsv");
    REQUIRE(good.size() == 2);
    CHECK(good[0].actor == "Berg");
    CHECK(good[0].other == "Anna Berg");
    CHECK(good[0].line == 2);
}

TEST_CASE("decisions: same: one actor with all names, statements follow, the second time nothing") {
    PositionGraph graph = harbour();
    const auto decisions = read_decisions("same\tBerg\tAnna Berg\n", "d.tsv");
    CHECK(carry_out(graph, decisions) == Notes{});
    CHECK_FALSE(graph.actors.contains("berg-in-doc"));
    CHECK(graph.actors.at("anna-berg").aliases ==
          std::vector<std::string>{"Berg", "Minister Berg"});
    REQUIRE(graph.statements.size() == 3);
    for (const auto& [id, statement] : graph.statements) {
        CHECK(id == statement.id);
        CHECK(id == identity::statement_id(statement));
        CHECK((statement.reported_by.empty() || graph.statements.contains(statement.reported_by)));
        CHECK(statement.addressee != "berg-in-doc");
    }
    prune(graph);
    const PositionGraph once = graph;
    CHECK(carry_out(graph, decisions) == Notes{});
    CHECK(graph == once);
}

TEST_CASE("decisions: rename and kind; a name that several bear means all of them") {
    PositionGraph graph = harbour();
    graph.actors["berg-in-b"] = {"berg-in-b", "Berg", ActorKind::person, {}, "", "", ""};
    const auto decisions =
        read_decisions("rename\tBerg\tAnna Berg-Holm\nkind\tAnna Berg-Holm\tgroup\n", "d.tsv");
    CHECK(carry_out(graph, decisions) == Notes{});
    const Actor& renamed = graph.actors.at("anna-berg-holm");
    CHECK(renamed.name == "Anna Berg-Holm");
    CHECK(renamed.kind == ActorKind::group);
    CHECK(renamed.aliases == std::vector<std::string>{"Berg", "Minister Berg"});
    CHECK_FALSE(graph.actors.contains("berg-in-b"));
    prune(graph);
    CHECK(carry_out(graph, decisions) == Notes{});
}

TEST_CASE("decisions: those that no longer apply are told, the rest is done") {
    PositionGraph graph = harbour();
    const auto decisions = read_decisions(
        "same\tHolm\tAnna Berg\nsame\tOle Dahl\tOla Dahl\nnot-same\tAnna Berg\tEva Berg\n"
        "kind\tPort\tcompany\nrename\tolm\tElm\nsame\tBerg\tAnna Berg\n",
        "d.tsv");
    const Notes notes = carry_out(graph, decisions);
    CHECK(notes ==
          Notes{"line 1: there is no actor 'Holm' any more. Correct or remove the line.",
                "line 2: there is no actor 'Ola Dahl' any more. Correct or remove the line.",
                "line 3: there is no actor 'Eva Berg' any more. Correct or remove the line.",
                "line 4: there is no actor 'Port' any more. Correct or remove the line.",
                "line 5: there is no actor 'olm' any more. Correct or remove the line."});
    CHECK_FALSE(graph.actors.contains("berg-in-doc"));
    graph.actors["other"] = {"other", "Anna Berg", ActorKind::person, {}, "", "", ""};
    CHECK(carry_out(graph, read_decisions("same\tOle Dahl\tAnna Berg\n", "d.tsv")) ==
          Notes{"line 1: several actors are called 'Anna Berg'. Write the id of the one that is "
                "meant."});
}
