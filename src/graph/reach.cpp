// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/reach.hpp"

#include "graph/network.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/range/iterator_range.hpp>

#include <algorithm>
#include <map>
#include <queue>
#include <utility>

namespace demarche::graph {
namespace {

/// Whether two nodes hang together by this link: that one article names both is not enough.
bool relates(LinkKind kind) {
    return kind != LinkKind::evidence;
}

template <typename Visit>
void for_each_neighbour(const Links& links, Vertex vertex, Visit visit) {
    for (const auto& edge : boost::make_iterator_range(boost::out_edges(vertex, links))) {
        visit(boost::target(edge, links));
    }
    for (const auto& edge : boost::make_iterator_range(boost::in_edges(vertex, links))) {
        visit(boost::source(edge, links));
    }
}

}  // namespace

std::set<std::string> with_parts(const PositionGraph& graph, std::string_view actor) {
    const Network network = affiliations(graph);
    const auto start = network.vertices.find({NodeKind::actor, std::string(actor)});
    if (start == network.vertices.end()) return {};
    std::vector<boost::default_color_type> colour(boost::num_vertices(network.links));
    const auto upside_down = boost::make_reverse_graph(network.links);
    boost::breadth_first_search(
        upside_down, start->second,
        boost::color_map(boost::make_iterator_property_map(
            colour.begin(), boost::get(boost::vertex_index, network.links))));
    std::set<std::string> result;
    for (const auto& [node, vertex] : network.vertices) {
        if (colour[vertex] != boost::white_color) result.insert(node.id);
    }
    return result;
}

std::vector<std::string> reporters(const PositionGraph& graph, std::string_view statement,
                                   std::size_t most) {
    std::vector<std::string> chain;
    std::set<std::string> seen;
    auto current = graph.statements.find(std::string(statement));
    while (current != graph.statements.end() && chain.size() < most &&
           seen.insert(current->first).second) {
        current = graph.statements.find(current->second.reported_by);
        if (current != graph.statements.end() && !seen.contains(current->first)) {
            chain.push_back(current->first);
        }
    }
    return chain;
}

std::set<Node> neighbourhood(const PositionGraph& graph, const Node& start, std::size_t steps) {
    const Network network = graph::network(graph);
    const auto first = network.vertices.find(start);
    if (first == network.vertices.end()) return {};
    std::set<Node> result = {start};
    std::queue<std::pair<Vertex, std::size_t>> open;
    open.emplace(first->second, 0);
    while (!open.empty()) {
        const auto [vertex, distance] = open.front();
        open.pop();
        const bool passes = network.links[vertex].kind != NodeKind::document || distance == 0;
        if (distance == steps || !passes) continue;
        for_each_neighbour(network.links, vertex, [&, far = distance + 1](Vertex next) {
            if (result.insert(network.links[next]).second) open.emplace(next, far);
        });
    }
    return result;
}

std::vector<std::vector<Node>> connected_parts(const PositionGraph& graph) {
    const Network network = graph::network(graph);
    const Links& links = network.links;
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> related(
        boost::num_vertices(links));
    for (const auto& edge : boost::make_iterator_range(boost::edges(links))) {
        if (!relates(links[edge].kind)) continue;
        boost::add_edge(boost::source(edge, links), boost::target(edge, links), related);
    }
    std::vector<std::size_t> component(boost::num_vertices(links));
    if (component.empty()) return {};
    boost::connected_components(
        related, boost::make_iterator_property_map(component.begin(),
                                                   boost::get(boost::vertex_index, related)));
    std::map<std::size_t, std::vector<Node>> members;
    for (const auto& [node, vertex] : network.vertices) {
        if (node.kind != NodeKind::document) members[component[vertex]].push_back(node);
    }
    std::vector<std::vector<Node>> parts;
    for (auto& [number, nodes] : members) parts.push_back(std::move(nodes));
    std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
        return std::pair(b.size(), a.front()) < std::pair(a.size(), b.front());
    });
    return parts;
}

}  // namespace demarche::graph
