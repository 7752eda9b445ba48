// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/statement.hpp"
#include "graph/merge.hpp"
#include "identity/identity.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

/// Readings and graphs made by chance, from a seed: a small world, so that articles, actors and
/// positions meet often.
namespace demarche::graph::generated {

class Chance {
public:
    explicit Chance(std::uint32_t seed) : engine_(seed) {}

    /// 0 to n - 1. By remainder: the standard's distributions differ between libraries.
    std::size_t below(std::size_t n) { return engine_() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }

private:
    std::mt19937 engine_;
};

/// The text in which all generated passages stand.
inline const std::string article_text =
    "The harbour board wants a second crane, the dockers' union said, but the town\u2019s mayor "
    "asked for \u201ctime\u201d and the bank refused to pay for it before spring.";

inline std::string number(std::size_t n) {
    return std::to_string(n);
}

/// Aliases and affiliations differ from reading to reading; name and kind are those of the id.
/// Actor n can only be part of an actor with a smaller number, so there is no circle.
inline Actor actor(Chance& chance, std::size_t n) {
    Actor result;
    result.name = "Actor " + number(n);
    result.id = identity::actor_id("", result.name);
    result.kind = n % 2 == 0 ? ActorKind::organisation : ActorKind::person;
    result.aliases = {"form " + number(chance.below(4))};
    const auto smaller = [&] { return identity::actor_id("", "Actor " + number(chance.below(n))); };
    if (n > 0 && chance.one_in(3)) result.part_of = smaller();
    if (n > 0 && chance.one_in(4)) result.represents = smaller();
    return result;
}

inline Issue issue(std::size_t n) {
    const std::string label = "issue " + number(n);
    return {identity::issue_id(label), label, {}};
}

inline Position position(std::size_t n) {
    const Issue of = issue(n % 3);
    const std::string label = "proposition " + number(n);
    return {identity::position_id(of.id, label), label, {of.id}};
}

inline Passage passage(Chance& chance) {
    // Single-byte letters only, so that bytes are code points here.
    const std::size_t begin = chance.below(40);
    const std::size_t end = begin + 1 + chance.below(20);
    return {begin, end, article_text.substr(begin, end - begin),
            article_text.substr(begin - std::min<std::size_t>(begin, 8),
                                std::min<std::size_t>(begin, 8)),
            article_text.substr(end, 8)};
}

inline Statement statement(Chance& chance, const Reading& reading) {
    Statement result;
    result.document = reading.document.id;
    result.holders = {reading.actors[chance.below(reading.actors.size())].id};
    result.relation = relation_table[chance.below(relation_table.size())].relation;
    result.polarity = chance.one_in(4) ? Polarity::negated : Polarity::affirmed;
    result.position = reading.positions[chance.below(reading.positions.size())].id;
    if (chance.one_in(3)) result.addressee = reading.actors.front().id;
    if (chance.one_in(3)) result.target = reading.actors.back().id;
    if (!reading.statements.empty() && chance.one_in(3)) {
        result.reported_by = reading.statements[chance.below(reading.statements.size())].id;
    }
    result.stance = static_cast<double>(chance.below(201)) / 100 - 1;
    result.confidence = static_cast<double>(chance.below(101)) / 100;
    result.policy = chance.one_in(2);
    if (chance.one_in(2)) result.date = "2014-05-0" + number(1 + chance.below(9));
    result.source = {passage(chance)};
    result.content = {passage(chance)};
    result.id = identity::statement_id(result);
    return result;
}

/// Version `version` of article `article`, read with or without its date. The same article and
/// version always give the same bytes, name and url.
inline Reading reading(Chance& chance, std::size_t article, std::size_t version) {
    Reading result;
    Document& document = result.document;
    document.name = "article-" + number(article);
    document.sha256 = identity::sha256(document.name + " v" + number(version));
    document.id = document.sha256.substr(0, 32);
    if (article % 2 == 0) document.url = "https://news.example/" + number(article);
    if (chance.one_in(2)) document.title = "Title " + number(version);
    // Versions 1 and 2 are of the same time: rivals.
    const std::size_t hour = version == 2 ? 1 : version;
    if (!chance.one_in(3)) document.published = "2014-05-01T0" + number(hour) + ":00Z";
    if (chance.one_in(3)) document.modified = "2014-05-02T0" + number(hour) + ":00Z";
    for (std::size_t n = 0; n < 6; ++n) result.actors.push_back(actor(chance, n));
    for (std::size_t n = 0; n < 5; ++n) {
        if (chance.one_in(3)) result.positions.push_back(position(n));
    }
    result.positions.push_back(position(5));
    for (std::size_t n = 0; n < 3; ++n) result.issues.push_back(issue(n));
    const std::size_t count = chance.below(5);
    for (std::size_t n = 0; n < count; ++n) {
        result.statements.push_back(statement(chance, result));
    }
    return result;
}

inline Reading reading(Chance& chance) {
    const std::size_t article = chance.below(4);
    return reading(chance, article, chance.below(4));
}

inline std::vector<Reading> readings(std::uint32_t seed) {
    Chance chance(seed);
    std::vector<Reading> result;
    const std::size_t count = chance.below(6);
    for (std::size_t n = 0; n < count; ++n) result.push_back(reading(chance));
    return result;
}

inline PositionGraph graph_of(const std::vector<Reading>& readings) {
    PositionGraph graph;
    for (const Reading& one : readings) add(graph, one);
    return graph;
}

inline PositionGraph graph(std::uint32_t seed) {
    return graph_of(readings(seed));
}

}  // namespace demarche::graph::generated
