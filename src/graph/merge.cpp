// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Merging position graphs.
//
// A graph is a set of readings of articles, kept as nodes. Three copies of it, merged in any order
// and any number of times, must give the same bytes, so merging is a join in the sense of a
// semilattice (Shapiro et al., Conflict-free Replicated Data Types, 2011): nodes are united by id,
// and each field of two nodes of one id is joined by a rule of its own (join.cpp).
//
// Replacing a changed article takes something away, and taking away does not commute with adding:
// let A hold version 1 with an actor that nobody else names, B hold that actor too with another
// alias, C hold version 2. If A's actor goes when C comes, its alias is missing once B is added; if
// B comes first, it is there. Therefore taking away is a step of its own, prune, a function of the
// finished union: merge, merge, ..., prune.
//
// Which versions are outdated is decided by the latest time of each article, a maximum, so that
// documents and statements come out the same even if every merged graph was pruned before. Only
// what actors of outdated versions had as aliases and affiliations may then be lost early, as in
// the example. Limit: the same bytes under two names are one document (ids are of the bytes), which
// has the smaller name, and is a version of that one alone.

#include "graph/merge.hpp"

#include "graph/instant.hpp"
#include "graph/join.hpp"
#include "identity/identity.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace demarche::graph {
namespace {

/// Nothing is smaller than any instant.
std::optional<Instant> time_of(const DocumentNode& document) {
    const auto modified = instant(document.modified);
    return modified ? modified : instant(document.published);
}

DocumentNode node_of(const Document& document) {
    return {document.id,      document.sha256,    document.name,
            document.title,   document.published, document.modified,
            document.authors, document.publisher, identity::uri(document.url),
            document.language};
}

template <typename Value>
void join_into(std::map<std::string, Value>& nodes, const Value& value) {
    // Joining a node with itself puts its lists in order.
    join(nodes.try_emplace(value.id, value).first->second, value);
}

template <typename Value>
void join_all(std::map<std::string, Value>& into, const std::map<std::string, Value>& from) {
    for (const auto& [id, value] : from) {
        join(into.try_emplace(id, value).first->second, value);
    }
}

void erase_statements_of(PositionGraph& graph, const std::set<std::string>& documents) {
    if (documents.empty()) return;
    std::erase_if(graph.statements,
                  [&](const auto& entry) { return documents.contains(entry.second.document); });
}

/// Joins the documents; of a document in both, the reading that knows the later time stands whole.
/// Returns the documents whose statements in `other` are not to be taken.
std::set<std::string> join_documents(PositionGraph& graph, const PositionGraph& other) {
    std::set<std::string> earlier_here;
    std::set<std::string> earlier_there;
    for (const auto& [id, document] : other.documents) {
        const auto [place, is_new] = graph.documents.try_emplace(id, document);
        if (is_new) continue;
        const auto here = time_of(place->second);
        const auto there = time_of(document);
        if (here < there) {
            place->second = document;
            earlier_here.insert(id);
        } else if (there < here) {
            earlier_there.insert(id);
        } else {
            join(place->second, document);
        }
    }
    erase_statements_of(graph, earlier_here);
    return earlier_there;
}

const std::string& article_key(const DocumentNode& document) {
    return document.url.empty() ? document.name : document.url;
}

/// The versions of each article that has more than one.
std::map<std::string, std::vector<const DocumentNode*>> versions(const PositionGraph& graph) {
    std::map<std::string, std::vector<const DocumentNode*>> articles;
    for (const auto& [id, document] : graph.documents) {
        if (!article_key(document).empty()) articles[article_key(document)].push_back(&document);
    }
    std::erase_if(articles, [](const auto& entry) { return entry.second.size() < 2; });
    return articles;
}

std::optional<Instant> latest(const std::vector<const DocumentNode*>& documents) {
    std::optional<Instant> time;
    for (const DocumentNode* document : documents) time = std::max(time, time_of(*document));
    return time;
}

void remove_documents(PositionGraph& graph, const std::set<std::string>& documents) {
    erase_statements_of(graph, documents);
    for (const std::string& id : documents) graph.documents.erase(id);
}

void remove_outdated(PositionGraph& graph) {
    std::set<std::string> outdated;
    for (const auto& [key, documents] : versions(graph)) {
        const auto newest = latest(documents);
        for (const DocumentNode* document : documents) {
            if (time_of(*document) < newest) outdated.insert(document->id);
        }
    }
    remove_documents(graph, outdated);
}

/// The actors that statements name, and what those are part of or represent.
std::set<std::string> needed_actors(const PositionGraph& graph) {
    std::vector<std::string> open;
    for (const auto& [id, statement] : graph.statements) {
        open.insert(open.end(), statement.holders.begin(), statement.holders.end());
        open.push_back(statement.addressee);
        open.push_back(statement.target);
    }
    std::set<std::string> needed;
    while (!open.empty()) {
        const std::string id = std::move(open.back());
        open.pop_back();
        const auto actor = graph.actors.find(id);
        if (actor == graph.actors.end() || !needed.insert(id).second) continue;
        open.push_back(actor->second.part_of);
        open.push_back(actor->second.represents);
    }
    return needed;
}

template <typename Value>
void keep_only(std::map<std::string, Value>& nodes, const std::set<std::string>& needed) {
    std::erase_if(nodes, [&](const auto& entry) { return !needed.contains(entry.first); });
}

void remove_unneeded(PositionGraph& graph) {
    keep_only(graph.actors, needed_actors(graph));
    std::set<std::string> positions;
    for (const auto& [id, statement] : graph.statements) positions.insert(statement.position);
    keep_only(graph.positions, positions);
    std::set<std::string> issues;
    for (const auto& [id, position] : graph.positions) {
        issues.insert(position.issues.begin(), position.issues.end());
    }
    keep_only(graph.issues, issues);
}

}  // namespace

void add(PositionGraph& graph, const Reading& reading) {
    PositionGraph read;
    join_into(read.documents, node_of(reading.document));
    for (const Actor& actor : reading.actors) join_into(read.actors, actor);
    for (const Position& position : reading.positions) join_into(read.positions, position);
    for (const Issue& issue : reading.issues) join_into(read.issues, issue);
    for (const Statement& statement : reading.statements) join_into(read.statements, statement);
    merge(graph, read);
}

void merge(PositionGraph& graph, const PositionGraph& other) {
    if (&graph == &other) return;
    const std::set<std::string> left_out = join_documents(graph, other);
    join_all(graph.actors, other.actors);
    join_all(graph.positions, other.positions);
    join_all(graph.issues, other.issues);
    for (const auto& [id, statement] : other.statements) {
        if (left_out.contains(statement.document)) continue;
        join(graph.statements.try_emplace(id, statement).first->second, statement);
    }
}

void replace(PositionGraph& graph, const Reading& reading) {
    PositionGraph read;
    add(read, reading);
    replace(graph, read);
}

void replace(PositionGraph& graph, const PositionGraph& readings) {
    std::set<std::string> names;
    for (const auto& [id, document] : readings.documents) {
        if (!document.name.empty()) names.insert(document.name);
    }
    std::set<std::string> replaced;
    for (const auto& [id, document] : graph.documents) {
        if (names.contains(document.name)) replaced.insert(id);
    }
    remove_documents(graph, replaced);
    merge(graph, readings);
}

void prune(PositionGraph& graph) {
    remove_outdated(graph);
    remove_unneeded(graph);
}

std::vector<Finding> rival_versions(const PositionGraph& graph) {
    std::vector<Finding> findings;
    for (const auto& [key, documents] : versions(graph)) {
        const auto newest = latest(documents);
        std::string ids;
        std::size_t count = 0;
        for (const DocumentNode* document : documents) {
            if (time_of(*document) < newest) continue;
            ids += (count == 0 ? "" : ", ") + document->id;
            ++count;
        }
        if (count < 2) continue;
        const std::string why = newest ? "of the same time" : "without a time";
        findings.push_back({"article " + key, std::to_string(count) + " versions " + why + " (" +
                                                  ids +
                                                  "): all stay. Give the newer one a later "
                                                  "date, or leave the older one out."});
    }
    return findings;
}

}  // namespace demarche::graph
