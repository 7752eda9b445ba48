// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/node.hpp"
#include "graph/position_graph.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <map>
#include <string>

/// The position graph as Boost.Graph sees it. For graph and query alone: no other room includes
/// this header, so that nobody holds a descriptor whose network is gone.
namespace demarche::graph {

enum class LinkKind {
    statement,    ///< holder -> position
    addressee,    ///< holder -> actor
    target,       ///< holder -> actor
    reported_by,  ///< holder -> holder of the reporting statement
    evidence,     ///< position -> document
    about,        ///< position -> issue
    part_of,      ///< actor -> actor
    represents,   ///< actor -> actor
};

struct Link {
    LinkKind kind = LinkKind::statement;
    std::string statement;  ///< the statement that says so; empty for about, part_of, represents
};

using Links = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Node, Link>;
using Vertex = boost::graph_traits<Links>::vertex_descriptor;

/// A picture of a PositionGraph at one moment; it keeps no reference to it.
struct Network {
    Links links;
    std::map<Node, Vertex> vertices;
};

/// All nodes and links. References to what is not in the graph are left out.
[[nodiscard]] Network network(const PositionGraph& graph);

/// The actors with part_of and represents alone.
[[nodiscard]] Network affiliations(const PositionGraph& graph);

}  // namespace demarche::graph
