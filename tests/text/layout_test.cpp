// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "reading.hpp"

#include "text/boilerplate.hpp"
#include "text/bylines.hpp"
#include "text/dates.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::text;

TEST_CASE("datelines") {
    struct Case {
        std::string line;
        std::string published;
        std::string modified;
    };
    const Case cases[] = {
        {"Posted on : 2013-10-28 16:11 KST Modified on : 2019-10-19 20:29 KST",
         "2013-10-28T16:11+09:00", "2019-10-19T20:29+09:00"},
        {"Posted on : 2013-10-28 16:11 KST", "2013-10-28T16:11+09:00", ""},
        {"Friday, September 9, 2016", "2016-09-09", ""},
        {"9 September 2016", "2016-09-09", ""},
        {"Sept. 9th, 2016", "2016-09-09", ""},
        {"2016/9/9", "2016-09-09", ""},
        {"2016.09.09 | 08:05 UTC", "2016-09-09T08:05Z", ""},
        {"Published: Oct. 28, 2013, 4:11 p.m. EDT", "2013-10-28T16:11-04:00", ""},
        {"Updated 12:05 am GMT+2, 28 October 2013", "", "2013-10-28T00:05+02:00"},
        {"Last updated on October 28, 2013 at 12:30 PM (PST)", "", "2013-10-28T12:30-08:00"},
        {"2013-10-28T16:11:05+09:00", "2013-10-28T16:11:05+09:00", ""},
        {"2013-10-28T16:11:05.250Z", "2013-10-28T16:11:05Z", ""},
        {"October 28, 2013 4:11 p.m.", "2013-10-28", ""},     // no zone: the date alone
        {"October 28, 2013 4:11 p.m. ET", "2013-10-28", ""},  // a zone that depends on the season
        {"First published October 28, 2013. Corrected October 30, 2013.", "2013-10-28",
         "2013-10-30"},
    };
    for (const Case& row : cases) {
        CAPTURE(row.line);
        const auto dateline = read_dateline(row.line);
        REQUIRE(dateline.has_value());
        CHECK(dateline->published == row.published);
        CHECK(dateline->modified == row.modified);
    }
    const std::string others[] = {
        "",
        "The talks began on September 9, 2016",
        "On September 9, 2016, they met.",
        "February 30, 2016",
        "2016-13-01",
        "10/11/2013",
        "September 2016",
        "2016",
        "16:11 KST",
        "Posted on",
        "May 7",
    };
    for (const std::string& line : others) {
        CAPTURE(line);
        CHECK(!read_dateline(line).has_value());
    }
}

TEST_CASE("bylines") {
    struct Case {
        std::string line;
        std::vector<Author> authors;
    };
    const Case cases[] = {
        {"By Han Seo-yun, Washington correspondent and Oh Min-jae, Blue House correspondent",
         {{"Han Seo-yun", "Washington correspondent"}, {"Oh Min-jae", "Blue House correspondent"}}},
        {"By Ada Marlow", {{"Ada Marlow", ""}}},
        {"by Ada Marlow and Ben van Dorn", {{"Ada Marlow", ""}, {"Ben van Dorn", ""}}},
        {"BY ADA MARLOW", {{"ADA MARLOW", ""}}},
        {"By Ada Marlow, Ben Dorn and Cy Ellis, staff writers",
         {{"Ada Marlow", "staff writers"},
          {"Ben Dorn", "staff writers"},
          {"Cy Ellis", "staff writers"}}},
        {"By Ada Marlow, Staff Writer", {{"Ada Marlow", "Staff Writer"}}},
        {"By Ada Marlow in Tokyo", {{"Ada Marlow", "in Tokyo"}}},
        {"Written by Ada Marlow | October 28, 2013", {{"Ada Marlow", ""}}},
        {"By A. J. Marlow Jr.", {{"A. J. Marlow Jr.", ""}}},
    };
    for (const Case& row : cases) {
        CAPTURE(row.line);
        const auto byline = read_byline(row.line);
        REQUIRE(byline.has_value());
        CHECK(byline->authors == row.authors);
    }
    CHECK(read_byline("By Ada Marlow | October 28, 2013")->published == "2013-10-28");
    const std::string others[] = {
        "By Tuesday, the troops had left.",
        "By the numbers",
        "By George, he did it",
        "By and large, Seoul agrees",
        "Byron Ellis, Tokyo correspondent",
        "Ada Marlow",
        "By",
        "",
    };
    for (const std::string& line : others) {
        CAPTURE(line);
        CHECK(!read_byline(line).has_value());
    }
}

TEST_CASE("lines of the page, and twins of the article") {
    struct Case {
        Boilerplate kind;
        std::string line;
    };
    const Case cases[] = {
        {Boilerplate::image, "[%%IMAGE1%%]"},
        {Boilerplate::image, "Photo: the harbour at dawn"},
        {Boilerplate::image, "Protesters in Tokyo on Monday. Example/Getty Images"},
        {Boilerplate::image, "The minister on Friday (Ada Marlow/PA)"},
        {Boilerplate::none, "Photo sharing is a business."},
        {Boilerplate::contact, "Please direct questions or comments to [desk@example.org]"},
        {Boilerplate::contact, "desk@example.org"},
        {Boilerplate::contact, "Ada Marlow can be reached at ada@example.org"},
        {Boilerplate::none, "Please direct your anger at the ministry, he said."},
        {Boilerplate::none, "The mail to \"desk@example.org\" was never read, the ministry said."},
        {Boilerplate::heading, "Related stories"},
        {Boilerplate::heading, "RELATED STORIES:"},
        {Boilerplate::heading, "Most viewed articles"},
        {Boilerplate::none, "Related stories were told in Tokyo."},
        {Boilerplate::navigation, "Read more: Tokyo waits"},
        {Boilerplate::navigation, "Read more \u00BB"},
        {Boilerplate::none, "Read more than the headline, he said."},
        {Boilerplate::navigation, "Advertisement"},
        {Boilerplate::none, "Advertisement costs rose."},
        {Boilerplate::navigation, "Share on Facebook"},
        {Boilerplate::none, "Share prices fell in Tokyo."},
        {Boilerplate::navigation, "Sign up for our newsletter"},
        {Boilerplate::navigation, "\u00A9 2013 Example Media. All rights reserved."},
        {Boilerplate::none, ""},
        {Boilerplate::none, "Seoul answers."},
    };
    for (const Case& row : cases) {
        CAPTURE(row.line);
        CHECK(boilerplate(row.line) == row.kind);
    }
}

TEST_CASE("a page with everything") {
    const Document document = read_text(
        "Seoul asks for consent\r\n"
        "\r\n"
        "Posted on : 2013-10-28 16:11 KST\r\n"
        "Tokyo keeps silent\r\n"
        "[%%IMAGE1%%]\r\n"
        "The ministry in Seoul\r\n"
        "\r\n"
        "By Ada Marlow, Tokyo correspondent\r\n"
        "\r\n"
        "WASHINGTON (AP) \u2014 Seoul asked for consent on Oct. 25.\r\n"
        "\r\n"
        "A long road\r\n"
        "\r\n"
        "Tokyo kept silent.\r\n"
        "\r\n"
        "Read more: Who asked first\r\n"
        "\r\n"
        "Advertisement\r\n"
        "\r\n"
        "Washington will wait, it says.\r\n"
        "\r\n"
        "desk@example.org\r\n"
        "\r\n"
        "Related stories\r\n"
        "\r\n"
        "Is Tokyo ready?\r\n"
        "Ten quiet walks\r\n"
        "\r\n"
        "The whole archive is open to all readers again, and the museum will tell its story.\r\n");
    CHECK(layout(document) ==
          std::vector<std::string>{
              "headline: Seoul asks for consent", "dateline: Posted on : 2013-10-28 16:11 KST",
              "subhead: Tokyo keeps silent", "image: [%%IMAGE1%%]", "image: The ministry in Seoul",
              "byline: By Ada Marlow, Tokyo correspondent",
              "body: WASHINGTON (AP) \u2014 Seoul asked for consent on Oct. 25.",
              "subhead: A long road", "body: Tokyo kept silent.",
              "navigation: Read more: Who asked first", "navigation: Advertisement",
              "body: Washington will wait, it says.", "contact: desk@example.org",
              "navigation: Related stories", "navigation: Is Tokyo ready?",
              "navigation: Ten quiet walks",
              "body: The whole archive is open to all readers again, and the museum will tell its "
              "story."});
    CHECK(document.title == "Seoul asks for consent");
    CHECK(document.published == "2013-10-28T16:11+09:00");
    CHECK(document.modified.empty());
    CHECK(document.authors == std::vector<Author>{{"Ada Marlow", "Tokyo correspondent"}});
    for (const Paragraph& paragraph : document.paragraphs) {
        CHECK((paragraph.first_sentence < paragraph.end_sentence) == is_read(paragraph.kind));
    }
}

TEST_CASE("paragraphs: one a line, wrapped, indented, or parted by links") {
    SUBCASE("one a line") {
        CHECK(layout(read_text("Seoul asks\nThe ministry asked for consent on Friday in "
                               "Washington.\nTokyo kept silent.\n")) ==
              std::vector<std::string>{
                  "headline: Seoul asks",
                  "body: The ministry asked for consent on Friday in Washington.",
                  "body: Tokyo kept silent."});
    }
    const std::string wrapped =
        "The ministry in Seoul asked on Friday for its\n"
        "consent to any change of the guidelines that\n"
        "touches the peninsula, and it will ask again.\n";
    SUBCASE("wrapped, with blank lines") {
        const auto found = layout(read_text(wrapped + "\n" + wrapped));
        REQUIRE(found.size() == 2);
        CHECK(found[1] == "body: " + wrapped.substr(0, wrapped.size() - 1));
    }
    SUBCASE("wrapped, the last line of a paragraph being short") {
        const auto found = layout(read_text(wrapped + "Tokyo waits.\n" + wrapped));
        REQUIRE(found.size() == 2);
        CHECK(found[0] == "body: " + wrapped + "Tokyo waits.");
    }
    SUBCASE("wrapped, indented") {
        const auto found = layout(read_text(wrapped + "  " + wrapped));
        CHECK(found.size() == 2);
    }
    SUBCASE("a link in mid-sentence") {
        CHECK(layout(read_text("It is clear that the minister\nregularly\ndelays the talks with "
                               "Tokyo.\nSeoul waits.")) ==
              std::vector<std::string>{
                  "body: It is clear that the minister\nregularly\ndelays the talks with Tokyo.",
                  "body: Seoul waits."});
    }
    SUBCASE("other line ends and blank lines of odd spaces") {
        CHECK(layout(read_text("Seoul waits.\rTokyo acts.\u2028Moscow looks on.\n\u00A0\u200B\n"
                               "Beijing speaks."))
                  .size() == 4);
    }
}

TEST_CASE("headline: short, first, without a full stop, or the title") {
    const auto first = [](std::string_view text, const std::string& title = "") {
        Article article = plain_article(text, "a", "a.txt");
        article.title = title;
        return layout(read(article)).front();
    };
    CHECK(first("Seoul asks\n\nIt did so today.") == "headline: Seoul asks");
    CHECK(first("Will Seoul ask?\n\nIt will not say.") == "headline: Will Seoul ask?");
    CHECK(first("Seoul asks today.\n\nIt did so at noon.") == "body: Seoul asks today.");
    CHECK(first("Old Hands Help Seoul Ask Tokyo.\n\nIt did so.\n\nIt will again.") ==
          "headline: Old Hands Help Seoul Ask Tokyo.");
    CHECK(first("Related stories\n\nOther").starts_with("navigation"));
    CHECK(first("SEOUL ASKS TODAY.\n\nIt did so.", "Seoul asks today") ==
          "headline: SEOUL ASKS TODAY.");
    CHECK(first("Tokyo waits\n\nIt did so.", "Seoul asks today") == "subhead: Tokyo waits");
    std::string much = "Seoul";
    for (int i = 0; i < 30; ++i) much += " asks";
    CHECK(first(much + "\n\nIt did so.") == "body: " + much);
}

TEST_CASE("metadata of the input wins over the text") {
    Article article = plain_article("Seoul asks\n\n2013-10-28\n\nIt did so.", "a", "a.txt");
    article.title = "Another title";
    article.published = "October 30, 2013";
    article.publisher = "Example";
    article.url = "https://example.org/1";
    const Document document = read(article);
    CHECK(document.title == "Another title");
    CHECK(document.published == "2013-10-30");
    CHECK(document.publisher == "Example");
    CHECK(document.url == "https://example.org/1");
    article.published = "last week";
    const Document odd = read(article);
    CHECK(odd.published == "2013-10-28");
    REQUIRE(odd.diagnostics.size() == 1);
    CHECK(odd.diagnostics[0].message ==
          "published 'last week' is not a date. Write it as 2013-10-28 or 2013-10-28T16:11+09:00.");
}

TEST_CASE("a date at the start of the body is the date of the article if no other is") {
    CHECK(read_text("Flags\n\nThursday, May 7, 2015 On Tuesday, they met.").published ==
          "2015-05-07");
    CHECK(read_text("Flags\n\nMay 7, 2015 was the day they met.").published.empty());
}

TEST_CASE("nothing, and nothing but the page") {
    for (const std::string_view text : {"", "\n\n", "\u00A0\u200B", "\xEF\xBB\xBF"}) {
        const Document document = read_text(text);
        CHECK(document.paragraphs.empty());
        CHECK(document.tokens.empty());
        CHECK(document.title.empty());
    }
    const Document page = read_text(
        "Posted on : 2013-10-28\n[%%IMAGE1%%]\ndesk@example.org\nRelated stories\nTokyo waits");
    CHECK(page.paragraphs.size() == 5);
    CHECK(page.sentences.empty());
    CHECK(page.tokens.empty());
}
