#include "query/groups.hpp"

#include "query/cells.hpp"
#include "query/table.hpp"

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
    return result;
}

}  // namespace demarche::query
