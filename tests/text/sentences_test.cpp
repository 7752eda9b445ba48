// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "reading.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::text;

TEST_CASE("where sentences end, and where not") {
    const std::vector<std::vector<std::string>> cases = {
        // end marks
        {"Seoul waits.", "Tokyo acts."},
        {"Who pays?", "Nobody knows!", "So it is."},
        {"It ended 3 to 1.", "10 people saw it."},
        {"It ended at 2.5 percent."},
        {"He runs Yahoo! from home."},
        {"What is it? asked nobody."},
        // abbreviations
        {"S. Korea and N. Korea agreed on Oct. 25 with Mr. Kim of St. Louis."},
        {"The U.S. President met Gov. Lee and Sen. Park."},
        {"He left the U.S.", "He came back."},
        {"Rule No. 5 was kept.", "He said no.", "Five left."},
        {"It began at 5 p.m. and ended at 7 p.m.", "The crowd left."},
        {"It began at 5 p.m. Tuesday."},
        {"He works for Acme Inc.", "The firm is old."},
        {"Acme Inc. President Lee spoke."},
        {"J. D. Vance and George W. Bush met."},
        {"The U.K.", "That is where it began."},
        {"They sell apples, pears, etc.", "The rest is gone."},
        // ellipses
        {"He waited... and left."},
        {"He waited \u2026 and left."},
        {"He waited . . . and left."},
        {"He waited...", "Then he left."},
        // quotation marks and brackets
        {"\u201CIt is late.\u201D", "He left."},
        {"\"It is late.\"", "\"It is not.\""},
        {"``It is late.''", "He left."},
        {"''It is late.''", "''It is not,'' he said."},
        {"\u201CWho pays?\u201D he asked."},
        {"\u201CNever!\u201D she said.", "\u201CNot now.\u201D"},
        {"\u201CNo.\u201D", "The minister left."},
        {"He called it \u2018late.\u2019", "She did not."},
        {"He called it \u201C\u2018late.\u2019\u201D", "She did not."},
        {"He left (it was late.)", "She stayed."},
        {"(He left.)", "[She stayed.]", "They met."},
        {"He lives in \u201Cthe U.S.\u201D", "The rest do not."},
        {"\u201CI go.\u201D \u2014 he wrote."},
        // other scripts
        {"\u6771\u4EAC\u3002", "\u5317\u4EAC\u3002"},
    };
    for (const auto& expected : cases) {
        std::string text;
        for (const std::string& sentence : expected) text += (text.empty() ? "" : " ") + sentence;
        CAPTURE(text);
        CHECK(sentences(read_text(text)) == expected);
    }
}

TEST_CASE("a full stop without a space ends a sentence only before a capital") {
    CHECK(sentences(read_text("He left.Then it rained on us.")).size() == 2);
    CHECK(sentences(read_text("The file is named read.me and lies there.")).size() == 1);
}

TEST_CASE("sentences never cross paragraphs and cover their tokens") {
    const Document document = read_text(
        "A line that does not end\n\nThe next one ends. It does.\n\n\u201CThis one goes "
        "on\n\nuntil "
        "here.\u201D\n");
    CHECK(document.paragraphs.size() == 4);
    std::size_t token = 0;
    for (const Sentence& sentence : document.sentences) {
        CHECK(sentence.first_token == token);
        CHECK(sentence.end_token > sentence.first_token);
        CHECK(document.paragraphs[sentence.paragraph].span.contains(sentence.span));
        CHECK(sentence.span.begin == document.tokens[sentence.first_token].span.begin);
        CHECK(sentence.span.end == document.tokens[sentence.end_token - 1].span.end);
        token = sentence.end_token;
    }
    CHECK(token == document.tokens.size());
    CHECK(document.sentences.size() == 5);
}

TEST_CASE("bulleted lines are sentences of their own") {
    const Document document =
        read_text("The plan has three parts:\n- consent of Seoul\n- restraint\n\u2022 Talks");
    CHECK(words(document) ==
          "The plan has three parts : | - consent of Seoul | - restraint | \u2022 Talks");
}

TEST_CASE("a sentence of more than 400 words is read in parts, with a diagnostic") {
    std::string text;
    for (int i = 0; i < 401; ++i) text += "word ";
    const Document document = read_text("The " + text + "ends.");
    REQUIRE(document.sentences.size() == 2);
    CHECK(document.sentences[0].end_token == 400);
    CHECK(document.sentences[1].first_token == 400);
    CHECK(document.sentences[1].end_token == document.tokens.size());
    REQUIRE(document.diagnostics.size() == 1);
    CHECK(document.diagnostics[0].message == "a sentence of more than 400 words, read in parts");
    CHECK(document.at(document.diagnostics[0].at) == "word");
    CHECK(read_text("The " + text.substr(0, 390 * 5) + "ends.").diagnostics.empty());

    // Behind the last comma of the second half, where there is one; one in the first half is none.
    std::string listed = text;
    listed[300 * 5 + 4] = ',';
    CHECK(read_text("The " + listed + "ends.").sentences[0].end_token == 303);
    std::string early = text;
    early[100 * 5 + 4] = ',';
    CHECK(read_text("The " + early + "ends.").sentences[0].end_token == 400);
}
