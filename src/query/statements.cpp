// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/statements.hpp"

#include "query/cells.hpp"

namespace demarche::query {
namespace {

constexpr std::size_t article_enough = 16;  // columns; chosen by hand

std::string name_or_empty(const graph::PositionGraph& graph, const std::string& actor) {
    return actor.empty() ? std::string() : actor_name(graph, actor);
}

std::vector<std::string> row(const graph::PositionGraph& graph, const Statement& statement) {
    return {statement.id,
            statement.date,
            actor_names(graph, statement.holders),
            phrase(statement.relation, statement.polarity),
            std::string(name(statement.factuality)),
            position_label(graph, statement.position),
            issue_labels(graph, statement.position),
            decimal(statement.stance),
            name_or_empty(graph, statement.addressee),
            name_or_empty(graph, statement.target),
            document_title(graph, statement.document),
            quote(statement),
            decimal(statement.confidence),
            document_name(graph, statement.document)};
}

}  // namespace

Table statements(const graph::PositionGraph& graph, const Filter& filter) {
    Table table;
    table.columns = {{"id", "Id", false, statement_id_enough},
                     {"date", "Date"},
                     {"holder", "Holder"},
                     {"relation", "Relation"},
                     {"factuality", "Factuality"},
                     {"position", "Position"},
                     {"issue", "Issue"},
                     {"stance", "Stance", true},
                     {"addressee", "Addressee"},
                     {"target", "Target"},
                     {"source", "Source"},
                     {"quote", "Quote"},
                     {"confidence", "Confidence", true},
                     {"article", "Article", false, article_enough}};
    for (const std::string& id : select(graph, filter)) {
        table.rows.push_back(row(graph, graph.statements.at(id)));
    }
    return table;
}

}  // namespace demarche::query
