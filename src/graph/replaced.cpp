// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// What a new reading of articles takes the place of in a graph.
//
// An id is made of what a statement says, so a statement of which the holder was corrected has
// another id than the one read anew: ids cannot tell that the two are one. Their words can.
// Statements of one article are filed under the words of source, cue and content; where the same
// words stand several times, the first is compared with the first of the text and so on:
//
//     'the ferry is late'    relation 'opposes' becomes 'supports'; stance '-1.00' becomes '1.00'
//     'Riga will wait'       is found no more
//
// Words that the article no longer has are not asked for: then the article was changed, not the
// reading. Of actors only what was said before is compared, so that what a reading adds is no
// finding.
//
// Limits: words count as there if they stand anywhere in the text. A statement of which the words
// were cut otherwise is "found no more", and the new one is not told. Tested by
// tests/graph/replaced_test.cpp.

#include "graph/replaced.hpp"

#include "core/code_points.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace demarche::graph {
namespace {

constexpr std::size_t most_words = 80;  // code points that are told of a statement's words

std::string article_of(const PositionGraph& graph, const Statement& statement) {
    const auto document = graph.documents.find(statement.document);
    return document == graph.documents.end() ? std::string() : document->second.name;
}

std::string words(const std::vector<Passage>& passages) {
    std::string text;
    for (const Passage& passage : passages) text += (text.empty() ? "" : " … ") + passage.exact;
    return text;
}

std::string told_words(const Statement& statement) {
    std::string text = words(statement.content.empty() ? statement.cue : statement.content);
    const CodePoints points(text);
    if (points.size() <= most_words) return "'" + text + "'";
    return "'" + text.substr(0, points.to_byte(most_words)) + " …'";
}

std::size_t place(const Statement& statement) {
    const auto& passages = statement.content.empty() ? statement.cue : statement.content;
    return passages.empty() ? 0 : passages.front().begin;
}

/// Statements of one article by their words, those of the same words in text order.
using ByWords = std::map<std::vector<std::string>, std::vector<const Statement*>>;

void put(ByWords& statements, const Statement& statement) {
    statements[{words(statement.source), words(statement.cue), words(statement.content)}].push_back(
        &statement);
}

void sort(ByWords& statements) {
    for (auto& [key, list] : statements) {
        std::stable_sort(list.begin(), list.end(), [](const Statement* a, const Statement* b) {
            return place(*a) < place(*b);
        });
    }
}

std::string name_of(const PositionGraph& graph, const std::string& actor) {
    const auto found = graph.actors.find(actor);
    return found == graph.actors.end() ? actor : found->second.name;
}

std::string names_of(const PositionGraph& graph, const std::vector<std::string>& actors) {
    std::string names;
    for (const std::string& actor : actors)
        names += (names.empty() ? "" : ", ") + name_of(graph, actor);
    return names;
}

std::string label_of(const PositionGraph& graph, const std::string& position) {
    const auto found = graph.positions.find(position);
    return found == graph.positions.end() ? position : found->second.label;
}

std::string relation_of(const Statement& statement) {
    return std::string(statement.polarity == Polarity::affirmed
                           ? name(statement.relation)
                           : facts(statement.relation).negated_phrase);
}

std::string figure(double value) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.2f", value);
    return digits;
}

/// Collects "holder 'A' becomes 'B'".
class Differences {
public:
    void on(std::string_view what, const std::string& before, const std::string& after) {
        if (before == after) return;
        text += (text.empty() ? "" : "; ") + std::string(what) + " '" + before + "' becomes '" +
                after + "'";
    }

    std::string text;
};

std::string difference(const PositionGraph& before, const Statement& old,
                       const PositionGraph& after, const Statement& now) {
    const auto yes_or_no = [](bool value) { return std::string(value ? "yes" : "no"); };
    Differences found;
    if (old.holders != now.holders) {
        found.on("holder", names_of(before, old.holders), names_of(after, now.holders));
    }
    found.on("relation", relation_of(old), relation_of(now));
    found.on("factuality", std::string(name(old.factuality)), std::string(name(now.factuality)));
    found.on("position", label_of(before, old.position), label_of(after, now.position));
    if (old.addressee != now.addressee) {
        found.on("addressee", name_of(before, old.addressee), name_of(after, now.addressee));
    }
    if (old.target != now.target) {
        found.on("target", name_of(before, old.target), name_of(after, now.target));
    }
    found.on("date", old.date, now.date);
    found.on("stance", figure(old.stance), figure(now.stance));
    found.on("confidence", figure(old.confidence), figure(now.confidence));
    found.on("policy", yes_or_no(old.policy), yes_or_no(now.policy));
    found.on("quoted", yes_or_no(old.direct_quote), yes_or_no(now.direct_quote));
    return found.text;
}

std::string difference(const Actor& old, const Actor& now) {
    Differences found;
    found.on("name", old.name, now.name);
    if (old.kind != ActorKind::unknown) {
        found.on("kind", std::string(name(old.kind)), std::string(name(now.kind)));
    }
    if (!old.part_of.empty()) found.on("part_of", old.part_of, now.part_of);
    if (!old.represents.empty()) found.on("represents", old.represents, now.represents);
    return found.text;
}

bool stands_in(const std::vector<Passage>& passages, std::string_view text) {
    return std::all_of(passages.begin(), passages.end(), [text](const Passage& passage) {
        return text.find(passage.exact) != std::string_view::npos;
    });
}

}  // namespace

Before::Before(PositionGraph graph) : graph_(std::move(graph)) {
    for (const auto& [id, statement] : graph_.statements) {
        statements_.emplace(article_of(graph_, statement), id);
    }
}

void Before::read_again(const std::string& name, std::string_view text) {
    if (name.empty()) return;  // of which nothing is replaced
    const auto [first, last] = statements_.equal_range(name);
    for (auto entry = first; entry != last; ++entry) {
        const Statement& statement = graph_.statements.at(entry->second);
        if (stands_in(statement.source, text) && stands_in(statement.cue, text) &&
            stands_in(statement.content, text)) {
            compared_[name].push_back(statement.id);
        }
    }
}

std::vector<Replaced> Before::compared_with(const PositionGraph& after) const {
    std::map<std::string, ByWords> now;
    for (const auto& [id, statement] : after.statements) {
        const std::string article = article_of(after, statement);
        if (compared_.contains(article)) put(now[article], statement);
    }
    std::vector<Replaced> replaced;
    for (const auto& [article, ids] : compared_) {
        ByWords old;
        for (const std::string& id : ids) put(old, graph_.statements.at(id));
        sort(old);
        sort(now[article]);
        std::vector<std::pair<std::size_t, Replaced>> of_article;
        for (const auto& [key, before] : old) {
            const std::vector<const Statement*>& there = now[article][key];
            for (std::size_t i = 0; i < before.size(); ++i) {
                const std::string how = i < there.size()
                                            ? difference(graph_, *before[i], after, *there[i])
                                            : "is found no more";
                if (how.empty()) continue;
                of_article.push_back({place(*before[i]), {article, told_words(*before[i]), how}});
            }
        }
        std::stable_sort(of_article.begin(), of_article.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (auto& [at, one] : of_article) replaced.push_back(std::move(one));
    }
    if (compared_.empty()) return replaced;
    for (const auto& [id, actor] : graph_.actors) {
        const auto found = after.actors.find(id);
        if (found == after.actors.end()) continue;
        const std::string how = difference(actor, found->second);
        if (!how.empty()) replaced.push_back({"", "actor " + id, how});
    }
    return replaced;
}

}  // namespace demarche::graph
