// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::text;

namespace {

Document sample(const std::string& name) {
    std::ifstream file(std::string(DEMARCHE_TESTS) + "/samples/" + name + ".txt", std::ios::binary);
    REQUIRE(file.good());
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return read(plain_article(bytes, name, name + ".txt"));
}

std::size_t count(const Document& document, ParagraphKind kind) {
    return static_cast<std::size_t>(
        std::count_if(document.paragraphs.begin(), document.paragraphs.end(),
                      [&](const Paragraph& paragraph) { return paragraph.kind == kind; }));
}

}  // namespace

TEST_CASE("the sample articles") {
    struct Case {
        std::string name;
        std::string title;
        std::string published;
        std::string modified;
        std::vector<Author> authors;
        std::size_t body;
        std::size_t sentences;
        std::size_t quotations;
        std::size_t navigation;
    };
    const Case cases[] = {
        {"guidelines-2013-10-28",
         "Seoul wants a say in new US-Japan defense guidelines",
         "2013-10-28T16:11+09:00",
         "2013-10-29T09:30+09:00",
         {{"Han Seo-yun", "Washington correspondent"}, {"Oh Min-jae", "Blue House correspondent"}},
         7,
         16,
         8,
         4},
        {"guidelines-2013-10-31",
         "Washington backs Japan\u2019s wider role, promises to consult Seoul",
         "2013-10-31T18:45+09:00",
         "",
         {{"Han Seo-yun", "Washington correspondent"}},
         7,
         18,
         8,
         2},
        {"guidelines-2013-11-06",
         "South Korea hardens its line on Japanese self-defense",
         "2013-11-06T20:02+09:00",
         "2013-11-07T08:15+09:00",
         {{"Oh Min-jae", "Blue House correspondent"}},
         7,
         18,
         5,
         4},
    };
    for (const Case& row : cases) {
        CAPTURE(row.name);
        const Document document = sample(row.name);
        CHECK(document.name == row.name);
        CHECK(document.title == row.title);
        CHECK(document.published == row.published);
        CHECK(document.modified == row.modified);
        CHECK(document.authors == row.authors);
        CHECK(document.diagnostics.empty());
        CHECK(count(document, ParagraphKind::headline) == 1);
        CHECK(count(document, ParagraphKind::subhead) == 1);
        CHECK(count(document, ParagraphKind::dateline) == 1);
        CHECK(count(document, ParagraphKind::byline) == 1);
        CHECK(count(document, ParagraphKind::image) == 1);
        CHECK(count(document, ParagraphKind::contact) == 1);
        CHECK(count(document, ParagraphKind::navigation) == row.navigation);
        CHECK(count(document, ParagraphKind::body) == row.body);
        CHECK(document.sentences.size() == row.sentences);
        CHECK(document.quotations.size() == row.quotations);
        for (const Quotation& quotation : document.quotations) CHECK(quotation.closed);
    }
}
