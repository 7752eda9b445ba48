// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "reading.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::text;

namespace {

/// Each quotation as its text with what it is: "s" single, "o" open, "c" continued.
std::vector<std::string> quotations(std::string_view text) {
    const Document document = read_text(text);
    std::vector<std::string> result;
    for (const Quotation& quotation : document.quotations) {
        std::string flags;
        if (quotation.single) flags += "s";
        if (!quotation.closed) flags += "o";
        if (quotation.continued) flags += "c";
        result.push_back((flags.empty() ? "" : flags + ":") +
                         std::string(document.at(quotation.span)));
        CHECK(quotation.span.contains(quotation.inner));
        CHECK(quotation.closed == (quotation.inner.end < quotation.span.end));
    }
    return result;
}

}  // namespace

TEST_CASE("quotation marks are paired") {
    struct Case {
        std::string text;
        std::vector<std::string> expected;
    };
    const Case cases[] = {
        // double
        {"He said \u201Cno,\u201D and left.", {"\u201Cno,\u201D"}},
        {"He said \"no,\" and \"yes\".", {"\"no,\"", "\"yes\""}},
        {"\"No,\" he said, \"never.\"", {"\"No,\"", "\"never.\""}},
        {"He said ``no,'' and left.", {"``no,''"}},
        {"He said ''no,'' and ''yes.''", {"''no,''", "''yes.''"}},
        {"Il dit \u00ABnon\u00BB hier.", {"\u00ABnon\u00BB"}},
        {"He said (\"no\") and\u2014\"yes\"\u2014left.", {"\"no\"", "\"yes\""}},
        {"He said \" no \" and left.", {"\" no \""}},
        {"He said &quot;no&quot; and left.", {"&quot;no&quot;"}},
        {"He spoke,\" No one pays\". They left.", {"\" No one pays\""}},
        {"He said \u201D no.", {}},
        // single
        {"He said \u2018no\u2019 and left.", {"s:\u2018no\u2019"}},
        {"He said 'no' and left.", {"s:'no'"}},
        {"The 'workers' rights' are new.", {"s:'workers' rights'"}},
        {"The \u2018workers\u2019 rights\u2019 are new.", {"s:\u2018workers\u2019 rights\u2019"}},
        {"He said 'I don't know' and left.", {"s:'I don't know'"}},
        // single twins: apostrophes
        {"The workers' rights don't change.", {}},
        {"The workers\u2019 rights don\u2019t change.", {}},
        {"In the \u201990s and the '80s they lost.", {}},
        {"Rock 'n' roll is for 'em.", {}},
        {"It is the states' and the cities' affair.", {}},
        {"He is 6' 2\" tall and left.", {}},
        {"It is the judges' 'no' that counts.", {"s:'no'"}},
        // nested
        {"\u201CHe said \u2018no\u2019 and left,\u201D she said.",
         {"\u201CHe said \u2018no\u2019 and left,\u201D", "s:\u2018no\u2019"}},
        {"\"He said 'no' and left,\" she said.", {"\"He said 'no' and left,\"", "s:'no'"}},
        {"\u201CHe said \u2018no.\u2019\u201D",
         {"\u201CHe said \u2018no.\u2019\u201D", "s:\u2018no.\u2019"}},
        {"'He said \"no\" and left,' she said.", {"s:'He said \"no\" and left,'", "\"no\""}},
        {"\u201CThe workers\u2019 day,\u201D he said, \u201Cis ours.\u201D",
         {"\u201CThe workers\u2019 day,\u201D", "\u201Cis ours.\u201D"}},
        // over paragraphs
        {"\u201CIt is late.\n\n\u201CWe go,\u201D he said.",
         {"o:\u201CIt is late.", "c:\u201CWe go,\u201D"}},
        {"\"It is late.\n\n\"It is cold.\n\n\"We go,\" he said.",
         {"o:\"It is late.", "oc:\"It is cold.", "c:\"We go,\""}},
        {"\u201CIt is late,\u201D he said.\n\n\u201CWe go,\u201D he said.",
         {"\u201CIt is late,\u201D", "\u201CWe go,\u201D"}},
        {"\u201CIt is late.\n\n[%%IMAGE1%%]\n\n\u201CWe go,\u201D he said.",
         {"o:\u201CIt is late.", "c:\u201CWe go,\u201D"}},
        {"\u2018It is late.\n\n\u2018We go,\u2019 he said.",
         {"so:\u2018It is late.", "sc:\u2018We go,\u2019"}},
        // not balanced
        {"He said \u201Cno and left.\n\nThey stayed.", {"o:\u201Cno and left."}},
        {"He said \u201Cno and \u201Cyes\u201D too.", {"o:\u201Cno and", "\u201Cyes\u201D"}},
        {"He said no\u201D and left.", {}},
        {"\u201CHe said \u2018no and left,\u201D she said.",
         {"\u201CHe said \u2018no and left,\u201D"}},
    };
    for (const Case& row : cases) {
        CAPTURE(row.text);
        CHECK(quotations(row.text) == row.expected);
    }
}

TEST_CASE("marks without a partner are told") {
    const auto first_message = [](std::string_view text) {
        const Document document = read_text(text);
        return document.diagnostics.empty() ? std::string() : document.diagnostics[0].message;
    };
    CHECK(first_message("He said no\u201D and left.") == "quotation mark without its partner");
    CHECK(first_message("He said \u201Cno and left.\n\nThey stayed.") == "quotation is not closed");
    CHECK(first_message("\u201CIt is late.\n\n\u201CWe go,\u201D he said.").empty());
    CHECK(first_message("He said \u201Cno\u201D and left.").empty());
}

TEST_CASE("many odd marks are counted, not listed") {
    std::string text;
    for (int i = 0; i < 50; ++i) text += "He said no\u201D and left. ";
    const Document document = read_text(text);
    REQUIRE(document.diagnostics.size() == 21);
    CHECK(document.diagnostics.back().message == "and 30 more such places");
}

TEST_CASE("paragraphs that are not read have no quotations") {
    const Document document = read_text(
        "Seoul answers. \u201CNo,\u201D it says.\n\nRelated stories\n\nTokyo says \u201Cno\u201D");
    CHECK(document.quotations.size() == 1);
}
