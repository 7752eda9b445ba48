#include "core/error.hpp"
#include "identity/identity.hpp"
#include "reading.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;
using namespace demarche::text;

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

TEST_CASE("a page is known by how it starts") {
    CHECK(looks_like_html("<!DOCTYPE html><html>"));
    CHECK(looks_like_html("\xEF\xBB\xBF \n<HTML lang=en>"));
    CHECK(looks_like_html("<?xml version=\"1.0\"?>\n<html xmlns=\"x\">"));
    CHECK(!looks_like_html("Seoul writes <html> by hand."));
    CHECK(!looks_like_html("<tweet>"));
    CHECK(!looks_like_html(""));
}
