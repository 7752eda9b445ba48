// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/merge.hpp"

#include "graph/check.hpp"
#include "graph/edges.hpp"
#include "graph/generate.hpp"
#include "graph/join.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace demarche;
using namespace demarche::graph;

namespace {

constexpr std::uint32_t rounds = 400;

PositionGraph merged(PositionGraph a, const PositionGraph& b) {
    merge(a, b);
    return a;
}

PositionGraph pruned(PositionGraph graph) {
    prune(graph);
    return graph;
}

std::vector<std::string> messages(const std::vector<Finding>& findings) {
    std::vector<std::string> result;
    for (const Finding& finding : findings) result.push_back(finding.at + ": " + finding.message);
    return result;
}

/// An article with one statement of one actor on one position.
Reading article(const std::string& name, const std::string& bytes, const std::string& published,
                const std::string& modified = {}) {
    Reading reading;
    reading.document.name = name;
    reading.document.sha256 = identity::sha256(bytes);
    reading.document.id = reading.document.sha256.substr(0, 32);
    reading.document.published = published;
    reading.document.modified = modified;
    Actor actor;
    actor.name = "Speaker of " + bytes;
    actor.id = identity::actor_id("", actor.name);
    reading.actors = {actor};
    Issue issue{identity::issue_id("the " + bytes + " quarrel"), "the " + bytes + " quarrel", {}};
    Position position{
        identity::position_id(issue.id, bytes + " matters"), bytes + " matters", {issue.id}};
    reading.issues = {issue};
    reading.positions = {position};
    Statement statement;
    statement.document = reading.document.id;
    statement.holders = {actor.id};
    statement.position = position.id;
    statement.content = {{0, 5, "words", "", ""}};
    statement.id = identity::statement_id(statement);
    reading.statements = {statement};
    return reading;
}

std::set<std::string> articles_left(const std::vector<Reading>& readings) {
    const PositionGraph graph = pruned(generated::graph_of(readings));
    std::set<std::string> left;
    for (const Reading& reading : readings) {
        const bool document = graph.documents.contains(reading.document.id);
        CHECK(graph.statements.contains(reading.statements.front().id) == document);
        CHECK(graph.actors.contains(reading.actors.front().id) == document);
        CHECK(graph.positions.contains(reading.positions.front().id) == document);
        CHECK(graph.issues.contains(reading.issues.front().id) == document);
        if (document) left.insert(reading.positions.front().label);
    }
    return left;
}

}  // namespace

TEST_CASE("generated graphs: large enough to try merging, with versions and rivals among them") {
    std::size_t statements = 0;
    std::size_t outdated = 0;
    std::size_t rivals = 0;
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
        const PositionGraph graph = generated::graph(seed);
        statements += graph.statements.size();
        outdated += graph.documents.size() - pruned(graph).documents.size();
        rivals += rival_versions(graph).size();
    }
    CHECK(statements > rounds);
    CHECK(outdated > rounds / 10);
    CHECK(rivals > rounds / 40);
}

TEST_CASE("merge is associative, commutative and idempotent") {
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
        CAPTURE(seed);
        const PositionGraph a = generated::graph(3 * seed);
        const PositionGraph b = generated::graph(3 * seed + 1);
        const PositionGraph c = generated::graph(3 * seed + 2);
        REQUIRE(merged(a, b) == merged(b, a));
        REQUIRE(merged(merged(a, b), c) == merged(a, merged(b, c)));
        REQUIRE(merged(a, a) == a);
        REQUIRE(merged(merged(a, b), b) == merged(a, b));
        REQUIRE(merged(a, PositionGraph()) == a);
        REQUIRE(merged(PositionGraph(), a) == a);
    }
}

TEST_CASE("merge: a graph may be merged with itself in place") {
    PositionGraph graph = generated::graph(7);
    const PositionGraph before = graph;
    merge(graph, graph);
    CHECK(graph == before);
}

TEST_CASE("merging graphs that were pruned: what is left is the same in any order") {
    // Aliases and affiliations alone may go early, with an outdated version: see merge.cpp.
    const auto without_sightings = [](PositionGraph graph) {
        for (auto& [id, actor] : graph.actors) {
            actor.aliases.clear();
            actor.part_of.clear();
            actor.represents.clear();
        }
        prune(graph);
        return graph;
    };
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
        CAPTURE(seed);
        const PositionGraph a = pruned(generated::graph(3 * seed));
        const PositionGraph b = pruned(generated::graph(3 * seed + 1));
        const PositionGraph c = pruned(generated::graph(3 * seed + 2));
        const PositionGraph left = pruned(merged(pruned(merged(a, b)), c));
        const PositionGraph right = pruned(merged(a, pruned(merged(b, c))));
        REQUIRE(without_sightings(left) == without_sightings(right));
    }
}

TEST_CASE("add: in any order, any number of times, as one graph or as merged ones") {
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
        CAPTURE(seed);
        const std::vector<Reading> forth = generated::readings(seed);
        const std::vector<Reading> back(forth.rbegin(), forth.rend());
        std::vector<Reading> twice = forth;
        twice.insert(twice.end(), back.begin(), back.end());
        PositionGraph one_by_one;
        for (const Reading& reading : forth) merge(one_by_one, generated::graph_of({reading}));
        const PositionGraph graph = generated::graph_of(forth);
        REQUIRE(generated::graph_of(back) == graph);
        REQUIRE(generated::graph_of(twice) == graph);
        REQUIRE(one_by_one == graph);
    }
}

TEST_CASE("prune: leaves a graph in which nothing is wrong, and does nothing the second time") {
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
        CAPTURE(seed);
        const PositionGraph graph = pruned(generated::graph(seed));
        const std::vector<std::string> none;
        REQUIRE(messages(check(graph)) == none);
        REQUIRE(pruned(graph) == graph);
    }
}

TEST_CASE("edges: every edge has evidence, and every statement is evidence of its holders' edges") {
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
        CAPTURE(seed);
        const PositionGraph graph = generated::graph(seed);
        std::size_t uses = 0;
        for (const Edge& edge : edges(graph)) {
            REQUIRE_FALSE(edge.statements.empty());
            for (const std::string& id : edge.statements) {
                const Statement& statement = graph.statements.at(id);
                const auto& holders = statement.holders;
                REQUIRE(std::find(holders.begin(), holders.end(), edge.holder) != holders.end());
                REQUIRE(statement.position == edge.position);
                REQUIRE(statement.relation == edge.relation);
                REQUIRE(statement.polarity == edge.polarity);
                REQUIRE_FALSE(statement.content.empty());
                ++uses;
            }
        }
        std::size_t holders = 0;
        for (const auto& [id, statement] : graph.statements) holders += statement.holders.size();
        REQUIRE(uses == holders);
    }
}

TEST_CASE("versions: the later one stays, with its own statements and nodes alone") {
    struct Case {
        std::string what;
        Reading one;
        Reading other;
        std::set<std::string> left;
    };
    const auto with_url = [](Reading reading, const std::string& url) {
        reading.document.url = url;
        return reading;
    };
    const Case cases[] = {
        {"published later",
         article("a", "old", "2014-05-01"),
         article("a", "new", "2014-05-02"),
         {"new matters"}},
        {"modified later",
         article("a", "old", "2014-05-01", "2014-05-03"),
         article("a", "new", "2014-05-01", "2014-05-04"),
         {"new matters"}},
        {"modified counts before published",
         article("a", "old", "2014-05-09", "2014-05-02"),
         article("a", "new", "2014-05-01", "2014-05-03"),
         {"new matters"}},
        {"modified is no time: published counts",
         article("a", "old", "2014-05-01", "soon"),
         article("a", "new", "2014-05-02"),
         {"new matters"}},
        {"an hour later, though the clock shows less",
         article("a", "old", "2014-05-01T16:00+09:00"),
         article("a", "new", "2014-05-01T08:00Z"),
         {"new matters"}},
        {"known after unknown",
         article("a", "old", ""),
         article("a", "new", "1970-01-01"),
         {"new matters"}},
        {"same url, other name",
         with_url(article("a", "old", "2014-05-01"), "u"),
         with_url(article("b", "new", "2014-05-02"), "u"),
         {"new matters"}},
        // Twins: both stay.
        {"same time",
         article("a", "old", "2014-05-01"),
         article("a", "new", "2014-05-01T00:00Z"),
         {"new matters", "old matters"}},
        {"both unknown",
         article("a", "old", ""),
         article("a", "new", ""),
         {"new matters", "old matters"}},
        {"other name",
         article("a", "old", "2014-05-01"),
         article("b", "new", "2014-05-02"),
         {"new matters", "old matters"}},
        {"same name, other url",
         with_url(article("a", "old", "2014-05-01"), "u"),
         with_url(article("a", "new", "2014-05-02"), "v"),
         {"new matters", "old matters"}},
        {"no name at all",
         article("", "old", "2014-05-01"),
         article("", "new", "2014-05-02"),
         {"new matters", "old matters"}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        CHECK(articles_left({c.one, c.other}) == c.left);
        CHECK(articles_left({c.other, c.one}) == c.left);
    }
}

TEST_CASE("versions: of three the last of all stays, and an old one does not come back") {
    const Reading first = article("a", "first", "2014-05-01");
    const Reading second = article("a", "second", "2014-05-02");
    Reading empty = article("a", "third", "2014-05-03");
    CHECK(articles_left({second, empty, first}) == std::set<std::string>{"third matters"});

    // The newest has nothing to say, but still it is the newest.
    empty.statements.clear();
    PositionGraph graph = pruned(generated::graph_of({first, empty}));
    CHECK(graph.statements.empty());
    CHECK(graph.documents.size() == 1);
    add(graph, second);
    prune(graph);
    CHECK(graph.statements.empty());
    CHECK(graph.actors.empty());
}

TEST_CASE("one document read with and without its time: the reading that knows it stands whole") {
    Reading dated = article("a", "same", "2014-05-01");
    Reading undated = article("a", "same", "");
    undated.document.title = "A title";
    undated.statements.front().relation = Relation::denies;
    undated.statements.front().id = identity::statement_id(undated.statements.front());
    for (const auto& readings : {std::vector{dated, undated}, std::vector{undated, dated}}) {
        const PositionGraph graph = generated::graph_of(readings);
        REQUIRE(graph.documents.size() == 1);
        CHECK(graph.documents.begin()->second.title.empty());
        REQUIRE(graph.statements.size() == 1);
        CHECK(graph.statements.contains(dated.statements.front().id));
    }
}

TEST_CASE("rival_versions: says which versions of what stay, and what to do") {
    const Reading old = article("a", "old", "2014-05-01");
    const Reading one = article("a", "one", "2014-05-02");
    const Reading two = article("a", "two", "2014-05-02");
    std::vector<std::string> ids = {one.document.id, two.document.id};
    std::sort(ids.begin(), ids.end());
    CHECK(messages(rival_versions(generated::graph_of({old, one, two}))) ==
          std::vector<std::string>{"article a: 2 versions of the same time (" + ids[0] + ", " +
                                   ids[1] +
                                   "): all stay. Give the newer one a later date, or "
                                   "leave the older one out."});
    const auto undated =
        rival_versions(generated::graph_of({article("b", "x", ""), article("b", "y", "")}));
    REQUIRE(undated.size() == 1);
    CHECK(undated.front().message.starts_with("2 versions without a time ("));
    CHECK(rival_versions(generated::graph_of({old, one})).empty());
    CHECK(rival_versions({}).empty());
}

TEST_CASE("replace: an edited article replaces its own statements and nobody else's") {
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
        CAPTURE(seed);
        const PositionGraph before = pruned(generated::graph(seed));
        generated::Chance chance(seed + 100000);
        const Reading edited = generated::reading(chance, chance.below(4), 9);
        PositionGraph after = before;
        replace(after, edited);
        prune(after);
        REQUIRE(check(after).empty());

        std::set<std::string> expected;
        for (const auto& [id, statement] : before.statements) {
            const DocumentNode& document = before.documents.at(statement.document);
            if (document.name != edited.document.name) expected.insert(id);
        }
        for (const Statement& statement : edited.statements) expected.insert(statement.id);
        std::set<std::string> left;
        for (const auto& [id, statement] : after.statements) left.insert(id);
        REQUIRE(left == expected);

        PositionGraph again = after;
        replace(again, edited);
        prune(again);
        REQUIRE(again.statements == after.statements);
    }
}

TEST_CASE("replace: even by a version with an earlier date; nothing is replaced without a name") {
    PositionGraph graph =
        generated::graph_of({article("a", "new", "2014-05-02"), article("b", "other", "2014-05-01"),
                             article("", "nameless", "")});
    replace(graph, article("a", "back", "2014-05-01"));
    replace(graph, article("", "second nameless", ""));
    prune(graph);
    std::set<std::string> left;
    for (const auto& [id, position] : graph.positions) left.insert(position.label);
    CHECK(left == std::set<std::string>{"back matters", "nameless matters", "other matters",
                                        "second nameless matters"});
}

TEST_CASE("prune: keeps what a needed actor is part of or represents, and no more") {
    Reading reading = article("a", "news", "");
    Actor& speaker = reading.actors.front();
    speaker.represents = "ministry";
    Actor ministry;
    ministry.id = "ministry";
    ministry.part_of = "state";
    Actor state;
    state.id = "state";
    Actor other_ministry = ministry;
    other_ministry.id = "other-ministry";
    Actor bystander;
    bystander.id = "bystander";
    reading.actors.insert(reading.actors.end(), {ministry, state, other_ministry, bystander});
    const PositionGraph graph = pruned(generated::graph_of({reading}));
    CHECK(graph.actors.size() == 3);
    CHECK(graph.actors.contains("ministry"));
    CHECK(graph.actors.contains("state"));
    CHECK_FALSE(graph.actors.contains("other-ministry"));
}

TEST_CASE("join: one node of two, the same in both orders") {
    Actor sparse;
    sparse.id = "kr";
    sparse.name = "South Korea";
    sparse.aliases = {"Seoul", "ROK", "Seoul"};
    Actor full = sparse;
    full.kind = ActorKind::state;
    full.aliases = {"S. Korea"};
    full.wikidata = "Q884";
    Actor expected = full;
    expected.aliases = {"ROK", "S. Korea", "Seoul"};
    Actor one = sparse;
    join(one, full);
    CHECK(one == expected);
    Actor other = full;
    join(other, sparse);
    CHECK(other == expected);
}

TEST_CASE("join: statements keep the larger figures, the known time, a yes") {
    Statement one;
    one.id = "s";
    one.stance = -0.5;
    one.confidence = 0.9;
    one.date = "yesterday";
    one.policy = true;
    one.cue = {{3, 7, "said", "", ""}};
    Statement other;
    other.id = "s";
    other.stance = -0.7;
    other.confidence = 0.8;
    other.date = "2014-05-01";
    other.addressee = "us";
    other.cue = {{3, 7, "said", "he ", ""}};
    Statement expected = one;
    expected.date = "2014-05-01";
    expected.addressee = "us";
    Statement forth = one;
    join(forth, other);
    CHECK(forth == expected);
    Statement back = other;
    join(back, one);
    CHECK(back == expected);
}
