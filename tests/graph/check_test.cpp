// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/check.hpp"

#include "graph/generate.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <stdexcept>

using namespace demarche;
using namespace demarche::graph;

namespace {

/// A sound graph of one article: an official of a ministry reports what the ministry wants.
PositionGraph sound() {
    PositionGraph graph;
    DocumentNode document;
    document.sha256 = identity::sha256("article");
    document.id = document.sha256.substr(0, 32);
    document.published = "2014-05-01T08:00+09:00";
    graph.documents[document.id] = document;
    const Issue issue{"harbour", "the harbour", {"port"}};
    graph.issues[issue.id] = issue;
    const Position position{
        identity::position_id("harbour", "a crane is built"), "a crane is built", {"harbour"}};
    graph.positions[position.id] = position;
    Actor ministry;
    ministry.id = "ministry";
    ministry.name = "Ministry";
    Actor official;
    official.id = "official";
    official.name = "Official";
    official.represents = "ministry";
    graph.actors["ministry"] = ministry;
    graph.actors["official"] = official;
    Statement report;
    report.document = document.id;
    report.holders = {"official"};
    report.position = position.id;
    report.cue = {{4, 8, "told", "who ", " us"}};
    report.content = {{12, 16, "this", "", ""}};
    report.id = identity::statement_id(report);
    Statement wish = report;
    wish.holders = {"ministry"};
    wish.relation = Relation::wants;
    wish.reported_by = report.id;
    wish.addressee = "official";
    wish.stance = 0.7;
    wish.confidence = 0.93;
    wish.content = {{12, 16, "this", "", ""}, {20, 24, "thát", "", ""}};
    wish.id = identity::statement_id(wish);
    graph.statements[report.id] = report;
    graph.statements[wish.id] = wish;
    return graph;
}

Statement& wish(PositionGraph& graph) {
    for (auto& [id, statement] : graph.statements) {
        if (statement.relation == Relation::wants) return statement;
    }
    throw std::logic_error("no wish");
}

/// Files the statement anew under the id that its changed parts give.
void file_again(PositionGraph& graph) {
    Statement moved = wish(graph);
    graph.statements.erase(moved.id);
    moved.id = identity::statement_id(moved);
    graph.statements[moved.id] = moved;
}

}  // namespace

TEST_CASE("check: nothing is wrong with a sound graph, nor with an empty one") {
    CHECK(check(sound()).empty());
    CHECK(check({}).empty());
}

TEST_CASE("check: each fault is found, and that alone") {
    struct Case {
        std::string message;
        std::function<void(PositionGraph&)> spoil;
    };
    const Case cases[] = {
        // Documents.
        {"sha256 'ABC' is not 64 hex digits in lower case",
         [](PositionGraph& g) { g.documents.begin()->second.sha256 = "ABC"; }},
        {"the id should be '00000000000000000000000000000000', the first digits of its sha256",
         [](PositionGraph& g) { g.documents.begin()->second.sha256 = std::string(64, '0'); }},
        {"published 'May' is not an ISO 8601 time",
         [](PositionGraph& g) { g.documents.begin()->second.published = "May"; }},
        {"modified '2014-13-01' is not an ISO 8601 time",
         [](PositionGraph& g) { g.documents.begin()->second.modified = "2014-13-01"; }},
        {"url 'http://x/a b' is no URI: it should be 'http://x/a%20b'",
         [](PositionGraph& g) { g.documents.begin()->second.url = "http://x/a b"; }},
        // Issues and positions.
        {"has no label", [](PositionGraph& g) { g.issues.at("harbour").label.clear(); }},
        {"aliases are not sorted and unique",
         [](PositionGraph& g) {
             g.issues.at("harbour").aliases = {"port", "port"};
         }},
        {"one of the aliases is empty",
         [](PositionGraph& g) { g.issues.at("harbour").aliases = {""}; }},
        {"no position is about it",
         [](PositionGraph& g) {
             g.issues["tolls"] = {"tolls", "the tolls", {}};
         }},
        {"the id is not that of its issue and label 'a crane is sold'",
         [](PositionGraph& g) { g.positions.begin()->second.label = "a crane is sold"; }},
        {"issue 'roads' is no issue of this graph",
         [](PositionGraph& g) { g.positions.begin()->second.issues.push_back("roads"); }},
        {"no statement takes it",
         [](PositionGraph& g) {
             const Position extra{identity::position_id("harbour", "x"), "x", {"harbour"}};
             g.positions[extra.id] = extra;
         }},
        // Actors.
        {"has no name", [](PositionGraph& g) { g.actors.at("ministry").name.clear(); }},
        {"part_of 'state' is no actor of this graph",
         [](PositionGraph& g) { g.actors.at("ministry").part_of = "state"; }},
        {"represents 'harbour' is no actor of this graph (it is an issue)",
         [](PositionGraph& g) { g.actors.at("official").represents = "harbour"; }},
        {"no statement and no actor needs it",
         [](PositionGraph& g) {
             g.actors["idle"].id = "idle";
             g.actors["idle"].name = "Idle";
         }},
        {"part_of and represents go in a circle: ministry, official",
         [](PositionGraph& g) { g.actors.at("ministry").part_of = "official"; }},
        {"part_of and represents go in a circle: official",
         [](PositionGraph& g) { g.actors.at("official").part_of = "official"; }},
        // Statements.
        {"has no holder",
         [](PositionGraph& g) {
             wish(g).holders.clear();
             file_again(g);
         }},
        {"holder 'mayor' is no actor of this graph",
         [](PositionGraph& g) {
             wish(g).holders = {"mayor"};
             file_again(g);
         }},
        {"holders are not sorted and unique",
         [](PositionGraph& g) {
             wish(g).holders = {"official", "ministry"};
             file_again(g);
         }},
        {"has no position",
         [](PositionGraph& g) {
             wish(g).position.clear();
             file_again(g);
         }},
        {"position 'harbour' is no position of this graph (it is an issue)",
         [](PositionGraph& g) {
             wish(g).position = "harbour";
             file_again(g);
         }},
        {"addressee 'mayor' is no actor of this graph",
         [](PositionGraph& g) { wish(g).addressee = "mayor"; }},
        {"target 'mayor' is no actor of this graph",
         [](PositionGraph& g) { wish(g).target = "mayor"; }},
        {"reported_by 'nobody' is no statement of this graph",
         [](PositionGraph& g) {
             wish(g).reported_by = "nobody";
             file_again(g);
         }},
        {"has no evidence: neither cue nor content",
         [](PositionGraph& g) {
             wish(g).cue.clear();
             wish(g).content.clear();
             file_again(g);
         }},
        {"content [16, 16) is empty or reversed",
         [](PositionGraph& g) {
             wish(g).content = {{16, 16, "", "", ""}};
             file_again(g);
         }},
        {"content [12, 17) has 4 code points of words",
         [](PositionGraph& g) {
             wish(g).content.front().end = 17;
             file_again(g);
         }},
        {"content spans overlap or are not in text order",
         [](PositionGraph& g) {
             std::swap(wish(g).content[0], wish(g).content[1]);
             file_again(g);
         }},
        {"cue [4, 8) has more than 32 code points of text around it",
         [](PositionGraph& g) { wish(g).cue.front().suffix = std::string(33, 'x'); }},
        {"stance is not in -1 to 1, hundredths", [](PositionGraph& g) { wish(g).stance = -1.01; }},
        {"stance is not in -1 to 1, hundredths", [](PositionGraph& g) { wish(g).stance = 0.705; }},
        {"stance is not in -1 to 1, hundredths",
         [](PositionGraph& g) { wish(g).stance = std::nan(""); }},
        {"confidence is not in 0 to 1, hundredths",
         [](PositionGraph& g) { wish(g).confidence = -0.1; }},
        {"date 'Friday' is not an ISO 8601 time",
         [](PositionGraph& g) { wish(g).date = "Friday"; }},
    };
    for (const Case& c : cases) {
        CAPTURE(c.message);
        PositionGraph graph = sound();
        c.spoil(graph);
        const std::vector<Finding> findings = check(graph);
        REQUIRE(findings.size() == 1);
        CHECK(findings.front().message == c.message);
    }
}

TEST_CASE("check: what is not what its id says, and what has no id or another") {
    PositionGraph graph = sound();
    const std::string id = wish(graph).id;
    wish(graph).relation = Relation::opposes;
    auto findings = check(graph);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].at == "statement " + id);
    CHECK(findings[0].message == "the id should be '" +
                                     identity::statement_id(graph.statements.at(id)) +
                                     "' by what it says");

    graph = sound();
    graph.actors.at("ministry").id = "office";
    findings = check(graph);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0] ==
          Finding{"actor ministry", "is filed under another id than its own, 'office'"});

    graph = sound();
    graph.actors.at("ministry").id.clear();
    findings = check(graph);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0] == Finding{"actor ministry", "has no id"});
}

TEST_CASE("check: reports must stay in their article, and in no circle") {
    PositionGraph graph = sound();
    DocumentNode other;
    other.sha256 = identity::sha256("another");
    other.id = other.sha256.substr(0, 32);
    graph.documents[other.id] = other;
    wish(graph).document = other.id;
    file_again(graph);
    auto findings = check(graph);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].message == "is reported by a statement of another document");

    graph = sound();
    const std::string a = wish(graph).id;
    const std::string b = wish(graph).reported_by;
    graph.statements.at(b).reported_by = a;
    findings = check(graph);
    // The reporter's own id no longer fits either: a circle of reports cannot have sound ids.
    REQUIRE(findings.size() == 2);
    CHECK(findings[1].at == "statement " + std::min(a, b));
    CHECK(findings[1].message ==
          "reported_by goes in a circle: " + std::min(a, b) + ", " + std::max(a, b));
}

TEST_CASE("check: a position of several issues may have its id from any of them, or from none") {
    for (const std::string issue : {"", "harbour", "tolls"}) {
        CAPTURE(issue);
        PositionGraph graph = sound();
        graph.issues["tolls"] = {"tolls", "the tolls", {}};
        Position position{identity::position_id(issue, "p"), "p", {"harbour", "tolls"}};
        graph.positions[position.id] = position;
        wish(graph).position = position.id;
        file_again(graph);
        CHECK(check(graph).empty());
        graph.positions.at(position.id).issues = {"harbour"};
        graph.issues.erase("tolls");
        CHECK(check(graph).empty() == (issue != "tolls"));
    }
}

TEST_CASE("check_against: the words at the offsets are the words stored, in code points") {
    const std::string text = "Café owners “like” the plan; one doubts it.";
    PositionGraph graph;
    DocumentNode document;
    document.sha256 = identity::sha256(text);
    document.id = document.sha256.substr(0, 32);
    graph.documents[document.id] = document;
    Statement statement;
    statement.id = "s";
    statement.document = document.id;
    statement.source = {{0, 11, "Café owners", "", " “like"}};
    statement.cue = {{13, 17, "like", "owners “", "” the plan"}};
    statement.content = {{19, 27, "the plan", "like” ", ";"}};
    graph.statements["s"] = statement;
    Statement elsewhere = statement;
    elsewhere.document = "another";
    elsewhere.cue = {{0, 3, "not", "", ""}};
    graph.statements["t"] = elsewhere;
    CHECK(check_against(graph, document.id, text, document.sha256).empty());

    struct Case {
        Passage passage;
        std::string message;
    };
    const Case cases[] = {
        {{13, 17, "love", "", ""}, "cue [13, 17) is 'like' in the article, 'love' in the graph"},
        // The bytes' offsets of the same word.
        {{16, 20, "like", "", ""}, "cue [16, 20) is 'e” t' in the article, 'like' in the graph"},
        {{13, 17, "like", "owners", ""},
         "cue [13, 17) does not stand after 'owners' in the article"},
        {{13, 17, "like", "", "the"}, "cue [13, 17) does not stand before 'the' in the article"},
        {{40, 44, "it.", "", ""}, "cue [40, 44) ends after the article, which has 43 code points"},
        {{17, 17, "", "", ""}, "cue [17, 17) is empty or reversed"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.message);
        graph.statements.at("s").cue = {c.passage};
        const auto findings = check_against(graph, document.id, text, document.sha256);
        REQUIRE(findings.size() == 1);
        CHECK(findings[0] == Finding{"statement s", c.message});
    }
}

TEST_CASE("check_against: another version is one finding, an unknown document too") {
    PositionGraph graph = sound();
    const std::string id = graph.documents.begin()->first;
    const auto other = check_against(graph, id, "edited", identity::sha256("edited"));
    REQUIRE(other.size() == 1);
    CHECK(other[0].message == "the article's SHA-256 is '" + identity::sha256("edited") +
                                  "', the graph's is '" + identity::sha256("article") +
                                  "': this is another version of the article");
    CHECK(check_against(graph, "ffff", "", "") ==
          std::vector<Finding>{{"document ffff", "is not in the graph"}});
}

TEST_CASE("check_against: finds nothing in generated graphs, whose words stand in their text") {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const PositionGraph graph = generated::graph(seed);
        for (const auto& [id, document] : graph.documents) {
            CHECK(check_against(graph, id, generated::article_text, document.sha256).empty());
        }
    }
}
