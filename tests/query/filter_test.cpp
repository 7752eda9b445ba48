// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/filter.hpp"

#include "query/sample.hpp"

#include <doctest/doctest.h>

#include <functional>

using namespace demarche;
using namespace demarche::query;

using Ids = std::vector<std::string>;

namespace {

constexpr RelationSense supports = {Relation::supports, Polarity::affirmed};
constexpr RelationSense does_not_support = {Relation::supports, Polarity::negated};

}  // namespace

TEST_CASE("select: each condition takes what it should and leaves its twin") {
    struct Case {
        const char* line;
        std::function<void(Filter&)> set;
        Ids found;
    };
    const Ids all = {"a1", "a2", "b1", "b2", "b3", "c2", "c1"};
    const Case cases[] = {
        {"none", [](Filter&) {}, all},
        // Actors.
        {"an alias", [](Filter& f) { f.actor = "Seoul"; }, {"a1", "a2"}},
        {"one of two holders", [](Filter& f) { f.actor = "US"; }, {"a2", "b1"}},
        {"with parts",
         [](Filter& f) {
             f.actor = "Seoul";
             f.with_parts = true;
         },
         {"a1", "a2", "b2", "b3"}},
        {"parts of the part",
         [](Filter& f) {
             f.actor = "mofa";
             f.with_parts = true;
         },
         {"b2", "b3"}},
        {"several actors by a word", [](Filter& f) { f.actor = "Korea"; }, {"a1", "a2", "c1"}},
        {"nobody", [](Filter& f) { f.actor = "Tokyo"; }, {}},
        {"no name", [](Filter& f) { f.actor = "..."; }, {}},
        {"addressee", [](Filter& f) { f.addressee = "Washington"; }, {"a1"}},
        {"addressee, not holder", [](Filter& f) { f.addressee = "Seoul"; }, {}},
        {"target", [](Filter& f) { f.target = "S. Korea"; }, {"b1"}},
        {"target, not addressee", [](Filter& f) { f.target = "US"; }, {}},
        // What it is on.
        {"position", [](Filter& f) { f.position = "ferry daily"; }, {"a1", "b1", "b2", "b3", "c1"}},
        {"position, not issue", [](Filter& f) { f.position = "fares"; }, {}},
        {"issue", [](Filter& f) { f.issue = "fares"; }, {"a2"}},
        {"issue's alias",
         [](Filter& f) { f.issue = "boat"; },
         {"a1", "a2", "b1", "b2", "b3", "c1"}},
        {"issue, not position", [](Filter& f) { f.issue = "tickets"; }, {}},
        {"text of an issue", [](Filter& f) { f.text = "fares"; }, {"a2"}},
        {"text of a position", [](Filter& f) { f.text = "mast"; }, {"c2"}},
        {"part of a word", [](Filter& f) { f.text = "ferr"; }, {}},
        {"position and issue",
         [](Filter& f) {
             f.position = "tickets";
             f.issue = "ferry";
         },
         {"a2"}},
        // What kind.
        {"relation", [](Filter& f) { f.relations = {supports}; }, {"a2"}},
        {"relation, negated", [](Filter& f) { f.relations = {does_not_support}; }, {"b1"}},
        {"relation, either way",
         [](Filter& f) {
             f.relations = {supports, does_not_support};
         },
         {"a2", "b1"}},
        {"relations",
         [](Filter& f) {
             f.relations = {{Relation::refuses}, {Relation::requests}};
         },
         {"a1", "b3"}},
        {"polarity", [](Filter& f) { f.polarity = Polarity::negated; }, {"b1"}},
        {"relation and polarity",
         [](Filter& f) {
             f.relations = {supports, does_not_support};
             f.polarity = Polarity::affirmed;
         },
         {"a2"}},
        {"relation of the other polarity",
         [](Filter& f) {
             f.relations = {supports};
             f.polarity = Polarity::negated;
         },
         {}},
        {"factuality", [](Filter& f) { f.factuality = Factuality::hypothetical; }, {"c1"}},
        {"policy", [](Filter& f) { f.policy_only = true; }, {"a2"}},
        {"direct quotes", [](Filter& f) { f.direct_quotes_only = true; }, {"b1"}},
        {"confidence, border in", [](Filter& f) { f.min_confidence = 0.95; }, {"a2"}},
        {"confidence, border out", [](Filter& f) { f.min_confidence = 0.96; }, {}},
        {"stance from", [](Filter& f) { f.min_stance = 0.7; }, {"a1", "a2"}},
        {"stance above", [](Filter& f) { f.min_stance = 0.71; }, {"a2"}},
        {"stance to", [](Filter& f) { f.max_stance = -0.4; }, {"b1", "b3"}},
        {"stance below", [](Filter& f) { f.max_stance = -0.41; }, {"b3"}},
        {"stance between",
         [](Filter& f) {
             f.min_stance = 0.0;
             f.max_stance = 0.0;
         },
         {"b2", "c2", "c1"}},
        // When.
        {"since, border in", [](Filter& f) { f.since = "2014-05-31"; }, {"b1", "b2", "b3"}},
        {"since, border out", [](Filter& f) { f.since = "2014-06-02"; }, {}},
        {"until, border in", [](Filter& f) { f.until = "2014-05-03"; }, {"a1", "a2"}},
        {"until, border out", [](Filter& f) { f.until = "2014-05-02"; }, {"a1"}},
        {"until a month's last day", [](Filter& f) { f.until = "2014-05"; }, {"a1", "a2", "b1"}},
        {"since a month", [](Filter& f) { f.since = "2014-06"; }, {"b2", "b3"}},
        {"a year",
         [](Filter& f) {
             f.since = "2014";
             f.until = "2014";
         },
         {"a1", "a2", "b1", "b2", "b3"}},
        {"another year", [](Filter& f) { f.since = "2015"; }, {}},
        // Where.
        {"document's id", [](Filter& f) { f.source = "doc1"; }, {"a1", "a2", "c2"}},
        {"document's name", [](Filter& f) { f.source = "ferry-2"; }, {"b1", "b2", "b3", "c1"}},
        {"publisher", [](Filter& f) { f.source = "courier"; }, {"a1", "a2", "c2"}},
        {"title", [](Filter& f) { f.source = "island ferry"; }, {"a1", "a2", "c2"}},
        {"url", [](Filter& f) { f.source = "https://courier.example/1"; }, {"a1", "a2", "c2"}},
        {"words of two fields", [](Filter& f) { f.source = "island courier"; }, {}},
    };
    const graph::PositionGraph graph = sample::ferry();
    for (const Case& c : cases) {
        Filter filter;
        c.set(filter);
        CAPTURE(std::string(c.line));
        CHECK(select(graph, filter) == c.found);
        CHECK(select({}, filter).empty());
    }
}

TEST_CASE("select: by date, then document's name, then place in the text, without a date last") {
    graph::PositionGraph graph = sample::ferry();
    for (auto& [id, statement] : graph.statements) statement.date = "2014-05-05";
    // doc1 is "ferry-1"; c2's cue stands before all contents.
    CHECK(select(graph, {}) == Ids{"c2", "a1", "a2", "b1", "b2", "b3", "c1"});
    graph.documents.at("doc2").name = "a-ferry";
    CHECK(select(graph, {}) == Ids{"b1", "b2", "b3", "c1", "c2", "a1", "a2"});
    graph.statements.at("c1").content.front().begin = 1;
    graph.statements.at("b3").date = "2014-05-04";
    graph.statements.at("a1").date.clear();
    CHECK(select(graph, {}) == Ids{"b3", "c1", "b1", "b2", "c2", "a2", "a1"});
}

TEST_CASE("wanted_holders: all, those named, or nobody") {
    const graph::PositionGraph graph = sample::ferry();
    Filter filter;
    CHECK_FALSE(wanted_holders(graph, filter));
    filter.actor = "Seoul";
    CHECK(wanted_holders(graph, filter) == std::set<std::string>{"kr"});
    filter.with_parts = true;
    CHECK(wanted_holders(graph, filter) == std::set<std::string>{"kim", "kr", "mofa"});
    filter.actor = "Tokyo";
    CHECK(wanted_holders(graph, filter) == std::set<std::string>{});
}
