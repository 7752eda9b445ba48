// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/position_score.hpp"

#include "text/read.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace demarche;
using namespace demarche::draft;
using namespace demarche::lexicon;
using namespace demarche::training;

namespace {

Document document(const std::string& text) {
    return text::read(text::plain_article(text, "test", "test.txt"));
}

Spans at(const Document& document, std::string_view words) {
    const std::size_t begin = document.text.find(words);
    REQUIRE(begin != std::string::npos);
    return {{begin, begin + words.size()}};
}

Attribution an_attribution(const Document& d, std::string_view source, std::string_view cue,
                           std::string_view content) {
    Attribution a;
    a.source = at(d, source);
    a.cue = at(d, cue);
    a.content = at(d, content);
    return a;
}

/// A statement for each attribution; the holder of each is the one of the same place in `names`.
void fill(std::vector<Attribution> attributions, const std::vector<std::string>& names,
          Draft& draft) {
    attributions.resize(std::max(attributions.size(), names.size()));
    begin_statements(std::move(attributions), draft);
    for (const std::string& name : names) {
        draft.statements[draft.actors.size()].roles.holders = {draft.actors.size()};
        Actor actor;
        actor.id = actor.name = name;
        draft.actors.push_back(std::move(actor));
    }
}

GoldStatement judged(const Attribution& attribution, Relation relation,
                     std::vector<GoldStatement::Names> actors, bool policy) {
    GoldStatement statement;
    statement.attribution = attribution;
    statement.relation = relation;
    statement.actors = std::move(actors);
    statement.policy = policy;
    return statement;
}

}  // namespace

TEST_CASE("statements are paired by the words they share, one to one") {
    const Document d = document("Oslo opposes the dam. Rome backs the canal.\n");
    const Attribution dam = an_attribution(d, "Oslo", "opposes", "the dam");
    const Attribution canal = an_attribution(d, "Rome", "backs", "the canal");
    const Attribution near_dam = an_attribution(d, "Oslo", "opposes", "dam");
    const std::vector<GoldStatement> gold = {judged(dam, Relation::opposes, {{"Norway"}}, true),
                                             judged(canal, Relation::supports, {{"Italy"}}, true)};
    Draft found(d, ActorRegistry::built_in());
    fill({canal, near_dam, dam}, {}, found);
    const auto pairs = pair_statements(found, gold);
    CHECK(pairs[0] == 1);
    CHECK_FALSE(pairs[1].has_value());
    CHECK(pairs[2] == 0);
    Attribution source_alone = dam;
    source_alone.cue = source_alone.content = at(d, "Rome");
    Draft other(d, ActorRegistry::built_in());
    fill({source_alone}, {}, other);
    CHECK_FALSE(pair_statements(other, gold)[0].has_value());
}

TEST_CASE("a holder is right by a name that is alike, and the twin is not") {
    const struct {
        std::vector<GoldStatement::Names> gold;
        const char* found;
        bool right;
    } cases[] = {
        {{{"Norway", "Oslo"}}, "Norway", true},
        {{{"Norway", "Oslo"}}, "Oslo", true},
        {{{"Norway"}}, "Sweden", false},
        {{{"Sen. Ada Berg"}}, "Ada Berg", true},
        {{{"Ada Berg"}}, "Berg", true},
        {{{"Ada Berg"}}, "Ada", false},
        {{{"Ministry of Finance (Norway)"}}, "the Finance Ministry, Norway", true},
        {{{"Norway"}, {"Italy"}}, "Norway", false},
    };
    for (const auto& c : cases) {
        CAPTURE(c.found);
        GoldStatement statement;
        statement.actors = c.gold;
        const Document empty;
        Draft found(empty, ActorRegistry::built_in());
        fill({}, {c.found}, found);
        CHECK(holders_right(statement, found, found.statements[0]) == c.right);
    }
}

TEST_CASE("a score counts pairs for relations, everything found for policy") {
    const Document d = document("Oslo opposes the dam. Rome backs the canal.\n");
    const std::vector<Attribution> attributions = {an_attribution(d, "Oslo", "opposes", "the dam"),
                                                   an_attribution(d, "Rome", "backs", "the canal")};
    std::vector<GoldStatement> gold = {
        judged(attributions[0], Relation::opposes, {{"Norway"}}, true)};
    Draft found(d, ActorRegistry::built_in());
    fill(attributions, {"Norway", "Italy"}, found);
    found.statements[0].stance.relation = Relation::opposes;
    found.statements[0].stance.policy = found.statements[1].stance.policy = true;
    PositionScore result;
    score(found, gold, result);
    CHECK(result.pairs == 1);
    CHECK(result.relation == 1);
    CHECK(result.macro() == 1);
    CHECK(result.policy.precision() == 0.5);
    CHECK(result.position.recall() == 1);
    CHECK(result.position.precision() == 0.5);

    // A second reader's relation is as right; another is not.
    gold[0].relation = Relation::rejects;
    PositionScore wrong;
    score(found, gold, wrong);
    CHECK(wrong.relation == 0);
    CHECK(wrong.position.recall() == 0);
    gold[0].also = {Relation::opposes};
    PositionScore also;
    score(found, gold, also);
    CHECK(also.relation == 1);
}
