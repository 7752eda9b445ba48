// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/node.hpp"
#include "graph/position_graph.hpp"

#include <cstddef>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What can be reached from where.
namespace demarche::graph {

/// The actor and all that are part of it or represent it, directly or through others: a state, its
/// ministry, the ministry's spokesman. Empty if there is no such actor.
[[nodiscard]] std::set<std::string> with_parts(const PositionGraph& graph, std::string_view actor);

/// The statements that report this one, the nearest first, at most `most`; a circle is cut where it
/// closes, and a report that is not in the graph ends the chain.
[[nodiscard]] std::vector<std::string> reporters(
    const PositionGraph& graph, std::string_view statement,
    std::size_t most = std::numeric_limits<std::size_t>::max());

/// Nodes at most `steps` edges from `start`, itself included, whichever way the edges point.
/// Documents are reached but not passed through: all that one article says is not related for that.
/// Empty if there is no such node.
[[nodiscard]] std::set<Node> neighbourhood(const PositionGraph& graph, const Node& start,
                                           std::size_t steps);

/// The actors, positions and issues that hang together, the largest part first, then by first
/// node; nodes sorted within a part.
[[nodiscard]] std::vector<std::vector<Node>> connected_parts(const PositionGraph& graph);

}  // namespace demarche::graph
