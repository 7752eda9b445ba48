// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"

#include <string>
#include <vector>

/// A small graph with plain ids, and twins of names.
namespace demarche::query::sample {

inline void add_actor(graph::PositionGraph& graph, const std::string& id, const std::string& name,
                      std::vector<std::string> aliases, const std::string& part_of = {},
                      const std::string& represents = {}) {
    graph.actors[id] = {id,         name, ActorKind::organisation, std::move(aliases), part_of,
                        represents, ""};
}

inline Statement& add_statement(graph::PositionGraph& graph, const std::string& id,
                                std::vector<std::string> holders, Relation relation,
                                const std::string& position, const std::string& date,
                                const std::string& words) {
    Statement statement;
    statement.id = id;
    statement.document = "doc1";
    statement.holders = std::move(holders);
    statement.relation = relation;
    statement.position = position;
    statement.stance = stance_of(relation, Polarity::affirmed);
    statement.confidence = 0.8;
    statement.date = date;
    const std::size_t begin = 10 * (graph.statements.size() + 1);
    statement.content = {{begin, begin + words.size(), words, "", ""}};
    return graph.statements[id] = statement;
}

inline graph::PositionGraph ferry() {
    graph::PositionGraph graph;
    graph.documents["doc1"] = {"doc1",
                               "",
                               "ferry-1",
                               "Island wants its ferry",
                               "2014-05-01",
                               "",
                               {},
                               "The Strait Courier",
                               "https://courier.example/1",
                               "en"};
    graph.documents["doc2"] = {"doc2", "", "ferry-2", "", "2014-05-09", "", {}, "", "", "en"};
    add_actor(graph, "kr", "South Korea", {"S. Korea", "Seoul"});
    add_actor(graph, "sbs", "Seoul Broadcasting System", {"SBS"});
    add_actor(graph, "us", "United States", {"US", "Washington"});
    add_actor(graph, "usfk", "USFK", {"US Forces Korea"});
    add_actor(graph, "mofa", "Ministry of Foreign Affairs", {}, "kr");
    add_actor(graph, "kim", "Kim Min-ji", {"the spokeswoman"}, "", "mofa");
    graph.issues["ferry"] = {"ferry", "the island ferry", {"boat service"}};
    graph.issues["fares"] = {"fares", "fares", {}};
    graph.positions["daily"] = {"daily", "the ferry sails daily", {"ferry"}};
    graph.positions["cheap"] = {"cheap", "tickets cost less", {"fares", "ferry"}};
    graph.positions["radio"] = {"radio", "the mast is moved", {}};

    add_statement(graph, "a1", {"kr"}, Relation::requests, "daily", "2014-05-01",
                  "let it  sail\nevery day")
        .addressee = "us";
    Statement& both = add_statement(graph, "a2", {"kr", "us"}, Relation::supports, "cheap",
                                    "2014-05-03", "a fair price");
    both.policy = true;
    both.confidence = 0.95;
    Statement& doubt = add_statement(graph, "b1", {"us"}, Relation::supports, "daily", "2014-05-31",
                                     "no reason to");
    doubt.polarity = Polarity::negated;
    doubt.stance = -0.4;
    doubt.direct_quote = true;
    doubt.target = "kr";
    doubt.document = "doc2";
    Statement& told = add_statement(graph, "b2", {"kim"}, Relation::states, "daily", "2014-06-01",
                                    "that the ministry refuses");
    told.document = "doc2";
    Statement& refusal =
        add_statement(graph, "b3", {"mofa"}, Relation::refuses, "daily", "2014-06-01", "refuses");
    refusal.document = "doc2";
    refusal.reported_by = "b2";
    Statement& maybe =
        add_statement(graph, "c1", {"usfk"}, Relation::considers, "daily", "", "might help");
    maybe.factuality = Factuality::hypothetical;
    maybe.document = "doc2";
    Statement& bare = add_statement(graph, "c2", {"sbs"}, Relation::withholds, "radio", "", "");
    bare.content.clear();
    bare.cue = {{5, 15, "no comment", "", ""}, {20, 24, "said", "", ""}};
    return graph;
}

}  // namespace demarche::query::sample
