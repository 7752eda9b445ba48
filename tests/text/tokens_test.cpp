// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "reading.hpp"

#include "text/tokens.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;
using namespace demarche::text;
using namespace std::string_literals;

namespace {

std::string cut(std::string_view text) {
    std::vector<Token> tokens;
    std::vector<Diagnostic> diagnostics;
    append_tokens(text, {0, text.size()}, 100'000, tokens, diagnostics);
    std::string result;
    for (const Token& token : tokens) result += (result.empty() ? "" : " ") + token.form;
    return result;
}

}  // namespace

TEST_CASE("words and marks are cut as the Penn Treebank cuts them") {
    const std::pair<std::string, std::string> cases[] = {
        // contractions
        {"don't", "do n't"},
        {"don\u2019t", "do n\u2019t"},
        {"DON'T", "DO N'T"},
        {"he's they'll we've I'm you're she'd", "he 's they 'll we 've I 'm you 're she 'd"},
        {"Seoul\u2019s plan", "Seoul \u2019s plan"},
        {"cannot", "can not"},
        {"cannots", "cannots"},
        {"gonna gotta wanna", "gon na got ta wan na"},
        {"workers' rights", "workers ' rights"},
        {"O'Brien o'clock", "O'Brien o'clock"},
        {"the '90s and \u201990s", "the '90s and \u201990s"},
        {"get 'em", "get 'em"},
        {"'quoted'", "' quoted '"},
        // hyphens and dashes
        {"US-Japan self-defense", "US-Japan self-defense"},
        {"U.S.-led", "U.S.-led"},
        {"well-\u2010known", "well - \u2010 known"},
        {"an 11-year lull", "an 11-year lull"},
        {"a--b", "a -- b"},
        {"this \u2014 that\u2014those", "this \u2014 that \u2014 those"},
        {"1990\u20132000", "1990 \u2013 2000"},
        {"pro- and anti-", "pro - and anti -"},
        // numbers and money
        {"1,000.5", "1,000.5"},
        {"1,000, 5.", "1,000 , 5 ."},
        {"$26 million", "$ 26 million"},
        {"US$5 NZ$5", "US$ 5 NZ$ 5"},
        {"58%", "58 %"},
        {"22:30 9/11 1/2", "22:30 9/11 1/2"},
        {".5 percent", ".5 percent"},
        {"5pm 10:30am", "5 pm 10:30 am"},
        {"spam 25th", "spam 25th"},
        {"20\u00B0C", "20 \u00B0 C"},
        // abbreviations
        {"the U.S. and", "the U.S. and"},
        {"Mr. Kim", "Mr. Kim"},
        {"Oct. 25", "Oct. 25"},
        {"No. 5", "No. 5"},
        {"He said no. 5", "He said no. 5"},
        {"He said no. Then", "He said no . Then"},
        {"J. D. Vance", "J. D. Vance"},
        {"J.D. Vance", "J.D. Vance"},
        {"at 5 p.m. today", "at 5 p.m. today"},
        {"Ph.D. student", "Ph.D. student"},
        {"A miss. A mass.", "A miss . A mass ."},
        {"in Gulfport, Miss. today", "in Gulfport , Miss. today"},
        {"the VA. Then", "the VA . Then"},
        {"(D-N.Y.)", "( D-N.Y. )"},
        {"the end.", "the end ."},
        {"the end.Then", "the end . Then"},
        // ellipses
        {"well... so", "well ... so"},
        {"well\u2026 so", "well \u2026 so"},
        {"well . . . so", "well . . . so"},
        {"etc...", "etc ..."},
        // addresses
        {"see https://example.org/a?b=c, and", "see https://example.org/a?b=c , and"},
        {"(www.example.org)", "( www.example.org )"},
        {"[desk@example.org]", "[ desk@example.org ]"},
        {"Example.com said", "Example.com said"},
        {"@name and #tag", "@name and #tag"},
        {"at 5 @ home # 3", "at 5 @ home # 3"},
        {"www. is", "www . is"},
        // marks
        {"\u201CNo,\u201D he said.", "\u201C No , \u201D he said ."},
        {"``No,'' he said.", "`` No , '' he said ."},
        {"\"No?!\" [sic] {a}", "\" No ?! \" [ sic ] { a }"},
        {"and/or AT&T R&D", "and/or AT&T R&D"},
        {"this & that", "this & that"},
        {"<b>bold</b>", "<b> bold </b>"},
        {"a < b > c", "a < b > c"},
        // other scripts and pictures
        {"\uC11C\uC6B8 \uD55C\uAD6D", "\uC11C\uC6B8 \uD55C\uAD6D"},
        {"\u0938\u0902\u0938\u0926 \u0939\u0948", "\u0938\u0902\u0938\u0926 \u0939\u0948"},
        {"cafe\u0301s", "cafe\u0301s"},
        {"yes\U0001F44D\U0001F3FD\U0001F600", "yes \U0001F44D\U0001F3FD \U0001F600"},
        {"\U0001F1F0\U0001F1F7\U0001F1EF\U0001F1F5", "\U0001F1F0\U0001F1F7 \U0001F1EF\U0001F1F5"},
        // nothing
        {"", ""},
        {" \t\r\n\u00A0\u2003", ""},
        {"a\0b"s, "a b"},
    };
    for (const auto& one : cases) {
        const auto& text = one.first;
        CAPTURE(text);
        CHECK(cut(text) == one.second);
    }
}

TEST_CASE(
    "entities and invisible characters: the form is clean, the span covers what stands there") {
    struct Case {
        std::string text;
        std::string forms;
        std::string first_raw;
    };
    const Case cases[] = {
        {"&amp;", "&", "&amp;"},
        {"R&amp;D costs", "R&D costs", "R&amp;D"},
        {"Seoul&#8217;s", "Seoul \u2019s", "Seoul"},
        {"&quot;No&quot;", "\" No \"", "&quot;"},
        {"&ldquo;No&rdquo;", "\u201C No \u201D", "&ldquo;"},
        {"a&nbsp;b", "a b", "a"},
        {"caf&eacute;s", "caf\u00E9s", "caf&eacute;s"},
        {"&#x2019;s", "\u2019s", "&#x2019;s"},
        {"isn&apos;t", "is n't", "is"},
        {"de\u00ADfense", "defense", "de\u00ADfense"},
        {"\u200Bzero\u200Bwidth\uFEFF", "zerowidth", "zero\u200Bwidth"},
        // twins: no entities
        {"&unknown; x", "& unknown ; x", "&"},
        {"&amp x", "& amp x", "&"},
        {"&#0; x", "& # 0 ; x", "&"},
        {"&#xD800; x", "& #xD800 ; x", "&"},
    };
    for (const Case& row : cases) {
        CAPTURE(row.text);
        CHECK(cut(row.text) == row.forms);
        const Document document = read_text("Word " + row.text + " and more words here.");
        CHECK(document.at(document.tokens[1].span) == row.first_raw);
    }
}

TEST_CASE("tokens are in order, apart, not empty, on whole characters") {
    const Document document = read_text(
        "He said &#8220;don\u2019t\u201D twice\u00ADly \U0001F600... (D-N.Y.) caf\xE9 $5,000.50!? "
        "\u0915\u094D\u0937 e-mail: a.b@example.org www.example.org/x\u2014y ''well'' 'tis");
    REQUIRE(document.tokens.size() > 20);
    std::size_t end = 0;
    for (const Token& token : document.tokens) {
        CHECK(token.span.begin >= end);
        CHECK(token.span.size() > 0);
        CHECK(!token.form.empty());
        end = token.span.end;
        const auto starts = [&](std::size_t byte) {
            return byte == document.text.size() ||
                   (static_cast<unsigned char>(document.text[byte]) & 0xC0U) != 0x80U;
        };
        CHECK(starts(token.span.begin));
        CHECK(starts(token.span.end));
    }
}

TEST_CASE("a run without spaces is cut, with a diagnostic") {
    const Document document = read_text("Start " + std::string(5000, 'a') + " end of it.");
    CHECK(document.tokens.size() == 1 + 3 + 4);
    REQUIRE(document.diagnostics.size() == 2);
    CHECK(document.diagnostics[0].message == "more than 2000 characters without a space, cut here");
}

TEST_CASE("fifty thousand words are read, the rest is told") {
    std::string text;
    for (int i = 0; i < 12'501; ++i) text += "Seoul waits today. ";
    const Document document = read_text(text);
    CHECK(document.tokens.size() == 50'000);
    REQUIRE(document.diagnostics.size() == 1);
    CHECK(document.diagnostics[0].message ==
          "more than 50000 words; what follows is not read. Split the file by articles.");
    CHECK(document.text.substr(document.diagnostics[0].at.begin, 5) == "Seoul");
}
