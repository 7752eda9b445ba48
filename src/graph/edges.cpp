// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/edges.hpp"

#include <map>
#include <tuple>
#include <utility>

namespace demarche::graph {

std::vector<Edge> edges(const PositionGraph& graph) {
    using Key = std::tuple<std::string, std::string, Relation, Polarity>;
    std::map<Key, std::vector<std::string>> found;
    for (const auto& [id, statement] : graph.statements) {
        for (const std::string& holder : statement.holders) {
            found[{holder, statement.position, statement.relation, statement.polarity}].push_back(
                id);
        }
    }
    std::vector<Edge> result;
    result.reserve(found.size());
    for (auto& [key, statements] : found) {
        const auto& [holder, position, relation, polarity] = key;
        result.push_back({holder, position, relation, polarity, std::move(statements)});
    }
    return result;
}

}  // namespace demarche::graph
