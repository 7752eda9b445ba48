// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/show.hpp"

#include "core/error.hpp"
#include "graph/reach.hpp"
#include "query/cells.hpp"
#include "query/table.hpp"

namespace demarche::query {

StatementView show(const graph::PositionGraph& graph, std::string_view id) {
    const auto found = graph.statements.find(std::string(id));
    if (found == graph.statements.end()) {
        throw InputError("", "No statement '" + std::string(id) +
                                 "'. List statements and their ids with 'demarche query'.");
    }
    const Statement& statement = found->second;
    StatementView view;
    view.statement = statement;
    for (const std::string& holder : statement.holders) {
        view.holders.push_back(actor_name(graph, holder));
    }
    view.relation = phrase(statement.relation, statement.polarity);
    view.position = position_label(graph, statement.position);
    const auto position = graph.positions.find(statement.position);
    if (position != graph.positions.end()) {
        for (const std::string& issue : position->second.issues) {
            const auto node = graph.issues.find(issue);
            view.issues.push_back(node == graph.issues.end() ? issue : node->second.label);
        }
    }
    if (!statement.addressee.empty()) view.addressee = actor_name(graph, statement.addressee);
    if (!statement.target.empty()) view.target = actor_name(graph, statement.target);
    const auto document = graph.documents.find(statement.document);
    if (document != graph.documents.end()) view.document = document->second;
    std::vector<std::string> reporters = graph::reporters(graph, id, most_reporters + 1);
    view.more_reporters = reporters.size() > most_reporters;
    if (view.more_reporters) reporters.resize(most_reporters);
    for (const std::string& reporter : reporters) {
        const Statement& reporting = graph.statements.at(reporter);
        view.reported_by.push_back(reporting);
        view.reporter_names.push_back(actor_names(graph, reporting.holders));
    }
    return view;
}

}  // namespace demarche::query
