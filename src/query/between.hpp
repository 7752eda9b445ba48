#pragma once

#include "graph/position_graph.hpp"
#include "query/table.hpp"

#include <string_view>

namespace demarche::query {

/// What stands between two actors, each with its parts: how ("agree", "differ", "addresses",
/// "targets", "defers to"), position, from, from_relation, from_quote, to, to_relation, to_quote.
/// They agree or differ on a position where both have a stance that is not neutral.
[[nodiscard]] Table between(const graph::PositionGraph& graph, std::string_view first,
                            std::string_view second);

}  // namespace demarche::query
