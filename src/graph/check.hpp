// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/finding.hpp"
#include "graph/position_graph.hpp"

#include <string_view>
#include <vector>

namespace demarche::graph {

/// All that is wrong inside the graph, in the order documents, issues, positions, actors,
/// statements: ids that are not what their node says, references to nothing, missing holders,
/// position, document or evidence, numbers and spans out of range, actors or reports in a circle,
/// nodes that no statement needs. Empty for every graph that was pruned and written by demarche.
[[nodiscard]] std::vector<Finding> check(const PositionGraph& graph);

/// Whether the words of the statements of `document` stand in its article: `text` is the article
/// as read (valid UTF-8), `sha256` the digest of its bytes in 64 hex digits.
/// Offsets and the text around the words are compared in code points.
[[nodiscard]] std::vector<Finding> check_against(const PositionGraph& graph,
                                                 std::string_view document, std::string_view text,
                                                 std::string_view sha256);

}  // namespace demarche::graph
