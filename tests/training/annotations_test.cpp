// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "core/error.hpp"
#include "text/read.hpp"
#include "training/gold_lines.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;
using namespace demarche::training;

TEST_CASE("what people marked is read in bytes of the text") {
    const std::string line =
        R"json({"id": "a", "text": "Côte d’Ivoire said it agrees.", "readings": [{"annotator": "x",)json"
        R"json( "attributions": [{"source": [[0, 13]], "cue": [[14, 18]], "content": [[19, 28]]},)json"
        R"json( {"cue": [[14, 18]], "content": [[19, 21], [22, 28]]}], "discard": [[28, 29]]}]})json";
    const Article article = text::json_article(line, "a.jsonl", 1);
    const auto annotations = training::json_annotations(line, "a.jsonl", 1);
    REQUIRE(annotations.size() == 1);
    CHECK(annotations[0].annotator == "x");
    REQUIRE(annotations[0].attributions.size() == 2);
    const auto at = [&](Span span) { return article.text.substr(span.begin, span.size()); };
    const Attribution& first = annotations[0].attributions[0];
    CHECK(at(first.source.at(0)) == "Côte d’Ivoire");
    CHECK(at(first.cue.at(0)) == "said");
    CHECK(at(first.content.at(0)) == "it agrees");
    CHECK(annotations[0].attributions[1].source.empty());
    CHECK(annotations[0].attributions[1].content.size() == 2);
    CHECK(at(annotations[0].discard.at(0)) == ".");
}

TEST_CASE("annotations that cannot be used are refused with their line") {
    struct Case {
        std::string readings;
        std::string message;
    };
    const Case cases[] = {
        {R"(7)", R"(member "readings" must be a list of objects.)"},
        {R"([{"attributions": [1]}])", R"(member "attributions" must be a list of objects.)"},
        {R"([{}])", R"(member "attributions" must be a list of objects.)"},
        {R"([{"attributions": [{"cue": [[0]]}]}])",
         R"(member "cue" must be a list of pairs [start, end) of code points.)"},
        {R"([{"attributions": [{"cue": [[2, 9]]}]}])",
         R"(member "cue" must be a list of pairs [start, end) of code points, not [2, 9): the text has 5.)"},
        {R"([{"attributions": [{"cue": [[3, 3]]}]}])",
         R"(member "cue" must be a list of pairs [start, end) of code points, not [3, 3): the text has 5.)"},
    };
    for (const Case& row : cases) {
        CAPTURE(row.readings);
        const std::string line =
            R"({"id": "a", "text": "Words", "readings": )" + row.readings + "}";
        try {
            (void)training::json_annotations(line, "gold.jsonl", 4);
            FAIL("nothing was refused");
        } catch (const InputError& error) {
            CHECK(std::string(error.what()) == row.message);
            CHECK(error.file() == "gold.jsonl");
            CHECK(error.line() == 4);
        }
    }
}
