// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "core/error.hpp"
#include "identity/identity.hpp"
#include "reading.hpp"
#include "text/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;
using namespace demarche::text;
using namespace std::string_literals;

TEST_CASE("bad UTF-8: one U+FFFD for each maximal bad subpart") {
    struct Case {
        std::string bytes;
        std::string text;
        std::size_t replaced;
    };
    const std::string r = "\uFFFD";
    const Case cases[] = {
        {"plain", "plain", 0},
        {"caf\u00E9 \u5317 \U0001F600", "caf\u00E9 \u5317 \U0001F600", 0},
        {"a\x80z", "a" + r + "z", 1},
        {"a\xFFz", "a" + r + "z", 1},
        {"caf\xE9 bar", "caf" + r + " bar", 1},    // Latin-1
        {"a\xE2\x82", "a" + r, 1},                 // cut off: one subpart
        {"a\xF0\x9F\x98z", "a" + r + "z", 1},      // three good bytes of four
        {"\xC0\xAF", r + r, 2},                    // overlong: two
        {"\xE0\x80\x80", r + r + r, 3},            // overlong: three
        {"\xED\xA0\x80", r + r + r, 3},            // a surrogate
        {"\xF4\x90\x80\x80", r + r + r + r, 4},    // beyond U+10FFFF
        {"\xF0\x80\x80\x41", r + r + r + "A", 3},  // Unicode 15, table 3-8
        {"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64",
         "a" + r + r + r + "b" + r + "c" + r + r + "d", 6},  // Unicode 15, table 3-11
    };
    for (const Case& row : cases) {
        CAPTURE(row.text);
        const ValidText valid = repaired(row.bytes);
        CHECK(valid.text == row.text);
        CHECK(valid.replaced == row.replaced);
        CHECK(is_utf8(row.bytes) == (row.replaced == 0));
        CHECK(is_utf8(valid.text));
        CHECK(valid.diagnostics.empty() == (row.replaced == 0));
    }
}

TEST_CASE("a bad byte is told with its place and value") {
    const Document document = read_text("The caf\xE9 closed. It was old.");
    REQUIRE(document.diagnostics.size() == 1);
    CHECK(document.diagnostics[0].message == "not UTF-8: 'E9', replaced");
    CHECK(document.at(document.diagnostics[0].at) == "\uFFFD");
    CHECK(document.sentences.size() == 2);
}

TEST_CASE("many bad places are counted, not listed") {
    std::string bytes;
    for (int i = 0; i < 100; ++i) bytes += "word and word \xE9 ";
    const ValidText valid = repaired(bytes);
    CHECK(valid.replaced == 100);
    REQUIRE(valid.diagnostics.size() == 21);
    CHECK(valid.diagnostics.back().message == "not UTF-8 in 80 more places");
}

TEST_CASE("plain text is kept as it is") {
    const std::string cases[] = {
        "One line.\r\nAnother line.\r\n",
        "Old\rMac\rlines.",
        "A NUL \0 inside."s,
        "Non-breaking\u00A0space, thin\u2009space.",
        "Tab\tand\vothers\f.",
        "",
        "No line end",
        "\n\n\n",
        " \u3000 ",
    };
    for (const std::string& bytes : cases) {
        const Article article = plain_article(bytes, "a", "a.txt");
        CHECK(article.text == bytes);
        CHECK(article.sha256 == identity::sha256(bytes));
        CHECK(read(article).text == bytes);
        CHECK(article.diagnostics.empty());
    }
}

TEST_CASE("a byte order mark is dropped from the text and counts in the hash") {
    const std::string bytes = "\xEF\xBB\xBFSeoul answers. Tokyo waits.";
    const Document document = read(plain_article(bytes, "a", "a.txt"));
    CHECK(document.text == bytes.substr(3));
    CHECK(document.sha256 == identity::sha256(bytes));
    CHECK(document.id == identity::sha256(bytes).substr(0, 32));
    CHECK(document.tokens.front().span == Span{0, 5});
    CHECK(document.name == "a");
}

TEST_CASE("what is not text is refused, and named") {
    std::string controls = "BIN";
    for (int i = 0; i < 500; ++i) controls += static_cast<char>(i % 9);
    std::string korean;
    for (int i = 0; i < 40; ++i) korean += "\xC7\xD1\xB1\xB9 ";
    struct Case {
        std::string bytes;
        std::string message;
    };
    const std::string todo = ", not text. Give the article as plain text in UTF-8.";
    const Case cases[] = {
        {"%PDF-1.7 ...", "looks like a PDF document" + todo},
        {"PK\x03\x04 rest", "looks like a ZIP archive (or a .docx, .odt or .epub document)" + todo},
        {"\x1F\x8B rest", "looks like a gzip archive" + todo},
        {"\x89PNG rest", "looks like a PNG image" + todo},
        {"\xFF\xFEh\0i\0"s, "looks like UTF-16, not UTF-8. Convert it: iconv -f UTF-16 -t UTF-8."},
        {controls,
         "looks like binary data, not text: 445 of 503 bytes are NUL or control "
         "characters. Give the article as plain text in UTF-8."},
        {korean,
         "is not UTF-8: 80 of 200 bytes are bad. Convert it from its encoding: iconv -f "
         "ENCODING -t UTF-8."},
    };
    for (const Case& row : cases) {
        try {
            static_cast<void>(plain_article(row.bytes, "a", "a.txt"));
            FAIL_CHECK("not refused: " << row.message);
        } catch (const InputError& error) {
            CHECK(std::string(error.what()) == row.message);
            CHECK(error.file() == "a.txt");
        }
    }
    CHECK_NOTHROW(static_cast<void>(plain_article("PKW sales rose.", "a", "a.txt")));
    CHECK_NOTHROW(static_cast<void>(plain_article("A\0\0\0B"s, "a", "a.txt")));
}

TEST_CASE("a line of JSON Lines gives its members") {
    const Article article = json_article(
        R"({"id": "a-1", "text": "\u201cNo,\u201d he said.\r\nSo it is.", "title": "No",)"
        R"( "published": "2013-10-28", "url": "https://example.org/1", "publisher": "Example",)"
        R"( "other": {"text": 1}})",
        "in.jsonl", 3);
    CHECK(article.name == "a-1");
    CHECK(article.text == "\u201CNo,\u201D he said.\r\nSo it is.");
    CHECK(article.title == "No");
    CHECK(article.published == "2013-10-28");
    CHECK(article.url == "https://example.org/1");
    CHECK(article.publisher == "Example");
    CHECK(article.origin == "in.jsonl:3");
    CHECK(article.sha256 == identity::sha256(article.text));
}

TEST_CASE("JSON: NUL, null members, bad bytes and a byte order mark") {
    CHECK(json_article(R"({"id": "a", "text": "x\u0000y", "title": null})", "f", 1).text ==
          "x\0y"s);
    CHECK(json_article("\xEF\xBB\xBF{\"id\": \"a\", \"text\": \"x\"}", "f", 1).text == "x");
    const Article bad = json_article("{\"id\": \"a\", \"text\": \"caf\xE9\"}", "f", 1);
    CHECK(bad.text == "caf\uFFFD");
    REQUIRE(bad.diagnostics.size() == 1);
    CHECK(bad.diagnostics[0].message == "the line is not UTF-8 in 1 place, replaced by U+FFFD");
}

TEST_CASE("a line that is no article is refused with its place") {
    struct Case {
        std::string line;
        std::string located;
    };
    const std::string shape =
        " A line of JSON Lines is one object: {\"id\": \"...\", \"text\": \"...\"}.";
    const std::string at = "in.jsonl:7:";
    const Case cases[] = {
        {R"({"id": "a"})", at + " member \"text\" is missing." + shape},
        {R"({"text": "a"})", at + " member \"id\" is missing." + shape},
        {R"({"id": 5, "text": "a"})",
         at + " member \"id\" must be a string, not a number. Put it in quotation marks."},
        {R"({"id": "a", "text": null})",
         at + " member \"text\" must be a string, not null. Put it in quotation marks."},
        {R"({"id": "a", "text": "b", "title": ["c"]})",
         at + " member \"title\" must be a string, not an array. Put it in quotation marks."},
        {R"({"id": "", "text": "b"})",
         at + " member \"id\" is empty. Give each article an id of its own."},
        {R"({"id": "a", "text": "b", "id": "c"})",
         at + " member \"id\" stands twice. Keep one of them."},
        {R"(["a"])", at + "1: expected an object, not an array." + shape},
        {"", at + "1: not valid JSON: The document is empty." + shape},
        {R"({"id": "é", "text": oops})", at + "21: not valid JSON: Invalid value." + shape},
        {R"({"id": "a", "text": "b"} {})",
         at + "26: not valid JSON: The document root must not be followed by other values." +
             shape},
        // Half of a character: RapidJSON sees the first half alone.
        {R"({"id": "a", "text": "\udc00"})",
         at + "22: not valid JSON: '\\udc00' is half of a character. Write both halves." + shape},
        {R"({"id": "a", "text": "b", "title": "é \uDFFF"})",
         at + "38: not valid JSON: '\\uDFFF' is half of a character. Write both halves." + shape},
        {R"({"id": "\udc00", "text": "b"})",
         at + "9: not valid JSON: '\\udc00' is half of a character. Write both halves." + shape},
        {R"({"id": "a", "text": "b", "url": "http://x/\ude00"})",
         at + "43: not valid JSON: '\\ude00' is half of a character. Write both halves." + shape},
        {R"({"id": "a", "text": "b", "publisher": "\ud83d\ude00\ude00"})",
         at + "52: not valid JSON: '\\ude00' is half of a character. Write both halves." + shape},
        {R"({"id": "a", "text": "b", "other": ["\udc00"]})",
         at + "37: not valid JSON: '\\udc00' is half of a character. Write both halves." + shape},
        {R"({"id": "a", "text": "\ud83d"})",
         at + "22: not valid JSON: The surrogate pair in string is invalid." + shape},
        // NUL ends what RapidJSON reads.
        {"{\"id\": \"a\", \"text\": \"x\"}\0{\"id\": \"evil\"}"s,
         at + "25: not valid JSON: something stands behind its end. A line has one object." +
             shape},
        {"{\"id\": \"a\", \"text\": \"x\"} \0"s,
         at + "26: not valid JSON: something stands behind its end. A line has one object." +
             shape},
    };
    for (const Case& row : cases) {
        CAPTURE(row.line);
        try {
            static_cast<void>(json_article(row.line, "in.jsonl", 7));
            FAIL_CHECK("not refused");
        } catch (const InputError& error) {
            CHECK(error.located() == row.located);
        }
    }
    // Whole characters, and a backslash before a "u" that is no escape.
    CHECK(json_article(R"({"id": "a", "text": "\ud83d\ude00 \\udc00"})", "f", 1).text ==
          "\U0001F600 \\udc00");
    const std::string nested(1'000'000, '[');
    CHECK_THROWS_AS(static_cast<void>(json_article(nested, "f", 1)), InputError);
}
