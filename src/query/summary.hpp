// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche::query {

/// What is in a graph, for the end of a run.
struct Summary {
    struct ActorCount {
        std::string name;
        std::size_t statements = 0;

        friend bool operator==(const ActorCount&, const ActorCount&) = default;
    };
    std::size_t articles = 0;
    std::size_t statements = 0;
    std::size_t actors = 0;
    std::size_t positions = 0;
    std::size_t issues = 0;
    std::string first_date;  ///< of a statement; empty if none is known
    std::string last_date;
    std::vector<ActorCount> top_actors;  ///< holders, most statements first, then by name
};

[[nodiscard]] Summary summary(const graph::PositionGraph& graph, std::size_t top = 5);

}  // namespace demarche::query
