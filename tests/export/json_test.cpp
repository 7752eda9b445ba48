// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "export/json.hpp"

#include "core/error.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

using namespace demarche;

namespace {

std::string answer(const std::string& bytes) {
    try {
        (void)json::parse(bytes, "f");
    } catch (const InputError& error) {
        return error.located();
    }
    return "taken";
}

}  // namespace

TEST_CASE("decimal: hundredths, canonical, never -0 or a long tail") {
    struct Case {
        double figure;
        const char* text;
    };
    const Case cases[] = {{0, "0"},
                          {-0.0, "0"},
                          {1, "1"},
                          {-1, "-1"},
                          {0.7, "0.7"},
                          {-0.7, "-0.7"},
                          {0.05, "0.05"},
                          {0.1 + 0.2, "0.3"},
                          {0.86, "0.86"},
                          {12.5, "12.5"},
                          {-0.004, "0"},
                          {0.996, "1"},
                          {std::nan(""), "0"},
                          {std::numeric_limits<double>::infinity(), "0"}};
    for (const Case& c : cases) CHECK(json::decimal(c.figure) == c.text);
}

TEST_CASE("Writer: both layouts, every kind of value; text stays text") {
    const auto write = [](json::Writer::Layout layout) {
        json::Writer out(layout);
        out.begin_object();
        out.member("a", "\"\\\n</script>\u202E\x01");
        out.key("b");
        out.begin_array();
        out.integer(-3);
        out.hundredths(0.7);
        out.boolean(true);
        out.null();
        out.end_array();
        out.end_object();
        return out.take();
    };
    const std::string compact = write(json::Writer::Layout::compact);
    CHECK(compact == "{\"a\":\"\\\"\\\\\\n</script>\\u202E\\u0001\",\"b\":[-3,0.7,true,null]}");
    const std::string indented = write(json::Writer::Layout::indented);
    CHECK(indented.starts_with("{\n  \"a\": "));
    CHECK(json::parse(compact, "").same_as(json::parse(indented, "")));
}

TEST_CASE("Writer: what would steer a terminal is escaped, and says the same when read") {
    struct Case {
        const char* text;
        const char* written;
    };
    for (const Case& c : std::initializer_list<Case>{
             {"\x1B[2J", "\\u001B[2J"},
             {"\x7F", "\\u007F"},
             {"\u0080\u009B\u009F", "\\u0080\\u009B\\u009F"},
             {"\u061C", "\\u061C"},
             {"\u200E\u200F", "\\u200E\\u200F"},
             {"\u202A\u202E", "\\u202A\\u202E"},
             {"\u2066\u2069", "\\u2066\\u2069"},
             {"\u00A0\u00DF\u0600\u2018\u2029\u2065\u206A한\U0001F600",
              "\u00A0\u00DF\u0600\u2018\u2029\u2065\u206A한\U0001F600"},
         }) {
        CAPTURE(c.written);
        json::Writer out;
        out.begin_array();
        out.string(c.text);
        out.end_array();
        const std::string written = out.take();
        CHECK(written == "[\"" + std::string(c.written) + "\"]");
        CHECK(json::parse(written, "").items.at(0).text == c.text);
    }
}

TEST_CASE("Writer: a second text after take; what is not finished or not UTF-8 is refused") {
    json::Writer out;
    out.string("one");
    CHECK(out.take() == "\"one\"");
    out.string("");
    CHECK(out.take() == "\"\"");
    out.begin_array();
    CHECK_THROWS_AS((void)out.take(), std::logic_error);
    json::Writer bad;
    for (const char* text : {"\xFF", "\xC3", "\xED\xA0\x80", "a\xE2\x82", "\xC0\xAF"}) {
        CHECK_THROWS_AS(bad.string(text), InputError);
    }
}

TEST_CASE("parse: every value knows its line and column, in code points") {
    const json::Value root =
        json::parse("{\n  \"é\": [1, -2.50,\n\ttrue], \"b\": {\"c\": null}}", "f");
    REQUIRE(root.kind == json::Value::Kind::object);
    CHECK((root.line == 1 && root.column == 1));
    const json::Value* list = root.find("é");
    REQUIRE(list != nullptr);
    CHECK((list->line == 2 && list->column == 8));
    REQUIRE(list->items.size() == 3);
    CHECK((list->items[1].text == "-2.50" && list->items[1].line == 2 &&
           list->items[1].column == 12));
    CHECK((list->items[2].truth && list->items[2].line == 3 && list->items[2].column == 2));
    CHECK((root.find("b")->find("c")->line == 3 && root.find("b")->find("c")->column == 20));
    CHECK(root.find("nothing") == nullptr);
}

TEST_CASE("parse: what is no JSON is refused with its place") {
    CHECK(answer("{\"a\": 1}") == "taken");
    CHECK(answer("") == "f:1:1: the file is empty. Expected JSON.");
    CHECK(answer("{\"a\": 1").find("f:1:8: the file ends too early") == 0);
    CHECK(answer("{\n\"a\": tru}").find("f:2:") == 0);
    CHECK(answer("{} {}").find("f:1:4: not valid JSON: ") == 0);
    CHECK(answer(std::string("{}\0x", 4)).find("f:1:3: a NUL byte stands after the end") == 0);
    CHECK(answer("{\"a\":1,\n \"b\":2, \"a\":3}") ==
          "f:2:9: 'a' stands twice in one object. Remove one.");
    CHECK(answer("[\"\\udc00\"]").find("f:1:2: half a surrogate pair") == 0);
    CHECK(answer("[\"\\ud83c\"]").find("f:1:") == 0);
    CHECK(answer("[\"\\ud83c\\udf0d\"]") == "taken");
    CHECK(answer("[\"\xFF\"]").find("f:1:") == 0);
    CHECK(answer("\xEF\xBB\xBF[]").find("f:1:1: starts with a byte order mark") == 0);
    CHECK(answer(std::string(64, '[') + std::string(64, ']')) == "taken");
    CHECK(answer(std::string(65, '[') + std::string(65, ']')).find("f:1:65: nested deeper") == 0);
    CHECK(answer(std::string(1000000, '[')).find("nested deeper") != std::string::npos);
}
