// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/relation.hpp"
#include "graph/position_graph.hpp"

#include <string>
#include <vector>

namespace demarche::graph {

/// All statements by which one actor takes one relation to one position.
struct Edge {
    std::string holder;    ///< actor id
    std::string position;  ///< position id
    Relation relation = Relation::states;
    Polarity polarity = Polarity::affirmed;
    std::vector<std::string> statements;  ///< ids, sorted, at least one: its evidence

    friend bool operator==(const Edge&, const Edge&) = default;
};

/// One edge for each holder, position, relation and polarity, in that order.
/// A statement of two holders is evidence of two edges.
[[nodiscard]] std::vector<Edge> edges(const PositionGraph& graph);

}  // namespace demarche::graph
