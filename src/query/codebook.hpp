// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"
#include "query/table.hpp"

namespace demarche::query {

/// A codebook of what was found, for editing: kind ("issue" or "position"), label, issues,
/// patterns, examples, as proposition::read_codebook reads it. Issues come first, then positions,
/// each in the order of how many statements are on them, then of labels. Lists are separated by
/// "|"; a position without issues has "-". Patterns are left to the analyst; the example of a
/// position is the quote of its surest statement. Tabs, line breaks and "|" in labels and quotes
/// are spaces.
[[nodiscard]] Table codebook(const graph::PositionGraph& graph);

}  // namespace demarche::query
