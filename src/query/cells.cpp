// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/cells.hpp"

#include "query/table.hpp"

#include <cmath>

namespace demarche::query {
namespace {

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    std::string result;
    for (const std::string& text : texts) {
        if (!result.empty()) result += between;
        result += text;
    }
    return result;
}

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string single_spaced(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (!is_space(c)) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

}  // namespace

std::string decimal(double value) {
    const long long hundredths = std::llround(value * 100);
    const long long whole = std::llabs(hundredths) / 100;
    const long long rest = std::llabs(hundredths) % 100;
    std::string text = (hundredths < 0 ? "-" : "") + std::to_string(whole);
    if (rest == 0) return text;
    text += '.' + std::to_string(rest / 10);
    if (rest % 10 != 0) text += std::to_string(rest % 10);
    return text;
}

std::string phrase(Relation relation, Polarity polarity) {
    return std::string(polarity == Polarity::affirmed ? name(relation)
                                                      : facts(relation).negated_phrase);
}

std::string actor_name(const graph::PositionGraph& graph, const std::string& id) {
    const auto actor = graph.actors.find(id);
    return actor == graph.actors.end() ? id : actor->second.name;
}

std::string actor_names(const graph::PositionGraph& graph, const std::vector<std::string>& ids) {
    std::vector<std::string> names;
    for (const std::string& id : ids) names.push_back(actor_name(graph, id));
    return joined(names, ", ");
}

std::string position_label(const graph::PositionGraph& graph, const std::string& id) {
    const auto position = graph.positions.find(id);
    return position == graph.positions.end() ? id : position->second.label;
}

std::string issue_labels(const graph::PositionGraph& graph, const std::string& position) {
    const auto found = graph.positions.find(position);
    if (found == graph.positions.end()) return {};
    std::vector<std::string> labels;
    for (const std::string& id : found->second.issues) {
        const auto issue = graph.issues.find(id);
        labels.push_back(issue == graph.issues.end() ? id : issue->second.label);
    }
    return joined(labels, "; ");
}

std::string document_title(const graph::PositionGraph& graph, const std::string& id) {
    const auto document = graph.documents.find(id);
    if (document == graph.documents.end()) return id;
    return document->second.title.empty() ? document->second.name : document->second.title;
}

std::string document_name(const graph::PositionGraph& graph, const std::string& id) {
    const auto document = graph.documents.find(id);
    return document == graph.documents.end() ? id : document->second.name;
}

std::string quote(const Statement& statement) {
    std::vector<std::string> pieces;
    for (const Passage& passage : statement.content.empty() ? statement.cue : statement.content) {
        pieces.push_back(single_spaced(passage.exact));
    }
    return joined(pieces, " … ");
}

}  // namespace demarche::query
