// What becomes of the labels around a cue: runs of tokens, with edges that a chain of labels does not know of.

#include "extract/attribution_links.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::extract;

namespace {

/// Two sentences of six and four tokens; the last token of each is its full stop.
View two_sentences() {
    View seen;
    seen.tokens.resize(10);
    for (std::size_t t = 0; t < seen.tokens.size(); ++t) seen.tokens[t].sentence = t < 6 ? 0 : 1;
    seen.tokens[5].punctuation = seen.tokens[9].punctuation = true;
    seen.sentences = {{0, 6}, {6, 10}};
    return seen;
}

/// Sure of each label: "s", "S" source, "c", "C" content (small letters begin one), "." nothing.
learn::Matrix sure_of(const std::string& labels) {
    learn::Matrix p(2 * window_roles + 1, labels.size());
    for (std::size_t t = 0; t < labels.size(); ++t) {
        const std::size_t label = std::string(".sScC").find(labels[t]);
        for (std::size_t l = 0; l < p.rows; ++l) p.column(t)[l] = l == label ? 0.96F : 0.01F;
    }
    return p;
}

std::string contents(const View& seen, const std::string& labels) {
    std::string text;
    for (const TokenRun& run : best_link(seen, {1, 1}, 0, sure_of(labels), 0).content) {
        text += std::to_string(run.first) + "-" + std::to_string(run.last) + " ";
    }
    return text;
}

}  // namespace

TEST_CASE("a content that spills over into a part of the next sentence ends with its own") {
    View seen = two_sentences();
    CHECK(contents(seen, "s.cCCCC...") == "2-5 ");
    CHECK(contents(seen, "s.cCCCCCCC") == "2-9 ");  // all of the next sentence is no accident
    for (std::size_t t = 2; t < 10; ++t) seen.tokens[t].quotation = 0;
    CHECK(contents(seen, "s.cCCCC...") == "2-6 ");  // nor is a quotation that goes on
}

TEST_CASE("two contents side by side are one, with a token between them they are two") {
    const View seen = two_sentences();
    CHECK(contents(seen, "s.cCcC....") == "2-5 ");
    CHECK(contents(seen, "s.cC.cCCC.") == "2-3 5-8 ");
}

TEST_CASE("the source is the run nearest to the cue, in its sentence before others") {
    const View seen = two_sentences();
    const Link link = best_link(seen, {1, 1}, 0, sure_of("s.cCC..s.."), 0);
    REQUIRE(link.source.size() == 1);
    CHECK(link.source[0].first == 0);
    CHECK(link.probability > 0.9);
}
