// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/answers.hpp"
#include "cli/choices.hpp"
#include "cli/terminal.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::cli;

namespace {

query::Table sample() {
    query::Table table;
    table.columns = {
        {"holder", "Holder", false}, {"stance", "Stance", true}, {"quote", "Quote", false}};
    table.rows = {{"Norland", "0.7", "open the harbour"},
                  {"그렌스", "-1", "\"no\", it said"},
                  {"Sudland", "", "two\nlines"}};
    return table;
}

}  // namespace

TEST_CASE("as_text: columns aligned, numbers to the right, wide characters count two") {
    CHECK(as_text(sample(), {}, 100, false) ==
          "Holder   Stance  Quote\n"
          "-------  ------  ----------------\n"
          "Norland     0.7  open the harbour\n"
          "그렌스       -1  \"no\", it said\n"
          "Sudland          two lines\n");
}

TEST_CASE("as_text: what is too wide is wrapped, nothing is lost") {
    CHECK(as_text(sample(), {"holder", "quote"}, 20, false) ==
          "Holder   Quote\n"
          "-------  -----------\n"
          "Norland  open the\n"
          "         harbour\n"
          "그렌스   \"no\", it\n"
          "         said\n"
          "Sudland  two lines\n");
}

TEST_CASE("as_text: only the head is coloured") {
    const std::string text = as_text(sample(), {"holder"}, 100, true);
    CHECK(text.starts_with("\x1B[1mHolder\x1B[0m\n-------\n"));
    CHECK(text.find('\x1B', 15) == std::string::npos);
}

TEST_CASE("as_json: numbers are numbers, unknown is null") {
    CHECK(as_json(sample()) ==
          "[\n"
          "{\"holder\":\"Norland\",\"stance\":0.7,\"quote\":\"open the harbour\"},\n"
          "{\"holder\":\"그렌스\",\"stance\":-1,\"quote\":\"\\\"no\\\", it said\"},\n"
          "{\"holder\":\"Sudland\",\"stance\":null,\"quote\":\"two\\nlines\"}\n"
          "]\n");
    CHECK(as_json({sample().columns, {}}) == "[]\n");
}

TEST_CASE("as_csv: RFC 4180") {
    CHECK(as_csv(sample()) ==
          "holder,stance,quote\r\n"
          "Norland,0.7,open the harbour\r\n"
          "그렌스,-1,\"\"\"no\"\", it said\"\r\n"
          "Sudland,,\"two\nlines\"\r\n");
}

TEST_CASE(
    "as_csv: no cell is a formula to a spreadsheet; numbers and other text stay as they are") {
    struct Row {
        const char* cell;
        const char* written;
    };
    for (const Row& row : std::vector<Row>{
             {"=1+1", "'=1+1"},
             {"=HYPERLINK(\"http://example.org\";\"x\")",
              "\"'=HYPERLINK(\"\"http://example.org\"\";\"\"x\"\")\""},
             {"+x", "'+x"},
             {"-2+3", "'-2+3"},
             {"- said the minister", "'- said the minister"},
             {"@SUM(A1)", "'@SUM(A1)"},
             {"\tx", "'\tx"},
             {"\rx", "\"'\rx\""},
             {"\nx", "\"'\nx\""},
             {"\uFF1D1", "'\uFF1D1"},
             {"-0.4", "-0.4"},
             {"-1", "-1"},
             {"0.7", "0.7"},
             {"a = b", "a = b"},
             {"'=1", "'=1"},
             {" =1", " =1"},
             {"", ""},
             {"-inf", "'-inf"},
         }) {
        CAPTURE(row.cell);
        const query::Table table = {{{"quote", "Quote"}}, {{row.cell}}};
        CHECK(as_csv(table) == "quote\r\n" + std::string(row.written) + "\r\n");
    }
    const query::Table table = {{{"quote", "Quote"}}, {{"=1+1"}}};
    CHECK(as_csv(table, true) == "quote\r\n=1+1\r\n");
}

TEST_CASE("display_width: by East Asian width; marks and joiners take nothing") {
    struct Row {
        const char* text;
        std::size_t width;
    };
    for (const Row& row : std::vector<Row>{{"", 0},
                                           {"abc", 3},
                                           {"é", 1},
                                           {"e\u0301", 1},
                                           {"한국", 4},
                                           {"日本", 4},
                                           {"ｗ", 2},
                                           {"a\u200Bb", 2},
                                           {"“x”", 3}}) {
        CAPTURE(row.text);
        CHECK(display_width(row.text) == row.width);
    }
}

TEST_CASE("shown: no article steers the terminal") {
    CHECK(shown("a\tb\r\nc") == "a b  c");
    CHECK(shown("\x1B[31mred") == "\uFFFD[31mred");
    CHECK(shown("\u202Eabc\u2066") == "\uFFFDabc\uFFFD");
    CHECK(shown("\u009B31m") == "\uFFFD31m");
    CHECK(shown("한 “국”") == "한 “국”");
    CHECK(shown("\u200Ea\u200Fb\u061C\x7F\u202Cc\u2069") ==
          "\uFFFDa\uFFFDb\uFFFD\uFFFD\uFFFDc\uFFFD");
    CHECK(shown("caf\xE9 \x9B") == "caf\uFFFD \uFFFD");  // no UTF-8
    CHECK(shown("a\u200D\u00ADb") == "a\u200D\u00ADb");  // a joiner, a soft hyphen
}

TEST_CASE("for_terminal: lines, tabs and the program's own colours stay") {
    CHECK(for_terminal("a\tb\nc\r\nd") == "a\tb\nc\r\nd");
    CHECK(for_terminal("a\rb") == "a\uFFFDb");
    CHECK(for_terminal("\x1B[1mhead\x1B[0m \x1B[1;34ms\x1B[0m") ==
          "\x1B[1mhead\x1B[0m \x1B[1;34ms\x1B[0m");
    CHECK(for_terminal("\x1B[8m\x1B]0;x\x07\x1B") == "\uFFFD[8m\uFFFD]0;x\uFFFD\uFFFD");
    CHECK(for_terminal("\u202E\x9B한") == "\uFFFD\uFFFD한");
}

TEST_CASE(
    "wrapped: at spaces, inside words that are too long, never in the middle of a character") {
    using Lines = std::vector<std::string>;
    CHECK(wrapped("", 10) == Lines{""});
    CHECK(wrapped("one two three", 7) == Lines{"one two", "three"});
    CHECK(wrapped("  one   two ", 20) == Lines{"one two"});
    CHECK(wrapped("a abcdefgh b", 3) == Lines{"a", "abc", "def", "gh", "b"});
    CHECK(wrapped("한국일보", 5) == Lines{"한국", "일보"});
}

TEST_CASE("nearest: a slip is found, something else is not") {
    const std::vector<std::string> verbs = {"build", "extract", "merge", "query", "who", "what"};
    CHECK(nearest("biuld", verbs) == "build");
    CHECK(nearest("Qeury", verbs) == "query");
    CHECK(nearest("extrct", verbs) == "extract");
    CHECK(nearest("wha", verbs) == "who");
    CHECK(nearest("paint", verbs).empty());
    CHECK(nearest("", verbs).empty());
}

TEST_CASE("listed and split_list") {
    CHECK(listed({}).empty());
    CHECK(listed({"a"}) == "a");
    CHECK(listed({"a", "b", "c"}) == "a, b and c");
    CHECK(listed({"a", "b"}, "or") == "a or b");
    CHECK(split_list("a,b") == std::vector<std::string>{"a", "b"});
    CHECK(split_list("a,") == std::vector<std::string>{"a", ""});
}
