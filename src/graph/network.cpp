// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/network.hpp"

#include <utility>

namespace demarche::graph {
namespace {

void add_node(Network& network, NodeKind kind, const std::string& id) {
    Node node{kind, id};
    const Vertex vertex = boost::add_vertex(node, network.links);
    network.vertices.emplace(std::move(node), vertex);
}

void link(Network& network, const Node& from, const Node& to, LinkKind kind,
          const std::string& statement = {}) {
    const auto tail = network.vertices.find(from);
    const auto head = network.vertices.find(to);
    if (tail == network.vertices.end() || head == network.vertices.end()) return;
    boost::add_edge(tail->second, head->second, Link{kind, statement}, network.links);
}

void link_statement(Network& network, const PositionGraph& graph, const Statement& statement) {
    const Node position{NodeKind::position, statement.position};
    const auto reporter = graph.statements.find(statement.reported_by);
    for (const std::string& id : statement.holders) {
        const Node holder{NodeKind::actor, id};
        link(network, holder, position, LinkKind::statement, statement.id);
        link(network, holder, {NodeKind::actor, statement.addressee}, LinkKind::addressee,
             statement.id);
        link(network, holder, {NodeKind::actor, statement.target}, LinkKind::target, statement.id);
        if (reporter == graph.statements.end()) continue;
        for (const std::string& reporting : reporter->second.holders) {
            link(network, holder, {NodeKind::actor, reporting}, LinkKind::reported_by,
                 statement.id);
        }
    }
    link(network, position, {NodeKind::document, statement.document}, LinkKind::evidence,
         statement.id);
}

}  // namespace

Network affiliations(const PositionGraph& graph) {
    Network result;
    for (const auto& [id, actor] : graph.actors) add_node(result, NodeKind::actor, id);
    for (const auto& [id, actor] : graph.actors) {
        const Node node{NodeKind::actor, id};
        link(result, node, {NodeKind::actor, actor.part_of}, LinkKind::part_of);
        link(result, node, {NodeKind::actor, actor.represents}, LinkKind::represents);
    }
    return result;
}

Network network(const PositionGraph& graph) {
    Network result = affiliations(graph);
    for (const auto& [id, position] : graph.positions) add_node(result, NodeKind::position, id);
    for (const auto& [id, issue] : graph.issues) add_node(result, NodeKind::issue, id);
    for (const auto& [id, document] : graph.documents) add_node(result, NodeKind::document, id);
    for (const auto& [id, position] : graph.positions) {
        for (const std::string& issue : position.issues) {
            link(result, {NodeKind::position, id}, {NodeKind::issue, issue}, LinkKind::about);
        }
    }
    for (const auto& [id, statement] : graph.statements) {
        link_statement(result, graph, statement);
    }
    return result;
}

}  // namespace demarche::graph
