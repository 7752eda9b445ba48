// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/groups.hpp"

#include "query/cells.hpp"
#include "query/table.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace demarche::query {
namespace {

Group group_of(const graph::PositionGraph& graph, const std::string& holder,
               const std::vector<const Statement*>& members) {
    const Statement* surest = members.front();
    Group group;
    for (const Statement* member : members) {
        if (member->confidence > surest->confidence) surest = member;
        group.stance += member->stance;
        if (member->date.empty()) continue;
        // Members come in the order of dates, those without one last.
        if (group.first_date.empty()) group.first_date = member->date;
        group.last_date = member->date;
    }
    group.position = position_label(graph, surest->position);
    group.issue = issue_labels(graph, surest->position);
    group.holder = actor_name(graph, holder);
    group.relation = phrase(surest->relation, surest->polarity);
    group.factuality = name(surest->factuality);
    group.count = members.size();
    group.stance /= static_cast<double>(members.size());
    group.quote = quote(*surest);
    return group;
}

/// For, neutral, against.
int side(const Group& group) {
    if (group.stance >= neutral_stance) return 0;
    return group.stance > -neutral_stance ? 1 : 2;
}

/// By side, then by date, unknown last.
bool before(const Group& a, const Group& b) {
    const bool a_undated = a.first_date.empty();
    const bool b_undated = b.first_date.empty();
    return std::tuple(side(a), a_undated, a.first_date) <
           std::tuple(side(b), b_undated, b.first_date);
}

}  // namespace

std::vector<Group> groups(const graph::PositionGraph& graph, const Filter& filter) {
    using Key = std::tuple<std::string, std::string, std::string, std::string, Relation, Polarity,
                           Factuality>;
    const auto wanted = wanted_holders(graph, filter);
    std::map<Key, std::vector<const Statement*>> members;
    for (const std::string& id : select(graph, filter)) {
        const Statement& statement = graph.statements.at(id);
        for (const std::string& holder : statement.holders) {
            if (wanted && !wanted->contains(holder)) continue;
            members[{position_label(graph, statement.position), statement.position,
                     actor_name(graph, holder), holder, statement.relation, statement.polarity,
                     statement.factuality}]
                .push_back(&statement);
        }
    }
    std::vector<Group> result;
    for (const auto& [key, list] : members) {
        result.push_back(group_of(graph, std::get<3>(key), list));
    }
    std::stable_sort(result.begin(), result.end(), before);
    return result;
}

}  // namespace demarche::query
