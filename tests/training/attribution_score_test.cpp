// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/attribution_score.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::training;

namespace {

const std::string text = "Lima said “it will wait”, and Quito urged talks on the river.";

Spans find(const std::string& words) {
    if (words.empty()) return {};
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string::npos);
    return {{at, at + words.size()}};
}

Attribution made(const std::string& source, const std::string& cue, const std::string& content) {
    return {find(source), find(cue), find(content), {}, 0};
}

}  // namespace

TEST_CASE("what agrees and what does not, attribution by attribution") {
    const std::vector<Attribution> gold = {made("Lima", "said", "it will wait"),
                                           made("Quito", "urged", "talks on the river")};
    struct Case {
        const char* what;
        std::vector<Attribution> predicted;
        double lenient;
        double exact;
    };
    const Case cases[] = {
        {"the same words", gold, 2, 2},
        {"quotation marks and full stops do not count",
         {made("Lima", "said", "“it will wait”,"), made("Quito", "urged", "talks on the river.")},
         2,
         2},
        {"a content cut short", {made("Lima", "said", "it will"), gold[1]}, 2, 1},
        {"a source that is another's", {made("Quito", "said", "it will wait")}, 0, 0},
        {"a source too many is lenient, not exact", {made("Lima", "said", "it will wait")}, 1, 1},
        {"a missing source", {made("", "urged", "talks on the river")}, 0, 0},
        {"nothing", {}, 0, 0},
        {"one twice is right once", {gold[0], gold[0]}, 1, 1},
    };
    for (const Case& row : cases) {
        CAPTURE(row.what);
        const AttributionScore result = score(text, gold, row.predicted, {});
        CHECK(result.lenient.right_gold == row.lenient);
        CHECK(result.exact.right_gold == row.exact);
        CHECK(result.lenient.gold == 2);
        CHECK(result.lenient.predicted == static_cast<double>(row.predicted.size()));
    }
}

TEST_CASE("what the annotator left out counts on neither side") {
    const std::vector<Attribution> gold = {made("Lima", "said", "it will wait")};
    const std::vector<Attribution> predicted = {gold[0],
                                                made("Quito", "urged", "talks on the river")};
    CHECK(score(text, gold, predicted, {}).lenient.predicted == 2);
    CHECK(score(text, gold, predicted, find("and Quito urged talks on the river."))
              .lenient.predicted == 1);
}

TEST_CASE("each prediction learns whether it was right") {
    const std::vector<Attribution> gold = {made("Lima", "said", "it will wait")};
    const auto agreements =
        agreement(text, gold, {made("Quito", "urged", "talks"), made("Lima", "said", "wait")});
    REQUIRE(agreements.size() == 2);
    CHECK(!agreements[0].lenient);
    CHECK(agreements[1].lenient);
    CHECK(!agreements[1].exact);
}
