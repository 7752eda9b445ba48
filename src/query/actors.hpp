// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"
#include "query/table.hpp"

namespace demarche::query {

/// One row an actor, by name: id, name, kind, aliases, part_of, represents, holds (number of
/// statements), addressed, targeted, articles (in whose statements it is any of these).
[[nodiscard]] Table actors(const graph::PositionGraph& graph);

}  // namespace demarche::query
