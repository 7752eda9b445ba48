// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/filters.hpp"
#include "graph/position_graph.hpp"

#include <string>

/// What is said where an answer is empty.
namespace demarche::cli {

/// Why no statement meets all of `filter`: which condition nothing
/// meets, or how many statements there are without one; sentences, and empty if some statement
/// does.
[[nodiscard]] std::string why_nothing(const query::Filter& filter, const FilterOptions& typed,
                                      const graph::PositionGraph& graph);

/// `lead` and, behind it, why_nothing(): all that is said where an answer is empty. Who is missing
/// takes the place of both.
[[nodiscard]] std::string nothing_found(const std::string& lead, const query::Filter& filter,
                                        const FilterOptions& typed,
                                        const graph::PositionGraph& graph);

}  // namespace demarche::cli
