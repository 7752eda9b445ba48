// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/actors.hpp"

#include "query/cells.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace demarche::query {
namespace {

using Counts = std::map<std::string, std::size_t>;

std::string count_of(const Counts& counts, const std::string& id) {
    const auto found = counts.find(id);
    return std::to_string(found == counts.end() ? 0 : found->second);
}

std::string aliases_of(const Actor& actor) {
    std::string text;
    for (const std::string& alias : actor.aliases) text += (text.empty() ? "" : "; ") + alias;
    return text;
}

}  // namespace

Table actors(const graph::PositionGraph& graph) {
    Counts holds;
    Counts addressed;
    Counts targeted;
    std::map<std::string, std::set<std::string>> documents;
    for (const auto& [id, statement] : graph.statements) {
        for (const std::string& holder : statement.holders) {
            ++holds[holder];
            documents[holder].insert(statement.document);
        }
        documents[statement.addressee].insert(statement.document);
        documents[statement.target].insert(statement.document);
        ++addressed[statement.addressee];
        ++targeted[statement.target];
    }
    std::vector<std::pair<std::string, std::string>> order;  // by name
    for (const auto& [id, actor] : graph.actors) order.emplace_back(actor.name, id);
    std::sort(order.begin(), order.end());

    Table table;
    table.columns = {{"id", "Id"},
                     {"name", "Name"},
                     {"kind", "Kind"},
                     {"aliases", "Aliases"},
                     {"part_of", "Part of"},
                     {"represents", "Represents"},
                     {"holds", "Holds", true},
                     {"addressed", "Addressed", true},
                     {"targeted", "Targeted", true},
                     {"articles", "Articles", true}};
    const auto name_or_empty = [&](const std::string& id) {
        return id.empty() ? std::string() : actor_name(graph, id);
    };
    for (const auto& [shown, id] : order) {
        const Actor& actor = graph.actors.at(id);
        table.rows.push_back({id, shown, std::string(name(actor.kind)), aliases_of(actor),
                              name_or_empty(actor.part_of), name_or_empty(actor.represents),
                              count_of(holds, id), count_of(addressed, id), count_of(targeted, id),
                              std::to_string(documents[id].size())});
    }
    return table;
}

}  // namespace demarche::query
