// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/join.hpp"

#include "graph/instant.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace demarche::graph {
namespace {

void join_text(std::string& into, const std::string& from) {
    if (from.empty()) return;
    if (into.empty() || from < into) into = from;
}

void join_time(std::string& into, const std::string& from) {
    if (from.empty()) return;
    const auto rank = [](const std::string& text) {
        return std::pair<bool, std::string_view>(!instant(text).has_value(), text);
    };
    if (into.empty() || rank(from) < rank(into)) into = from;
}

void join_forms(std::vector<std::string>& into, const std::vector<std::string>& from) {
    into.insert(into.end(), from.begin(), from.end());
    std::sort(into.begin(), into.end());
    into.erase(std::unique(into.begin(), into.end()), into.end());
}

/// Of two lists the smaller; lists are compared item by item through `key`.
template <typename Item, typename Key>
void join_list(std::vector<Item>& into, const std::vector<Item>& from, Key key) {
    if (from.empty()) return;
    const bool smaller = std::lexicographical_compare(
        from.begin(), from.end(), into.begin(), into.end(),
        [key](const Item& a, const Item& b) { return key(a) < key(b); });
    if (into.empty() || smaller) into = from;
}

void join_passages(std::vector<Passage>& into, const std::vector<Passage>& from) {
    join_list(into, from, [](const Passage& p) {
        return std::tie(p.begin, p.end, p.exact, p.prefix, p.suffix);
    });
}

void join_kind(ActorKind& into, ActorKind from) {
    static_assert(static_cast<std::size_t>(ActorKind::unknown) + 1 == actor_kind_table.size(),
                  "unknown is the last kind, so the minimum prefers every other");
    into = std::min(into, from);
}

}  // namespace

void join(DocumentNode& into, const DocumentNode& from) {
    join_text(into.id, from.id);
    join_text(into.sha256, from.sha256);
    join_text(into.name, from.name);
    join_text(into.title, from.title);
    join_time(into.published, from.published);
    join_time(into.modified, from.modified);
    join_list(into.authors, from.authors,
              [](const Author& author) { return std::tie(author.name, author.role); });
    join_text(into.publisher, from.publisher);
    join_text(into.url, from.url);
    join_text(into.language, from.language);
}

void join(Actor& into, const Actor& from) {
    join_text(into.id, from.id);
    join_text(into.name, from.name);
    join_kind(into.kind, from.kind);
    join_forms(into.aliases, from.aliases);
    join_text(into.part_of, from.part_of);
    join_text(into.represents, from.represents);
    join_text(into.wikidata, from.wikidata);
}

void join(Position& into, const Position& from) {
    join_text(into.id, from.id);
    join_text(into.label, from.label);
    join_forms(into.issues, from.issues);
}

void join(Issue& into, const Issue& from) {
    join_text(into.id, from.id);
    join_text(into.label, from.label);
    join_forms(into.aliases, from.aliases);
}

void join(Statement& into, const Statement& from) {
    join_text(into.id, from.id);
    join_text(into.document, from.document);
    join_forms(into.holders, from.holders);
    into.relation = std::min(into.relation, from.relation);
    into.polarity = std::min(into.polarity, from.polarity);
    into.factuality = std::min(into.factuality, from.factuality);
    join_text(into.position, from.position);
    join_text(into.addressee, from.addressee);
    join_text(into.target, from.target);
    join_text(into.reported_by, from.reported_by);
    into.stance = std::max(into.stance, from.stance);
    into.confidence = std::max(into.confidence, from.confidence);
    into.policy = into.policy || from.policy;
    into.direct_quote = into.direct_quote || from.direct_quote;
    join_time(into.date, from.date);
    join_passages(into.source, from.source);
    join_passages(into.cue, from.cue);
    join_passages(into.content, from.content);
}

}  // namespace demarche::graph
