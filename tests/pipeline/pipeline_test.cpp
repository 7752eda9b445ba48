#include "pipeline/pipeline.hpp"
#include "core/code_points.hpp"
#include "learn/vector_unit.hpp"
#include "text/read.hpp"

#include <doctest/doctest.h>

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
    own.stances = extract::read_stances("opposes\t-0.25\t0\n", "own.tsv");
    const Reading usual = pipeline::read(article, models());
    const Reading changed = pipeline::read(article, own);
    REQUIRE(usual.statements.size() == 2);
    REQUIRE(changed.statements.size() == 2);
    CHECK(usual.statements[0].stance == -1);
    CHECK(changed.statements[0].stance == -0.25);
    CHECK(changed.statements[1] == usual.statements[1]);
    CHECK(changed.statements[0].confidence == usual.statements[0].confidence);
}
