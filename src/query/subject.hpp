// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"
#include "query/table.hpp"

#include <string>
#include <vector>

namespace demarche::query {

/// What stances are compared on: the very position, or any position of one issue.
enum class Subject { position, issue };

struct NamedSubject {
    std::string id;
    std::string label;
};

/// What `statement` takes a stance on: its position, or the issues of that, which may be none.
[[nodiscard]] std::vector<NamedSubject> subjects(const graph::PositionGraph& graph,
                                                 const Statement& statement, Subject by);

/// The column that tells the subject.
[[nodiscard]] Column subject_column(Subject by);

}  // namespace demarche::query
