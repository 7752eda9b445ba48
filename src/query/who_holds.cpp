// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/who_holds.hpp"

#include "query/groups.hpp"

namespace demarche::query {

Table who_holds(const graph::PositionGraph& graph, const Filter& filter) {
    Table table;
    table.columns = {
        {"position", "Position"},     {"holder", "Holder"},       {"relation", "Relation"},
        {"factuality", "Factuality"}, {"stance", "Stance", true}, {"count", "Count", true},
        {"first_date", "First date"}, {"last_date", "Last date"}, {"quote", "Quote"}};
    for (const Group& group : groups(graph, filter)) {
        table.rows.push_back({group.position, group.holder, group.relation, group.factuality,
                              decimal(group.stance), std::to_string(group.count), group.first_date,
                              group.last_date, group.quote});
    }
    return table;
}

}  // namespace demarche::query
