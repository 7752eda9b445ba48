// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"
#include "identity/identity.hpp"

#include <string>
#include <vector>

/// A small graph made by hand: two articles on one affair, with every kind of node and reference.
namespace demarche::sample {

inline Passage passage(std::size_t begin, std::string exact, std::string prefix = "",
                       std::string suffix = "") {
    return {begin, begin + exact.size(), std::move(exact), std::move(prefix), std::move(suffix)};
}

/// What a test says of a statement; the rest is filled in by `add`.
struct Said {
    std::vector<std::string> holders;
    Relation relation;
    std::string position;
    std::string words;
    std::size_t at;
    Polarity polarity = Polarity::affirmed;
    Factuality factuality = Factuality::actual;
    std::string addressee = {};
    std::string target = {};
    std::string reported_by = {};
    int document = 0;
};

inline const std::string documents[2] = {"0ab84f0d22aa4c1b9d3f0e5a6b7c8d9e",
                                         "77c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5"};

inline std::string add(graph::PositionGraph& graph, const Said& said) {
    Statement statement;
    statement.document = documents[said.document];
    statement.holders = said.holders;
    statement.relation = said.relation;
    statement.polarity = said.polarity;
    statement.factuality = said.factuality;
    statement.position = said.position;
    statement.addressee = said.addressee;
    statement.target = said.target;
    statement.reported_by = said.reported_by;
    statement.stance = stance_of(said.relation, said.polarity);
    statement.confidence = 0.86;
    statement.policy = true;
    statement.direct_quote = said.words.starts_with("we ");
    statement.date = said.document == 0 ? "2013-10-25" : "2013-11-04";
    statement.source = {passage(said.at, "a source", "On Friday ", " said")};
    statement.cue = {passage(said.at + 9, "said", "a source ", " ")};
    statement.content = {passage(said.at + 14, said.words, "a source said ", ".")};
    statement.id = identity::statement_id(statement);
    graph.statements[statement.id] = statement;
    return statement.id;
}

inline void add_actor(graph::PositionGraph& graph, Actor actor) {
    graph.actors[actor.id] = std::move(actor);
}

inline std::string add_position(graph::PositionGraph& graph, const std::string& label,
                                const std::string& issue) {
    const std::string id = identity::position_id(issue, label);
    graph.positions[id] = {id, label, {issue}};
    return id;
}

inline void add_nodes(graph::PositionGraph& graph) {
    graph.documents[documents[0]] = {documents[0],
                                     documents[0] + std::string(32, '0'),
                                     "exercise",
                                     "Seoul asks for a say before Tokyo acts",
                                     "2013-10-28T16:11:00+09:00",
                                     "2013-10-28T16:45:00+09:00",
                                     {{"Min Ara", "Washington correspondent"}, {"Oh Jun", ""}},
                                     "The Peninsula Post",
                                     "https://example.org/a?b=1&c=2",
                                     "en"};
    graph.documents[documents[1]] = {documents[1], documents[1] + std::string(32, 'f'),
                                     "follow-up",  "Ministries pass it on",
                                     "2013-11-04", "",
                                     {},           "",
                                     "",           "en"};
    graph.issues["collective-self-defense"] = {
        "collective-self-defense", "collective self-defense", {"right of self-defense"}};
    graph.issues["alliance"] = {"alliance", "US-Japan defense guidelines", {}};
    const std::string unnamed = identity::unnamed_source_id(documents[0], 1);
    add_actor(graph, {"kr", "South Korea", ActorKind::state, {"ROK", "Seoul"}, "", "", "Q884"});
    add_actor(graph,
              {"us", "United States", ActorKind::state, {"US", "Washington"}, "", "", "Q30"});
    add_actor(graph, {"jp", "Japan", ActorKind::state, {"Tokyo"}, "", "", "Q17"});
    add_actor(graph, {"kr-mnd",
                      "Ministry of National Defense (South Korea)",
                      ActorKind::government_body,
                      {"the ministry"},
                      "kr",
                      "",
                      ""});
    add_actor(graph, {"kr-mofa",
                      "Ministry of Foreign Affairs (South Korea)",
                      ActorKind::government_body,
                      {},
                      "kr",
                      "",
                      ""});
    add_actor(graph, {unnamed,
                      "source in the Ministry of National Defense",
                      ActorKind::anonymous,
                      {"a source"},
                      "kr-mnd",
                      "",
                      ""});
    add_actor(graph,
              {"opposition-lawmakers", "opposition lawmakers", ActorKind::group, {}, "", "", ""});
}

/// The graph that most tests of the room start from.
inline graph::PositionGraph graph() {
    graph::PositionGraph graph;
    add_nodes(graph);
    const std::string issue = "collective-self-defense";
    const std::string consent = add_position(
        graph, "Japan obtains South Korea’s consent before it acts on the peninsula", issue);
    const std::string right =
        add_position(graph, "Japan exercises the right of collective self-defense", issue);
    const std::string view = add_position(
        graph, "the guidelines reflect South Korea’s view of the peninsula", "alliance");
    const std::string position =
        add_position(graph, "the government’s stance on the new guidelines", "alliance");
    const std::string unnamed = identity::unnamed_source_id(documents[0], 1);
    const std::string request = add(graph, {{"kr"},
                                            Relation::requests,
                                            view,
                                            "we ask that our view be reflected",
                                            100,
                                            Polarity::affirmed,
                                            Factuality::actual,
                                            "us"});
    add(graph,
        {{"kr"}, Relation::demands, consent, "nothing can be done without our consent", 200});
    const std::string told =
        add(graph, {{unnamed}, Relation::states, view, "Washington had understood the point", 300});
    add(graph, {{"us"},
                Relation::acknowledges,
                view,
                "it understood",
                340,
                Polarity::affirmed,
                Factuality::actual,
                "kr",
                "",
                told});
    add(graph, {{unnamed},
                Relation::defers,
                position,
                "a matter for the diplomats to decide",
                400,
                Polarity::affirmed,
                Factuality::actual,
                "",
                "kr-mofa"});
    add(graph, {{"us"}, Relation::supports, right, "we support the reinterpretation", 500});
    add(graph, {{"us"},
                Relation::supports,
                right,
                "the step is a good one",
                120,
                Polarity::affirmed,
                Factuality::actual,
                "",
                "jp",
                "",
                1});
    add(graph,
        {{"kr"}, Relation::opposes, right, "did not object as such", 600, Polarity::negated});
    add(graph, {{"jp", "us"}, Relation::plans, right, "the two will rewrite the guidelines", 700});
    add(graph, {{"opposition-lawmakers"},
                Relation::criticizes,
                right,
                "a dangerous silence",
                40,
                Polarity::affirmed,
                Factuality::actual,
                "",
                "kr-mnd",
                "",
                1});
    add(graph, {{"jp"},
                Relation::agrees,
                consent,
                "would agree if it were asked",
                240,
                Polarity::affirmed,
                Factuality::hypothetical,
                "",
                "",
                "",
                1});
    Statement& bare = graph.statements.at(request);  // a nod: a cue without content
    bare.content.clear();
    return graph;
}

/// The first article's part of the graph, as `extract` hands it on.
inline Reading reading() {
    const graph::PositionGraph all = graph();
    const graph::DocumentNode& node = all.documents.at(documents[0]);
    Reading reading;
    reading.document.id = node.id;
    reading.document.sha256 = node.sha256;
    reading.document.name = node.name;
    reading.document.title = node.title;
    reading.document.published = node.published;
    reading.document.text = "“é” and a bad byte: \uFFFD";
    reading.document.diagnostics = {{{8, 10}, "an odd word"}};
    for (const auto& [id, actor] : all.actors) reading.actors.push_back(actor);
    for (const auto& [id, position] : all.positions) reading.positions.push_back(position);
    for (const auto& [id, issue] : all.issues) reading.issues.push_back(issue);
    for (const auto& [id, statement] : all.statements) {
        if (statement.document == node.id) reading.statements.push_back(statement);
    }
    return reading;
}

}  // namespace demarche::sample
