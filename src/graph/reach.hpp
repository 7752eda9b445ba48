#pragma once

#include "graph/position_graph.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What can be reached from where.
namespace demarche::graph {

/// The actor and all that are part of it or represent it, directly or through others: a state, its
/// ministry, the ministry's spokesman. Empty if there is no such actor.
[[nodiscard]] std::set<std::string> with_parts(const PositionGraph& graph, std::string_view actor);

/// The statements that report this one, the nearest first; a circle is cut where it closes.
[[nodiscard]] std::vector<std::string> reporters(const PositionGraph& graph,
                                                 std::string_view statement);

/// Actors, positions and issues at most `steps` edges from the node `id` (an actor's, position's
/// or issue's), itself included, whichever way the edges point. Empty if there is no such node.
[[nodiscard]] std::set<std::string> neighbourhood(const PositionGraph& graph, std::string_view id,
                                                  std::size_t steps);

/// The actors, positions and issues that hang together, the largest part first, then by first id;
/// ids sorted within a part.
[[nodiscard]] std::vector<std::vector<std::string>> connected_parts(const PositionGraph& graph);

}  // namespace demarche::graph
