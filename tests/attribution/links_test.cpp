// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// What becomes of the labels around a cue: runs of tokens, with edges that a chain of labels does
// not know of.

#include "attribution/links.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::attribution;

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

TEST_CASE("what begins in the quotation of its cue ends there; of a cue outside it does not") {
    View seen = two_sentences();
    for (std::size_t t = 0; t < 4; ++t) seen.tokens[t].quotation = 0;
    CHECK(contents(seen, "s.cCCC....") == "2-3 ");
    seen.tokens[1].quotation = -1;
    CHECK(contents(seen, "s.cCCC....") == "2-5 ");
}

TEST_CASE("the source is the run nearest to the cue, in its sentence before others") {
    const View seen = two_sentences();
    const Link link = best_link(seen, {1, 1}, 0, sure_of("s.cCC..s.."), 0);
    REQUIRE(link.source.size() == 1);
    CHECK(link.source[0].first == 0);
    CHECK(link.probability > 0.9);
}

TEST_CASE("what the first reading thinks of contents moves the second one's edges") {
    const auto first_reading = [](const std::string& contents, float sure) {
        learn::Matrix p(2 * token_roles + 1, contents.size());
        for (std::size_t t = 0; t < contents.size(); ++t) {
            const float in = contents[t] == 'C' ? sure : 1 - sure;
            p.column(t)[0] = 1 - in;
            p.column(t)[goes_on(Role::content)] = in;
        }
        return p;
    };
    const View seen = two_sentences();
    learn::Matrix second = sure_of("s.cCC.....");
    // Of token 5 the second reading is in doubt.
    second.column(5)[0] = 0.55F;
    second.column(5)[4] = 0.42F;
    const auto content_end = [&](const learn::Matrix& roles) {
        return best_link(seen, {1, 1}, 0, roles, 0).content.at(0).last;
    };
    CHECK(content_end(second) == 4);

    learn::Matrix agreed = second;
    add_first_reading(first_reading("..CCCC....", 0.9F), 0.3, agreed);
    CHECK(content_end(agreed) == 5);
    for (std::size_t t = 0; t < agreed.cols; ++t) {
        float sum = 0;
        for (std::size_t l = 0; l < agreed.rows; ++l) sum += agreed.column(t)[l];
        CHECK(sum == doctest::Approx(1));
    }

    learn::Matrix unmoved = second;
    add_first_reading(first_reading("..CCC.....", 0.9F), 0.3, unmoved);
    CHECK(content_end(unmoved) == 4);
    unmoved = second;
    add_first_reading(first_reading("..CCCC....", 0.9F), 0, unmoved);
    CHECK(unmoved.values == second.values);
    // Another cue's content is none of this one's.
    unmoved = sure_of("s.cCC.....");
    for (std::size_t t = 6; t < 10; ++t) unmoved.column(t)[3] = unmoved.column(t)[4] = 0.001F;
    add_first_reading(first_reading("..CCC.CCCC", 0.99F), 0.3, unmoved);
    CHECK(content_end(unmoved) == 4);
}
