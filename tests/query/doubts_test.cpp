// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/doubts.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::query;

namespace {

using Ids = std::vector<std::string>;

void add(graph::PositionGraph& graph, const std::string& id, const std::string& name,
         ActorKind kind, std::vector<std::string> aliases = {}) {
    graph.actors[id] = {id, name, kind, std::move(aliases), "", "", ""};
}

/// "one | other | why" of each.
std::vector<std::string> lines(const Table& table) {
    std::vector<std::string> all;
    for (const auto& row : table.rows) all.push_back(row[0] + " | " + row[1] + " | " + row[2]);
    return all;
}

}  // namespace

TEST_CASE("doubts: what one name does not tell apart, and twins that are in no doubt") {
    graph::PositionGraph graph;
    add(graph, "jan-nowak", "Jan Nowak", ActorKind::person);
    add(graph, "piotr-nowak", "Piotr Nowak", ActorKind::person);
    add(graph, "nowak-in-a", "Nowak", ActorKind::person);
    add(graph, "eva-holm", "Eva Holm", ActorKind::person);
    add(graph, "eva-b-holm", "Eva B. Holm", ActorKind::person);
    add(graph, "lund-in-a", "Lund", ActorKind::person);
    add(graph, "lund-in-b", "Lund", ActorKind::person);
    add(graph, "lund", "Lund", ActorKind::organisation);
    add(graph, "coast-union", "Coast Union", ActorKind::organisation, {"CU"});
    add(graph, "city-union", "City Union", ActorKind::organisation, {"CU", "the union"});
    // No doubt: other names; unnamed sources and groups, which are never the same; common nouns;
    // authors.
    add(graph, "ole-dahl", "Ole Dahl", ActorKind::person);
    add(graph, "src-1", "official", ActorKind::anonymous);
    add(graph, "src-2", "official", ActorKind::anonymous);
    add(graph, "critics-in-a", "critics", ActorKind::group);
    add(graph, "critics-in-b", "critics", ActorKind::group);
    add(graph, "port-bank", "Port Bank", ActorKind::organisation, {"the bank"});
    add(graph, "cove-bank", "Cove Bank", ActorKind::organisation, {"the bank"});
    add(graph, "author-a", "the author", ActorKind::author);
    add(graph, "author-b", "the author", ActorKind::author);
    add(graph, "unknown-in-a", "unknown", ActorKind::unknown);
    add(graph, "unknown-in-b", "unknown", ActorKind::unknown);
    const Ids expected = {
        "City Union | Coast Union | both are called 'cu'",
        "Eva B. Holm | Eva Holm | one given name and surname, other middle names",
        "Jan Nowak | Nowak | 'nowak' alone may be this one",
        "Jan Nowak | Piotr Nowak | one surname, other given names",
        "Lund | Lund | both are called 'lund'",
        "Lund | Lund | both are called 'lund'",
        "Lund | Lund | 'lund' alone in two articles",
        "Nowak | Piotr Nowak | 'nowak' alone may be this one",
    };
    CHECK(lines(doubtful_pairs(graph, {})) == expected);

    const auto decisions = graph::read_decisions(
        "not-same\tPiotr Nowak\tJan Nowak\nnot-same\tcity-union\tCoast "
        "Union\nnot-same\tLund\tLund\n",
        "d.tsv");
    CHECK(lines(doubtful_pairs(graph, decisions)) ==
          Ids{"Eva B. Holm | Eva Holm | one given name and surname, other middle names",
              "Jan Nowak | Nowak | 'nowak' alone may be this one",
              "Nowak | Piotr Nowak | 'nowak' alone may be this one"});
    CHECK(doubts({}, {}).empty());
}
