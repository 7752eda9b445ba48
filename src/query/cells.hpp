// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/statement.hpp"
#include "graph/position_graph.hpp"

#include <set>
#include <string>
#include <vector>

/// What goes into the cells of the answers. A reference to what is not in the graph is shown as
/// its id.
namespace demarche::query {

[[nodiscard]] std::string actor_name(const graph::PositionGraph& graph, const std::string& id);

/// "A, B"
[[nodiscard]] std::string actor_names(const graph::PositionGraph& graph,
                                      const std::vector<std::string>& ids);

[[nodiscard]] std::string position_label(const graph::PositionGraph& graph, const std::string& id);

/// The labels of the position's issues, "; " between them.
[[nodiscard]] std::string issue_labels(const graph::PositionGraph& graph,
                                       const std::string& position);

/// The title of the article, its name where it has none.
[[nodiscard]] std::string document_title(const graph::PositionGraph& graph, const std::string& id);

/// The name of the article, its id in the collection.
[[nodiscard]] std::string document_name(const graph::PositionGraph& graph, const std::string& id);

/// The words of the content, of the cue where there is none: pieces joined by " … ", line breaks
/// and other white space made one space.
[[nodiscard]] std::string quote(const Statement& statement);

}  // namespace demarche::query
