// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "export/lines.hpp"

#include "export/json.hpp"
#include "sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace demarche;

TEST_CASE("line: one line an article, the members of the contract in their order") {
    const std::string text = export_::line(sample::reading());
    CHECK(std::count(text.begin(), text.end(), '\n') == 1);
    CHECK(text.back() == '\n');
    const json::Value root = json::parse(text, "line");
    using Keys = std::vector<std::string>;
    CHECK(root.keys == Keys{"id", "title", "published", "sha256", "statements", "diagnostics"});
    REQUIRE(!root.find("statements")->items.empty());
    for (const json::Value& statement : root.find("statements")->items) {
        CHECK(statement.keys == Keys{"id", "source", "cue", "content", "reported_by", "relation",
                                     "polarity", "factuality", "actors", "addressee", "target",
                                     "position", "issues", "policy", "stance", "confidence"});
    }
}

TEST_CASE("line: a statement's figures, names and offsets are those of the reading") {
    Reading reading = sample::reading();
    std::erase_if(reading.statements,
                  [](const Statement& s) { return s.relation != Relation::defers; });
    REQUIRE(reading.statements.size() == 1);
    const json::Value root = json::parse(export_::line(reading), "line");
    const json::Value& statement = root.find("statements")->items[0];
    const auto range = [&](const char* part) {
        const json::Value& first = statement.find(part)->items.at(0);
        return first.items.at(0).text + "-" + first.items.at(1).text;
    };
    CHECK(range("source") == "400-408");
    CHECK(range("cue") == "409-413");
    CHECK(range("content") == "414-450");
    CHECK(statement.find("target")->find("name")->text ==
          "Ministry of Foreign Affairs (South Korea)");
    CHECK(statement.find("addressee")->kind == json::Value::Kind::null);
    CHECK(statement.find("reported_by")->kind == json::Value::Kind::null);
    CHECK(statement.find("actors")->items.at(0).find("kind")->text == "anonymous source");
    CHECK(statement.find("issues")->items.at(0).find("label")->text ==
          "US-Japan defense guidelines");
    CHECK(statement.find("confidence")->text == "0.86");
}

TEST_CASE("line: diagnostics are counted in code points, not bytes") {
    const json::Value root = json::parse(export_::line(sample::reading()), "line");
    const json::Value& diagnostic = root.find("diagnostics")->items.at(0);
    // “é” is 3 code points in 8 bytes.
    CHECK(diagnostic.find("at")->items.at(0).text == "3");
    CHECK(diagnostic.find("at")->items.at(1).text == "5");
    CHECK(diagnostic.find("message")->text == "an odd word");
}

TEST_CASE("line: an article without statements is a line, too") {
    Reading reading;
    reading.document.name = "</script>\"\\";
    CHECK(export_::line(reading) ==
          "{\"id\":\"</script>\\\"\\\\\",\"title\":\"\",\"published\":\"\",\"sha256\":\"\","
          "\"statements\":[],\"diagnostics\":[]}\n");
}
