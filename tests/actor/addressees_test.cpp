// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "pipeline/reading.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;
using namespace demarche::test;

namespace {

/// "Anna Berg > Reuters" of every statement, in text order; nothing behind ">" where nobody is
/// told.
std::string told(const std::string& text) {
    const Reading r = reading(text);
    std::string all;
    for (const Statement& s : r.statements) {
        all += (all.empty() ? "" : "; ") + holders(r, s) + " > " + the_actor(r, s.addressee).name;
    }
    return all;
}

struct Case {
    const char* text;
    const char* told;
};

void check(const Case& c) {
    CAPTURE(std::string(c.text));
    CHECK(told(c.text) == c.told);
}

}  // namespace

TEST_CASE("listeners: who is told, asked, warned") {
    const Case cases[] = {
        {"Warsaw told Berlin that the gate is shut.\n", "Poland > Germany"},
        {"Warsaw urged the Estonian parliament to vote.\n", "Poland > Parliament (Estonia)"},
        {"Warsaw said the gate is shut.\n", "Poland > "},
        {"Anna Berg told reporters that the gate is shut.\n", "Anna Berg > reporters"},
        {"Anna Berg called on Congress to vote.\n", "Anna Berg > United States Congress"},
        {"Anna Berg told me that the gate is shut.\n", "Anna Berg > the author"},
        // Nobody is told: a thing, a day, oneself.
        {"Anna Berg warned of a long winter.\n", "Anna Berg > "},
        {"Anna Berg promised reform.\n", "Anna Berg > "},
        {"Anna Berg said Monday that the gate is shut.\n", "Anna Berg > "},
    };
    for (const Case& c : cases) check(c);
}

TEST_CASE("listeners: who is asked to act") {
    const Case cases[] = {
        {"Anna Berg called for Warsaw to open the gate.\n", "Anna Berg > Poland"},
        {"Anna Berg is calling for farmers to open the gate.\n", "Anna Berg > farmers"},
        // What is called for is no listener.
        {"Anna Berg called for peace in Warsaw.\n", "Anna Berg > "},
        {"Anna Berg called for Polish reforms.\n", "Anna Berg > "},
    };
    for (const Case& c : cases) check(c);
}

TEST_CASE("listeners: who is asked, where the text does not say by whom") {
    const Case cases[] = {
        {"Asked whether the gate is shut, Anna Berg said it was open.\n",
         "unknown > Anna Berg; Anna Berg > "},
        {"Anna Berg was asked whether the gate is shut.\n", "unknown > Anna Berg"},
        {"Asked by Ole Dahl whether the gate is shut, Anna Berg said it was open.\n",
         "Ole Dahl > Anna Berg; Anna Berg > Ole Dahl"},
        // Who asks is not asked.
        {"Anna Berg asked whether the gate is shut.\n", "Anna Berg > "},
    };
    for (const Case& c : cases) check(c);
}

TEST_CASE("listeners: who replies, replies to the one before") {
    const Case cases[] = {
        {"“Is the gate shut?” Ole Dahl asked. “It is open,” Anna Berg replied.\n",
         "Ole Dahl > ; Anna Berg > Ole Dahl"},
        {"“Is the gate shut?” Ole Dahl asked. “It is open,” Anna Berg said.\n",
         "Ole Dahl > ; Anna Berg > "},
    };
    for (const Case& c : cases) check(c);
}

TEST_CASE("listeners: interviews, letters and speeches in the same sentence") {
    const Case cases[] = {
        {"In a letter to Congress, Anna Berg said the gate is shut.\n",
         "Anna Berg > United States Congress"},
        {"Anna Berg said in an interview with Reuters that the gate is shut.\n",
         "Anna Berg > Reuters"},
        {"Anna Berg said in an interview late Monday with Reuters that the gate is shut.\n",
         "Anna Berg > Reuters"},
        {"In a recent Fox News interview, Anna Berg said the gate is shut.\n",
         "Anna Berg > Fox News"},
        {"“The gate is shut,” Anna Berg said Sunday on NBC’s “Harbour Hour.”\n", "Anna Berg > NBC"},
        {"“The gate is shut,” Anna Berg said on The Ole Dahl Show.\n", "Anna Berg > Ole Dahl"},
        {"Anna Berg told CBS’ Face of the Harbour that the gate is shut.\n", "Anna Berg > CBS"},
        {"Ole Dahl spoke. Anna Berg told CBS’ Ole Dahl that the gate is shut.\n",
         "Anna Berg > Ole Dahl"},
        {"“The gate is shut,” Anna Berg said in a speech at the Harbour Workers Union.\n",
         "Anna Berg > Harbour Workers Union"},
        // Somebody else's interview, a speech in a town, a show of no host.
        {"Anna Berg said the Fox News interview was long.\n", "Anna Berg > "},
        {"“The gate is shut,” Anna Berg said in a speech at Gdansk.\n", "Anna Berg > "},
        {"“The gate is shut,” Anna Berg said on The Harbour Show.\n", "Anna Berg > "},
    };
    for (const Case& c : cases) check(c);
}

TEST_CASE("listeners: crowds are those of a place and of this article") {
    const Case cases[] = {
        {"Anna Berg told a cheering crowd in Gdansk that the gate is shut.\n",
         "Anna Berg > cheering crowd in Gdansk"},
        {"“The gate is shut,” Anna Berg said at a campaign rally in Green Cove, Maine.\n",
         "Anna Berg > rally audience in Green Cove, Maine"},
        {"Anna Berg told supporters that the gate is shut.\n",
         "Anna Berg > Anna Berg's supporters"},
        // A rally that is spoken of.
        {"Anna Berg said the rally in Gdansk was loud.\n", "Anna Berg > "},
    };
    for (const Case& c : cases) check(c);
    const auto crowd = [](const std::string& ending) {
        const Reading r = reading("Anna Berg told a crowd that the gate is shut" + ending);
        REQUIRE(r.statements.size() == 1);
        return r.statements[0].addressee;
    };
    CHECK(crowd(".\n") != crowd(" again.\n"));
}

TEST_CASE("listeners: somebody spoken to by name") {
    const Case cases[] = {
        {"Ole Dahl shut the gate. “Well, Ole, the gate is too small,” Anna Berg said.\n",
         "Anna Berg > Ole Dahl"},
        // The name is the subject, or nobody's in the article.
        {"Ole Dahl shut the gate. “Well, Ole shut the gate,” Anna Berg said.\n", "Anna Berg > "},
        {"“Well, Ole, the gate is too small,” Anna Berg said.\n", "Anna Berg > "},
    };
    for (const Case& c : cases) check(c);
}

TEST_CASE("listeners: what is said next is said to the same one") {
    const Case cases[] = {
        {"“The gate is shut,” Anna Berg told Reuters. “The road is wet,” she said. “The road is "
         "dry,” "
         "Ole Dahl said.\n",
         "Anna Berg > Reuters; Anna Berg > Reuters; Ole Dahl > "},
        // Once the talk began, whoever talks to one listener is quoted from it.
        {"“The road is wet,” Anna Berg said.\n\nAnna Berg told Reuters that the gate is shut.\n\n"
         "“The road is dry,” Ole Dahl said.\n\nThe harbour is old.\n\n“The sea is cold,” Berg "
         "said.\n",
         "Anna Berg > ; Anna Berg > Reuters; Ole Dahl > ; Anna Berg > Reuters"},
        {"Anna Berg told Reuters that the gate is shut.\n\nBerg told NBC that the road is wet.\n\n"
         "“The road is dry,” Ole Dahl said.\n\nThe harbour is old.\n\n“The sea is cold,” Berg "
         "said.\n",
         "Anna Berg > Reuters; Anna Berg > NBC; Ole Dahl > ; Anna Berg > "},
    };
    for (const Case& c : cases) check(c);
}
