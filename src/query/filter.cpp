// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The statements to which all conditions apply, in the order in which they were written.
//
// Conditions that are texts are looked up once, in actors, positions, issues and documents, and
// become sets of ids; each statement is then asked by id alone. A condition that nothing meets is
// an empty set, which is not the same as no condition.
//
// Dates are compared as far as the border says: of "2013-10-05" the border "2013-10" sees
// "2013-10", so a month holds all its days. Stances and confidences are hundredths, which binary
// fractions only come near, so borders have a small tolerance.
//
// Limits: a statement of which only the year is known passes an `until` inside that year, and no
// `since` inside it. Tested by tests/query/filter_test.cpp.

#include "query/filter.hpp"

#include "graph/reach.hpp"
#include "identity/identity.hpp"
#include "query/find.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace demarche::query {
namespace {

using Ids = std::optional<std::set<std::string>>;  // no set: no condition

constexpr double tolerance = 1e-9;  // stance and confidence are hundredths held as binary fractions

Ids wanted_actors(const graph::PositionGraph& graph, const std::string& text, bool with_parts) {
    if (text.empty()) return {};
    const std::vector<std::string> found = find_actors(graph, text);
    std::set<std::string> ids(found.begin(), found.end());
    if (!with_parts) return ids;
    for (const std::string& id : found) ids.merge(graph::with_parts(graph, id));
    return ids;
}

bool about(const graph::PositionGraph& graph, const Position& position, const QueryWords& words) {
    return std::any_of(position.issues.begin(), position.issues.end(), [&](const std::string& id) {
        const auto issue = graph.issues.find(id);
        if (issue == graph.issues.end()) return false;
        const std::vector<std::string>& aliases = issue->second.aliases;
        return words.are_in(issue->second.label) ||
               std::any_of(aliases.begin(), aliases.end(),
                           [&](const std::string& alias) { return words.are_in(alias); });
    });
}

Ids wanted_positions(const graph::PositionGraph& graph, const Filter& filter) {
    if (filter.position.empty() && filter.issue.empty() && filter.text.empty()) return {};
    const QueryWords label(filter.position);
    const QueryWords issue(filter.issue);
    const QueryWords text(filter.text);
    std::set<std::string> ids;
    for (const auto& [id, position] : graph.positions) {
        if (!filter.position.empty() && !label.are_in(position.label)) continue;
        if (!filter.issue.empty() && !about(graph, position, issue)) continue;
        if (!filter.text.empty() && !text.are_in(position.label) && !about(graph, position, text)) {
            continue;
        }
        ids.insert(id);
    }
    return ids;
}

Ids wanted_documents(const graph::PositionGraph& graph, const std::string& source) {
    if (source.empty()) return {};
    const QueryWords words(source);
    std::set<std::string> ids;
    const std::string address = identity::uri(source);
    for (const auto& [id, document] : graph.documents) {
        if (id == source || document.url == source || document.url == address ||
            document.name == source || words.are_in(document.name) ||
            words.are_in(document.title) || words.are_in(document.publisher)) {
            ids.insert(id);
        }
    }
    return ids;
}

/// A filter with its texts looked up once.
struct Wanted {
    Ids holders;
    Ids addressees;
    Ids targets;
    Ids positions;
    Ids documents;
};

bool passes(const Ids& wanted, const std::string& id) {
    return !wanted || wanted->contains(id);
}

bool passes_holders(const Ids& wanted, const std::vector<std::string>& holders) {
    return !wanted || std::any_of(holders.begin(), holders.end(),
                                  [&](const std::string& id) { return wanted->contains(id); });
}

bool passes_dates(const Filter& filter, const std::string& date) {
    if (filter.since.empty() && filter.until.empty()) return true;
    if (date.empty()) return false;
    // Only as much of the date as the border says: "2013-10" takes in all of October.
    const auto cut = [&](const std::string& border) { return date.substr(0, border.size()); };
    return (filter.since.empty() || cut(filter.since) >= filter.since) &&
           (filter.until.empty() || cut(filter.until) <= filter.until);
}

bool passes_stance(const Filter& filter, double stance) {
    return (!filter.min_stance || stance >= *filter.min_stance - tolerance) &&
           (!filter.max_stance || stance <= *filter.max_stance + tolerance);
}

bool passes_kind(const Filter& filter, const Statement& statement) {
    const bool relation =
        filter.relations.empty() ||
        std::find(filter.relations.begin(), filter.relations.end(),
                  RelationSense{statement.relation, statement.polarity}) != filter.relations.end();
    return relation && (!filter.polarity || *filter.polarity == statement.polarity) &&
           (!filter.factuality || *filter.factuality == statement.factuality) &&
           (!filter.policy_only || statement.policy) &&
           (!filter.direct_quotes_only || statement.direct_quote) &&
           statement.confidence >= filter.min_confidence - tolerance;
}

bool passes(const Wanted& wanted, const Filter& filter, const Statement& statement) {
    return passes_kind(filter, statement) && passes_stance(filter, statement.stance) &&
           passes_dates(filter, statement.date) && passes(wanted.documents, statement.document) &&
           passes(wanted.positions, statement.position) &&
           passes(wanted.addressees, statement.addressee) &&
           passes(wanted.targets, statement.target) &&
           passes_holders(wanted.holders, statement.holders);
}

std::size_t place_in_text(const Statement& statement) {
    std::size_t place = std::numeric_limits<std::size_t>::max();
    for (const auto* passages : {&statement.source, &statement.cue, &statement.content}) {
        if (!passages->empty()) place = std::min(place, passages->front().begin);
    }
    return place;
}

/// Date (unknown last), name and id of the document, place in the text, id.
auto reading_order(const graph::PositionGraph& graph, const Statement& statement) {
    const auto document = graph.documents.find(statement.document);
    return std::tuple(statement.date.empty(), statement.date,
                      document == graph.documents.end() ? std::string() : document->second.name,
                      statement.document, place_in_text(statement), statement.id);
}

}  // namespace

std::optional<std::set<std::string>> wanted_holders(const graph::PositionGraph& graph,
                                                    const Filter& filter) {
    return wanted_actors(graph, filter.actor, filter.with_parts);
}

std::vector<std::string> select(const graph::PositionGraph& graph, const Filter& filter) {
    const Wanted wanted = {wanted_holders(graph, filter),
                           wanted_actors(graph, filter.addressee, false),
                           wanted_actors(graph, filter.target, false),
                           wanted_positions(graph, filter), wanted_documents(graph, filter.source)};
    std::vector<decltype(reading_order(graph, Statement()))> found;
    for (const auto& [id, statement] : graph.statements) {
        if (passes(wanted, filter, statement)) found.push_back(reading_order(graph, statement));
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> ids;
    ids.reserve(found.size());
    for (auto& key : found) ids.push_back(std::move(std::get<5>(key)));
    return ids;
}

}  // namespace demarche::query
