#include "query/what_holds.hpp"

#include "query/groups.hpp"

#include <algorithm>

namespace demarche::query {

Table what_holds(const graph::PositionGraph& graph, const Filter& filter) {
    Table table;
    table.columns = {{"issue", "Issue"},           {"position", "Position"},
                     {"holder", "Holder"},         {"relation", "Relation"},
                     {"factuality", "Factuality"}, {"stance", "Stance", true},
                     {"count", "Count", true},     {"first_date", "First date"},
                     {"last_date", "Last date"},   {"quote", "Quote"}};
    std::vector<Group> found = groups(graph, filter);
    std::stable_sort(found.begin(), found.end(),
                     [](const Group& a, const Group& b) { return a.issue < b.issue; });
    for (const Group& group : found) {
        table.rows.push_back({group.issue, group.position, group.holder, group.relation,
                              group.factuality, decimal(group.stance), std::to_string(group.count),
                              group.first_date, group.last_date, group.quote});
    }
    return table;
}

}  // namespace demarche::query
