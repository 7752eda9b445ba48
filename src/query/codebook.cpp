// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/codebook.hpp"

#include "query/cells.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace demarche::query {
namespace {

/// Text that neither ends a cell nor parts a list.
std::string cell(std::string text) {
    std::replace_if(
        text.begin(), text.end(),
        [](char c) { return c == '\t' || c == '\n' || c == '\r' || c == '|'; }, ' ');
    return text;
}

struct Use {
    std::size_t statements = 0;
    const Statement* surest = nullptr;
};

std::map<std::string, Use> uses_of_positions(const graph::PositionGraph& graph) {
    std::map<std::string, Use> uses;
    for (const auto& [id, statement] : graph.statements) {
        Use& use = uses[statement.position];
        ++use.statements;
        if (use.surest == nullptr || statement.confidence > use.surest->confidence) {
            use.surest = &statement;
        }
    }
    return uses;
}

std::string issues_cell(const graph::PositionGraph& graph, const Position& position) {
    std::string text;
    for (const std::string& id : position.issues) {
        const auto issue = graph.issues.find(id);
        text += (text.empty() ? "" : "|") +
                cell(issue == graph.issues.end() ? id : issue->second.label);
    }
    return text.empty() ? "-" : text;
}

/// Rows with how many statements are on each; the most first.
using Ranked = std::vector<std::pair<std::size_t, std::vector<std::string>>>;

void move_rows(Ranked& from, Table& to) {
    std::sort(from.begin(), from.end(), [](const auto& a, const auto& b) {
        return std::tie(b.first, a.second) < std::tie(a.first, b.second);
    });
    for (auto& [count, row] : from) to.rows.push_back(std::move(row));
}

}  // namespace

Table codebook(const graph::PositionGraph& graph) {
    Table table;
    table.columns = {{"kind", "Kind"},
                     {"label", "Label"},
                     {"issues", "Issues"},
                     {"patterns", "Patterns"},
                     {"examples", "Examples"}};
    const auto uses = uses_of_positions(graph);
    Ranked positions;
    std::map<std::string, std::size_t> on_issue;
    for (const auto& [id, position] : graph.positions) {
        const auto found = uses.find(id);
        const Use use = found == uses.end() ? Use{} : found->second;
        for (const std::string& issue : position.issues) on_issue[issue] += use.statements;
        const std::string example = use.surest == nullptr ? "" : cell(quote(*use.surest));
        positions.push_back({use.statements,
                             {"position", cell(position.label), issues_cell(graph, position), "",
                              example == position.label ? "" : example}});
    }
    Ranked issues;
    for (const auto& [id, issue] : graph.issues) {
        issues.push_back({on_issue[id], {"issue", cell(issue.label), "", "", ""}});
    }
    move_rows(issues, table);
    move_rows(positions, table);
    return table;
}

}  // namespace demarche::query
