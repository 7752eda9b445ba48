// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/subject.hpp"

#include "query/cells.hpp"

namespace demarche::query {

std::vector<NamedSubject> subjects(const graph::PositionGraph& graph, const Statement& statement,
                                   Subject by) {
    if (by == Subject::position) {
        return {{statement.position, position_label(graph, statement.position)}};
    }
    std::vector<NamedSubject> result;
    const auto position = graph.positions.find(statement.position);
    if (position == graph.positions.end()) return result;
    for (const std::string& id : position->second.issues) {
        const auto issue = graph.issues.find(id);
        result.push_back({id, issue == graph.issues.end() ? id : issue->second.label});
    }
    return result;
}

Column subject_column(Subject by) {
    return by == Subject::position ? Column{"position", "Position"} : Column{"issue", "Issue"};
}

}  // namespace demarche::query
