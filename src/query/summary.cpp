// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/summary.hpp"

#include "query/cells.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace demarche::query {

Summary summary(const graph::PositionGraph& graph, std::size_t top) {
    Summary result;
    result.articles = graph.documents.size();
    result.statements = graph.statements.size();
    result.actors = graph.actors.size();
    result.positions = graph.positions.size();
    result.issues = graph.issues.size();
    std::map<std::string, std::size_t> counts;
    for (const auto& [id, statement] : graph.statements) {
        for (const std::string& holder : statement.holders) ++counts[holder];
        const std::string& date = statement.date;
        if (date.empty()) continue;
        if (result.first_date.empty() || date < result.first_date) result.first_date = date;
        result.last_date = std::max(result.last_date, date);
    }
    for (const auto& [id, count] : counts) {
        result.top_actors.push_back({actor_name(graph, id), count});
    }
    std::sort(result.top_actors.begin(), result.top_actors.end(), [](const auto& a, const auto& b) {
        return std::pair(b.statements, a.name) < std::pair(a.statements, b.name);
    });
    if (result.top_actors.size() > top) result.top_actors.resize(top);
    return result;
}

}  // namespace demarche::query
