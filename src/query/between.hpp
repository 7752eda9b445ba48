#pragma once

#include "graph/position_graph.hpp"
#include "query/table.hpp"

#include <string_view>

namespace demarche::query {

/// What stands between two actors, each with its parts: how ("agree", "differ", "addresses",
/// "targets", "defers to"), position, from, from_relation, from_quote, to, to_relation, to_quote;
/// the last two are empty where only one side speaks. They agree on a position if the means of
/// their actual statements on it have the same sign and neither is neutral, and differ if the
/// signs are not the same. Sorted by how, in the order above, then position, then names.
[[nodiscard]] Table between(const graph::PositionGraph& graph, std::string_view first,
                            std::string_view second);

}  // namespace demarche::query
