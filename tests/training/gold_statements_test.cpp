// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "core/error.hpp"
#include "text/read.hpp"
#include "training/gold_lines.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;
using namespace demarche::training;

namespace {

std::string line_with(const std::string& statements) {
    return R"({"id": "a", "text": "Oslo says no", "statements": )" + statements + "}";
}

}  // namespace

TEST_CASE("what people judged is read with its words, lists and names") {
    const auto judged = training::json_statements(
        line_with(R"([{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 12]],
            "relation": "rejects", "also": ["refuses"], "polarity": "negated",
            "factuality": "hypothetical", "actors": [{"name": "Norway", "aliases": ["Oslo"]}],
            "policy": true, "stance": -1},
            {"cue": [[5, 9]], "relation": "states", "polarity": "affirmed", "factuality": "actual",
            "actors": [], "policy": null}])"),
        "a.jsonl", 1);
    REQUIRE(judged.size() == 2);
    CHECK(judged[0].attribution.cue.at(0).begin == 5);
    CHECK(judged[0].relation == Relation::rejects);
    CHECK(judged[0].also == std::vector{Relation::refuses});
    CHECK(judged[0].polarity == Polarity::negated);
    CHECK(judged[0].factuality == Factuality::hypothetical);
    CHECK(judged[0].actors == std::vector<GoldStatement::Names>{{"Norway", "Oslo"}});
    CHECK(judged[0].policy == true);
    CHECK(judged[1].actors.empty());
    CHECK_FALSE(judged[1].policy.has_value());
}

TEST_CASE("judged statements that cannot be used are refused with their line") {
    const std::string rest = R"(, "polarity": "affirmed", "factuality": "actual", "actors": [])";
    const struct {
        std::string statements;
        std::string beginning;
    } cases[] = {
        {"7", R"(member "statements" must be a list of objects.)"},
        {"[{}]", R"(member "relation" is missing.)"},
        {R"([{"relation": "likes")" + rest + "}]",
         "unknown relation 'likes'. Use one of: states, denies, "},
        {R"([{"relation": "states", "polarity": "no", "factuality": "actual", "actors": []}])",
         "unknown polarity 'no'. Use one of: affirmed, negated."},
        {R"([{"relation": "states", "polarity": "negated", "factuality": "so", "actors": []}])",
         "unknown factuality 'so'. Use one of: actual, hypothetical, unknown."},
        {R"([{"relation": "states", "polarity": "negated", "factuality": "actual"}])",
         R"(member "actors" must be a list of objects.)"},
        {R"([{"relation": "states", "also": "denies")" + rest + "}]",
         R"(member "also" must be a list of strings.)"},
        {R"([{"relation": "states", "cue": [[5, 99]])" + rest + "}]",
         R"(member "cue" must be a list of pairs [start, end) of code points, not [5, 99))"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.statements);
        std::string message;
        std::size_t line = 0;
        try {
            (void)training::json_statements(line_with(c.statements), "gold.jsonl", 4);
        } catch (const InputError& error) {
            message = error.what();
            line = error.line();
        }
        CAPTURE(message);
        CHECK(message.starts_with(c.beginning));
        CHECK(line == 4);
    }
}
