// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/changes.hpp"

#include "query/cells.hpp"

#include <cmath>
#include <iterator>
#include <map>
#include <tuple>

namespace demarche::query {
namespace {

constexpr double tolerance = 1e-9;  // stances are hundredths held as binary fractions

/// What one holder said on one subject on one date.
struct Day {
    double sum = 0;
    std::size_t count = 0;
    const Statement* surest = nullptr;

    [[nodiscard]] double stance() const { return sum / static_cast<double>(count); }

    void take(const Statement& statement) {
        sum += statement.stance;
        ++count;
        if (surest == nullptr || statement.confidence > surest->confidence) surest = &statement;
    }
};

using Days = std::map<std::string, Day>;
using Key = std::tuple<std::string, std::string, std::string, std::string>;

/// By holder's name and id, subject's label and id.
std::map<Key, Days> days(const graph::PositionGraph& graph, const Filter& filter, Subject by) {
    const auto wanted = wanted_holders(graph, filter);
    std::map<Key, Days> result;
    for (const std::string& id : select(graph, filter)) {
        const Statement& statement = graph.statements.at(id);
        if (statement.factuality != Factuality::actual || statement.date.empty() ||
            std::abs(statement.stance) < neutral_stance) {
            continue;
        }
        for (const std::string& holder : statement.holders) {
            if (wanted && !wanted->contains(holder)) continue;
            for (const NamedSubject& subject : subjects(graph, statement, by)) {
                const Key key(actor_name(graph, holder), holder, subject.label, subject.id);
                result[key][statement.date].take(statement);
            }
        }
    }
    return result;
}

std::vector<std::string> row(const Key& key, const Days::value_type& from,
                             const Days::value_type& to) {
    const Statement& before = *from.second.surest;
    const Statement& after = *to.second.surest;
    return {std::get<0>(key),
            std::get<2>(key),
            from.first,
            phrase(before.relation, before.polarity),
            decimal(from.second.stance()),
            quote(before),
            to.first,
            phrase(after.relation, after.polarity),
            decimal(to.second.stance()),
            quote(after),
            decimal(to.second.stance() - from.second.stance())};
}

}  // namespace

Table changes(const graph::PositionGraph& graph, const Filter& filter, double least, Subject by) {
    Table table;
    table.columns = {{"holder", "Holder"},
                     subject_column(by),
                     {"from_date", "From date"},
                     {"from_relation", "From relation"},
                     {"from_stance", "From stance", true},
                     {"from_quote", "From quote"},
                     {"to_date", "To date"},
                     {"to_relation", "To relation"},
                     {"to_stance", "To stance", true},
                     {"to_quote", "To quote"},
                     {"change", "Change", true}};
    for (const auto& [key, list] : days(graph, filter, by)) {
        for (auto from = list.begin(); std::next(from) != list.end(); ++from) {
            const auto to = std::next(from);
            const double change = std::abs(to->second.stance() - from->second.stance());
            if (change < tolerance || change < least - tolerance) continue;
            table.rows.push_back(row(key, *from, *to));
        }
    }
    return table;
}

}  // namespace demarche::query
