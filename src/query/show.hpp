// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/statement.hpp"
#include "graph/position_graph.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::query {

/// One statement with the names of all it refers to.
struct StatementView {
    Statement statement;
    std::vector<std::string> holders;  ///< names, in the order of `statement.holders`
    std::string relation;              ///< "supports", "does not support"
    std::string position;              ///< label
    std::vector<std::string> issues;   ///< labels
    std::string addressee;             ///< name, or empty
    std::string target;                ///< name, or empty
    graph::DocumentNode document;
    std::vector<Statement> reported_by;  ///< the nearest reporter first, at most most_reporters
    std::vector<std::string> reporter_names;  ///< "A, B" for each of `reported_by`
    bool more_reporters = false;              ///< whether somebody reports the last of them
};

inline constexpr std::size_t most_reporters = 16;

/// \throws InputError if the graph has no statement of this id (find_statements gives ids).
[[nodiscard]] StatementView show(const graph::PositionGraph& graph, std::string_view id);

}  // namespace demarche::query
