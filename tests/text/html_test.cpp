// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "core/error.hpp"
#include "identity/identity.hpp"
#include "reading.hpp"

#include <doctest/doctest.h>

#include <ctime>
#include <string>

using namespace demarche;
using namespace demarche::text;
using namespace std::string_literals;

namespace {

const std::string page = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Seoul asks - Example</title>
<meta property="og:title" content="Seoul asks for consent">
<meta property="og:site_name" content="Example Herald">
<meta property="article:published_time" content="2013-10-28T16:11:00+09:00">
<link rel="canonical" href="https://example.org/seoul-asks">
<script>var text = "<p>never</p>";</script>
</head><body>
<nav><ul><li>Home</li><li>World</li></ul></nav>
<div class="page"><h1>Seoul asks for
  consent</h1>
<div class="story">
<p>Seoul asked for <a href="/x">consent</a> on Friday,&nbsp;a ministry&rsquo;s spokesman said.</p>
<p>&ldquo;We want R&amp;D talks,&rdquo; he said.<br>Tokyo waits for an answer from Washington.</p>
<figure><img src="a.jpg"><figcaption>The harbour</figcaption></figure>
<h2>A long road</h2>
<ul><li>First, consent.</li><li>Then, talks.</li></ul>
<p></p>
</div></div>
<aside><p>Ten quiet walks above the town, chosen by our readers.</p></aside>
<footer><p>All rights reserved.</p></footer>
</body></html>)";

}  // namespace

TEST_CASE("an HTML page gives its article and metadata") {
    const Article article = html_article(page, "a", "a.html");
    CHECK(article.text ==
          "Seoul asks for consent\n\n"
          "Seoul asked for consent on Friday, a ministry\u2019s spokesman said.\n\n"
          "\u201CWe want R&D talks,\u201D he said. Tokyo waits for an answer from Washington.\n\n"
          "A long road\n\n"
          "First, consent.\n\n"
          "Then, talks.");
    CHECK(article.title == "Seoul asks for consent");
    CHECK(article.published == "2013-10-28T16:11:00+09:00");
    CHECK(article.publisher == "Example Herald");
    CHECK(article.url == "https://example.org/seoul-asks");
    CHECK(article.sha256 == identity::sha256(page));
    const Document document = read(article);
    CHECK(document.published == "2013-10-28T16:11:00+09:00");
    CHECK(layout(document)[0] == "headline: Seoul asks for consent");
    CHECK(document.quotations.size() == 1);
}

TEST_CASE("pages that lack things") {
    struct Case {
        std::string bytes;
        std::string text;
        std::string title;
        std::string published;
    };
    const Case cases[] = {
        {"<html><body><p>Seoul waits.</p></body></html>", "Seoul waits.", "", ""},
        {"<html><title>Seoul</title><body>Bare <b>text</b>.</body></html>", "Seoul\n\nBare text.",
         "Seoul", ""},
        {"<p>Not closed <p>and more", "Not closed\n\nand more", "", ""},
        {"<html><body><time datetime=\"2013-10-28\">x</time><p>Seoul waits.</p></body></html>",
         "Seoul waits.", "", "2013-10-28"},
        {"<html><head><script type=\"application/ld+json\">{\"datePublished\": \"2013-10-28\"}"
         "</script></head><body><p>Seoul waits.</p></body></html>",
         "Seoul waits.", "", "2013-10-28"},
        {"<html><meta charset=\"iso-8859-1\"><body><p>caf\xE9</p></body></html>", "caf\u00E9", "",
         ""},
    };
    for (const Case& row : cases) {
        CAPTURE(row.bytes);
        const Article article = html_article(row.bytes, "a", "a.html");
        CHECK(article.text == row.text);
        CHECK(article.title == row.title);
        CHECK(article.published == row.published);
    }
}

TEST_CASE("what is no page is refused; nesting without end is survived") {
    CHECK_THROWS_AS(static_cast<void>(html_article("", "a", "a.html")), InputError);
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<div>";
    CHECK_NOTHROW(static_cast<void>(html_article("<html><body>" + deep + "x", "a", "a.html")));
}

TEST_CASE("a page's text does not hang on how its bytes are encoded") {
    struct Case {
        const char* name;
        std::string head;
        std::string word;
        std::string text;
        std::string diagnostic;  ///< the only one; empty: none
    };
    const std::string bom16le = "\xFF\xFE";
    const Case cases[] = {
        {"UTF-8", "<meta charset=utf-8>", "caf\u00E9", "caf\u00E9", ""},
        {"UTF-8 whatever it says", "<meta charset=\"shift_jis\">", "caf\u00E9 \u6E2F",
         "caf\u00E9 \u6E2F", ""},
        {"UTF-8 with one bad byte", "<meta charset=\"utf-8\">", "caf\xE9 or caf\u00E9",
         "caf\uFFFD or caf\u00E9", "the page is not UTF-8 in 1 place, replaced by U+FFFD"},
        {"iso-8859-1 is windows-1252", "<meta charset='ISO-8859-1'>",
         "\x93"
         "caf\xE9\x94",
         "\u201Ccaf\u00E9\u201D", ""},
        {"the old form",
         "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">",
         "\xEF\xEE\xF0\xF2", "\u043F\u043E\u0440\u0442", ""},
        {"iso-8859-2", "<meta charset=iso-8859-2>",
         "\xB3\xF3"
         "d\xBC",
         "\u0142\u00F3d\u017A", ""},
        {"Shift_JIS", "<meta charset=shift_jis>", "\x8D\x60 \x87\x40", "\u6E2F \u2460", ""},
        {"Shift_JIS with a bad byte", "<meta charset=x-sjis>", "\x8D\x60 \x81\x00 \x8D\x60"s,
         "\u6E2F \uFFFD \u6E2F", "the page is not windows-31j in 1 place, replaced by U+FFFD"},
        {"EUC-JP", "<meta charset=euc-jp>", "\xB9\xC1", "\u6E2F", ""},
        {"gb2312 is GBK", "<meta charset=gb2312>", "\xB8\xDB\xE9\x46", "\u6E2F\u9555", ""},
        {"Big5", "<meta charset=big5>", "\xB4\xE4", "\u6E2F", ""},
        {"EUC-KR", "<meta charset=euc-kr>", "\xC7\xD7\xB1\xB8", "\uD56D\uAD6C", ""},
        {"ISO-2022-JP", "<meta charset=iso-2022-jp>", "\x1B$B9A\x1B(B", "\u6E2F", ""},
        {"no label, hardly UTF-8", "", "caf\xE9", "caf\u00E9", ""},
        {"an unknown label", "<meta charset=klingon>", "caf\xE9", "caf\u00E9", ""},
        {"utf-16 as a label is a mistake", "<meta charset=utf-16>", "caf\u00E9", "caf\u00E9", ""},
        {"a NUL", "<meta charset=utf-8>", "a\0b"s, "a b", ""},
    };
    for (const Case& row : cases) {
        CAPTURE(row.name);
        const Article article =
            html_article("<html><head>" + row.head + "</head><body><p>The " + row.word +
                             " port waits.</p>" + "<p>And more.</p></body></html>",
                         "a", "a.html");
        CHECK(article.text == "The " + row.text + " port waits.\n\nAnd more.");
        REQUIRE(article.diagnostics.size() == (row.diagnostic.empty() ? 0 : 1));
        if (!row.diagnostic.empty()) CHECK(article.diagnostics[0].message == row.diagnostic);
    }
    std::string utf16 = bom16le;
    for (const char c : std::string("<html><body><p>Oslo waits.</p></body></html>")) {
        utf16 += c;
        utf16 += '\0';
    }
    CHECK(html_article(utf16, "a", "a.html").text == "Oslo waits.");
    const std::string xhtml =
        "<?xml version=\"1.0\" encoding=\"iso-8859-2\"?>\n<html><body>"
        "<p>\xB3\xF3"
        "d\xBC</p></body></html>";
    CHECK(html_article(xhtml, "a", "a.html").text == "\u0142\u00F3d\u017A");
}

TEST_CASE(
    "what a page holds without bound is read in bounded time, and nothing is lost in silence") {
    const auto times = [](std::size_t n, const std::string& piece) {
        std::string all;
        for (std::size_t i = 0; i < n; ++i) all += piece;
        return all;
    };
    std::string attributes;
    for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "=\"x > y\"";
    constexpr std::size_t many = 100'000;
    const std::string deep = "elements deeper than 500 are left out, but for their text";
    struct Case {
        const char* name;
        std::string inside;   ///< of the body, before the paragraph
        std::string behind;   ///< ... and after it
        std::string message;  ///< the only diagnostic; empty: none
    };
    const Case cases[] = {
        {"as deep as pages are", times(250, "<div>"), times(250, "</div>"), ""},
        {"deeper", times(300, "<div>"), times(300, "</div>"), ""},
        {"deeper than is followed", times(600, "<div>"), times(600, "</div>"), "100 " + deep},
        {"100,000 deep", times(many, "<div>"), times(many, "</div>"), "99500 " + deep},
        {"never closed", times(many, "<b>"), "", "99500 " + deep},
        {"never opened", times(many, "</div>"), times(many, "</b>"), ""},
        {"crossed", times(many, "<b><div></b></div>"), "", "99501 " + deep},
        {"cells without a table", times(many, "<td>"), "", ""},
        {"items that end by themselves", times(many, "<li>"), times(many, "</li>"), ""},
        {"100,000 attributes", "<div" + attributes + ">", "</div>", ""},
        {"one attribute of 5 MB", "<div title=\"" + std::string(5'000'000, 'x') + "\">", "</div>",
         ""},
        {"a name of 5 MB", "<" + std::string(5'000'000, 'x') + ">", "", ""},
        {"entities", "", "<i>" + times(many, "&amp;&#x41;&nbsp;") + "</i>", ""},
        {"no entities", "", "<i>" + times(many, "&&x&#") + "</i>", ""},
        {"angles", "", "<i>" + times(many, "<") + "</i>", ""},
        {"comments", times(many, "<!-- > -->"), "", ""},
        {"a comment without an end", "", "<!-- <p>And more.</p>",
         "a comment that does not end takes the last 35 bytes of the page"},
        {"a tag without an end", "", "<a href=\"x>",
         "a tag that does not end takes the last 25 bytes of the page"},
        {"a script without an end", "", "<script>x<p>",
         "a script that does not end takes the last 18 bytes of the page"},
    };
    for (const Case& row : cases) {
        CAPTURE(row.name);
        const std::clock_t begin = std::clock();
        const Article article =
            html_article("<html><body>" + row.inside + "<p>Oslo waits for the ferry.</p>" +
                             row.behind + "</body></html>",
                         "a", "a.html");
        CHECK(std::clock() - begin < 10 * CLOCKS_PER_SEC);
        CHECK(article.text.find("Oslo waits for the ferry.") != std::string::npos);
        REQUIRE(article.diagnostics.size() == (row.message.empty() ? 0 : 1));
        if (!row.message.empty()) CHECK(article.diagnostics[0].message == row.message);
    }
    // Text that stands below the bound stays apart by paragraphs, and metadata stays.
    const Article far = html_article(
        "<html><head><meta name=x y=z property=\"og:title\" content='Tolls'></head><body>" +
            times(800, "<div>") + "<p>One.</p>Two<br>three<path/><p>Four.</p></body></html>",
        "a", "a.html");
    CHECK(far.title == "Tolls");
    CHECK(far.text == "Tolls\n\nOne.\n\nTwo three\n\nFour.");
}

TEST_CASE("a page is known by how it starts") {
    CHECK(looks_like_html("<!DOCTYPE html><html>"));
    CHECK(looks_like_html("\xEF\xBB\xBF \n<HTML lang=en>"));
    CHECK(looks_like_html("<?xml version=\"1.0\"?>\n<html xmlns=\"x\">"));
    CHECK(!looks_like_html("Seoul writes <html> by hand."));
    CHECK(!looks_like_html("<tweet>"));
    CHECK(!looks_like_html(""));
}
