// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "pipeline/pipeline.hpp"
#include "core/code_points.hpp"
#include "learn/vector_unit.hpp"
#include "text/read.hpp"

#include <doctest/doctest.h>

#include <malloc.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace demarche;

namespace {

const pipeline::Models& models() {
    static const auto loaded = pipeline::load_models(
        DEMARCHE_SOURCE "/models/syntax-en.model", DEMARCHE_SOURCE "/models/names-en.model",
        DEMARCHE_SOURCE "/models/attributions-en.model",
        DEMARCHE_SOURCE "/models/positions-en.model");
    return loaded;
}

std::vector<Article> articles() {
    std::vector<Article> list;
    for (int i = 0; i < 12; ++i) {
        const std::string n = std::to_string(i);
        list.push_back(text::plain_article("Oslo rejects plan " + n + " of the council.\n\n" +
                                               "“We want more,” a Polish official said.\n",
                                           "article-" + n, n + ".txt"));
    }
    return list;
}

}  // namespace

TEST_CASE("read_all: the order of the input, the same for any number of jobs") {
    const std::vector<Article> list = articles();
    const std::vector<Reading> one = pipeline::read_all(list, models(), 1);
    REQUIRE(one.size() == list.size());
    for (const std::size_t jobs : {0U, 2U, 5U, 40U}) {
        CAPTURE(jobs);
        std::vector<std::size_t> progress;
        const std::vector<Reading> many =
            pipeline::read_all(list, models(), jobs, [&](std::size_t n) { progress.push_back(n); });
        REQUIRE(many.size() == one.size());
        REQUIRE(progress.size() == one.size());
        CHECK(progress.back() == one.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            CHECK(many[i].document.name == list[i].name);
            CHECK(many[i].statements == one[i].statements);
            CHECK(many[i].actors == one[i].actors);
        }
    }
    CHECK(pipeline::read_all({}, models(), 4).empty());
}

TEST_CASE("reading: the same with every vector unit of this machine") {
    const std::vector<Article> list = articles();
    const std::vector<Reading> fastest = pipeline::read_all(list, models(), 1);
    for (const learn::VectorUnit unit : learn::vector_units()) {
        const std::string_view unit_name = learn::name(unit);
        CAPTURE(unit_name);
        learn::use_vector_unit(unit);
        const std::vector<Reading> own = pipeline::read_all(list, models(), 1);
        for (std::size_t i = 0; i < fastest.size(); ++i) {
            CHECK(own[i].statements == fastest[i].statements);
            CHECK(own[i].actors == fastest[i].actors);
        }
    }
    learn::use_vector_unit(learn::vector_units().back());
}

TEST_CASE("what an article gives hangs on its text alone") {
    // Ends that a look ahead runs over: marks, cues, names and titles as the very last token.
    const std::vector<std::string> ends = {
        "",
        "Oslo",
        "said",
        "\"",
        "\"I think it is so.\"",
        "The minister said the plan is bad.\n\n\"We hope that the plan will fail.\"",
        "\u201CWe hope that it will fail, we think it is so\u201D",
        "\u2018They say \u201Cno\u201D\u2019",
        "The spokesman of the ministry of",
        "Oslo, Riga and",
        "Prime Minister",
        "the U.S.",
        "It was said by",
        "According to",
        "The minister told",
        "They, the ministers of Poland and Germany, said they",
        "\"No,\" said Anna Berg, the",
        "We want (",
        "Charles Edward Brown. Twitters.",
    };
    std::vector<Article> list;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        // As many tokens as fill a vector to its capacity, and one more or less.
        for (const std::size_t words : {0U, 1U, 3U, 4U, 5U, 12U, 59U}) {
            std::string text;
            for (std::size_t w = 0; w < words; ++w) text += "yes ";
            const std::string name = std::to_string(i) + "-" + std::to_string(words);
            list.push_back(text::plain_article(text + ends[i], name, name + ".txt"));
        }
    }
    std::vector<Reading> alone;
    for (const Article& article : list) alone.push_back(pipeline::read(article, models()));
    const auto same = [&](const Reading& reading, std::size_t i) {
        INFO(list[i].name << ": " << list[i].text);
        CHECK(reading.statements == alone[i].statements);
        CHECK(reading.actors == alone[i].actors);
        CHECK(reading.positions == alone[i].positions);
    };
    std::vector<Article> reversed(list.rbegin(), list.rend());
    const std::vector<Reading> backwards = pipeline::read_all(reversed, models(), 3);
    for (std::size_t i = 0; i < list.size(); ++i) same(backwards[list.size() - 1 - i], i);
    // New and freed memory full of other bytes; without effect where glibc does not allocate.
    mallopt(M_PERTURB, 170);
    for (std::size_t i = 0; i < list.size(); ++i) same(pipeline::read(list[i], models()), i);
    mallopt(M_PERTURB, 0);
}

// Each of these took exponential or quadratic time once. How time grows is measured by
// bench_growth; here it is enough that they come to an end.
TEST_CASE("many pronouns, sources and quotations are read to the end") {
    const std::string pieces[] = {
        "They said they oppose it. ",
        "They said they think they know that they fear they may lose what they say they hold. ",
        "Their leaders say their parents oppose them. ",
        "The minister said he is ill. ",
        "A spokesman for the company said it is shut. ",
        "\u2018No,\u2019 said Oslo.\n\n",
        "( [ said ) ] that ",
    };
    for (const std::string& piece : pieces) {
        CAPTURE(piece);
        std::string text;
        for (int i = 0; i < 60; ++i) text += piece;
        const Reading r = pipeline::read(text::plain_article(text, "many", "many.txt"), models());
        CHECK(r.document.text == text);
        CHECK(r.document.tokens.size() >= 60 * 4);
    }
}

TEST_CASE("a reading is whole: every reference resolves, every passage is the text's") {
    for (const Article& article : articles()) {
        const Reading r = pipeline::read(article, models());
        REQUIRE(r.statements.size() >= 2);
        const CodePoints points(article.text);
        std::set<std::string> ids;
        std::set<std::string> actors{""};
        std::set<std::string> issues;
        for (const Actor& actor : r.actors) actors.insert(actor.id);
        for (const Issue& issue : r.issues) issues.insert(issue.id);
        for (const Actor& actor : r.actors) {
            CHECK(actors.contains(actor.part_of));
            CHECK(actors.contains(actor.represents));
        }
        std::set<std::string> positions;
        for (const Position& position : r.positions) {
            positions.insert(position.id);
            CHECK_FALSE(position.label.empty());
            for (const std::string& issue : position.issues) CHECK(issues.contains(issue));
        }
        for (const Statement& s : r.statements) {
            CHECK(ids.insert(s.id).second);
            CHECK(s.document == r.document.id);
            CHECK_FALSE(s.holders.empty());
            for (const std::string& holder : s.holders) CHECK(actors.contains(holder));
            CHECK(positions.contains(s.position));
            CHECK((s.reported_by.empty() || ids.contains(s.reported_by)));
            for (const auto* passages : {&s.source, &s.cue, &s.content}) {
                for (const Passage& p : *passages) {
                    const Span bytes = points.to_bytes({p.begin, p.end});
                    CHECK(r.document.at(bytes) == p.exact);
                }
            }
        }
    }
}

TEST_CASE("a user's figures of stance replace those of the relations, and nothing else changes") {
    const Article article =
        text::plain_article("Oslo opposes the dam. Rome supports the canal.\n", "a", "a.txt");
    pipeline::Models own = models();
    own.stances = stance::read_stances("opposes\t-0.25\t0\n", "own.tsv");
    const Reading usual = pipeline::read(article, models());
    const Reading changed = pipeline::read(article, own);
    REQUIRE(usual.statements.size() == 2);
    REQUIRE(changed.statements.size() == 2);
    CHECK(usual.statements[0].stance == -1);
    CHECK(changed.statements[0].stance == -0.25);
    CHECK(changed.statements[1] == usual.statements[1]);
    CHECK(changed.statements[0].confidence == usual.statements[0].confidence);
}
