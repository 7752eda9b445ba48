#include "extract/reading.hpp"

#include <doctest/doctest.h>

using namespace demarche;
using namespace demarche::test;

namespace {

/// The names of the holders of all statements of a text, in text order.
std::string who(const std::string& text) {
    const Reading r = reading(text);
    std::string names;
    for (const Statement& s : r.statements) names += (names.empty() ? "" : "; ") + holders(r, s);
    return names;
}

}  // namespace

TEST_CASE("sources: from the words of the article to a name") {
    struct Case {
        const char* text;
        const char* names;
    };
    const Case cases[] = {
        // states
        {"Seoul rejects the plan.\n", "South Korea"},
        {"S. Korea rejects the plan.\n", "South Korea"},
        {"The U.S. rejects the plan.\n", "United States"},
        {"The Kremlin rejects the plan.\n", "Russia"},
        {"The Polish government rejects the plan.\n", "Poland"},
        {"Poland’s government rejects the plan.\n", "Poland"},
        {"Poles reject the plan.\n", "Poles"},
        // public bodies
        {"The Polish Ministry of Culture rejects the plan.\n", "Ministry of Culture (Poland)"},
        {"Poland’s foreign ministry rejects the plan.\n", "Ministry of Foreign Affairs (Poland)"},
        {"The State Department rejects the plan.\n", "Department of State (United States)"},
        {"The Pentagon rejects the plan.\n", "Department of Defense (United States)"},
        {"The Foreign Office rejects the plan.\n", "Foreign Office (United Kingdom)"},
        // people
        {"Prime Minister Anna Berg met farmers. Berg rejects the plan.\n", "Anna Berg"},
        {"Foreign Minister Anna Berg said she rejects the plan.\n", "Anna Berg"},
        {"Anna Berg, the harbour chairwoman, rejects the plan.\n", "Anna Berg"},
        {"Anna Berg, the harbour chairwoman, met farmers. The chairwoman rejects the plan.\n",
         "Anna Berg"},
        {"Anna Berg and Ole Dahl reject the plan.\n", "Anna Berg + Ole Dahl"},
        // organisations
        {"The Coastal Farmers Union rejects the plan.\n", "Coastal Farmers Union"},
        {"According to Amnesty International, the plan is cruel.\n", "Amnesty International"},
        // unnamed
        {"A senior Polish official said the plan is dead.\n", "senior Polish official"},
        {"A spokeswoman for the Polish Ministry of Culture said the plan is dead.\n",
         "spokeswoman for the Polish Ministry of Culture (Poland)"},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.text));
        CHECK(who(c.text) == c.names);
    }
}

TEST_CASE("unnamed sources: 'the same source' is one, 'another source' is not") {
    const Reading r = reading(
        "A source in the Polish Ministry of Interior said the gate is shut. Another source in the "
        "Polish Ministry of Interior said the gate is open. The same source said the road is "
        "wet.\n");
    REQUIRE(r.statements.size() == 3);
    CHECK(r.statements[0].holders != r.statements[1].holders);
    CHECK(r.statements[1].holders == r.statements[2].holders);
    const Actor& source = actor(r, r.statements[0].holders[0]);
    CHECK(source.kind == ActorKind::anonymous);
    CHECK(source.id == "src-" + r.document.id + "-1");
    CHECK(source.part_of == "pl-ministry-of-interior");
    CHECK(actor(r, source.part_of).part_of == "pl");
    CHECK(actor(r, "pl").name == "Poland");
}

TEST_CASE("we: inside a quotation the speaker's side, in the article's own voice its author") {
    CHECK(who("“We have asked Berlin to wait,” a senior Polish official said.\n") ==
          "senior Polish official; Poland");
    CHECK(who("We believe that the tax is unfair.\n") == "the author");
}

TEST_CASE("twins that must stay apart") {
    // Two men of one surname.
    const Reading two = reading(
        "Jan Nowak met Piotr Nowak. Jan Nowak rejects the plan. Piotr Nowak rejects the plan.\n");
    REQUIRE(two.statements.size() == 2);
    CHECK(two.statements[0].holders != two.statements[1].holders);
    // The ministry of another state.
    CHECK(who("The Czech Ministry of Culture rejects the plan.\n") !=
          who("The Polish Ministry of Culture rejects the plan.\n"));
    // "us" is no state.
    CHECK(who("It rejects us.\n") == "unknown");
    // Sources of two documents never share an id.
    const Reading one = reading("A senior official said the gate is shut.\n");
    const Reading other = reading("A senior official said the gate is open.\n");
    CHECK(one.statements[0].holders != other.statements[0].holders);
}

TEST_CASE("addressee: who is told, asked, warned") {
    struct Case {
        const char* text;
        const char* name;  ///< empty: none
    };
    const Case cases[] = {
        {"Warsaw told Berlin that the gate is shut.\n", "Germany"},
        {"Warsaw urged the Estonian parliament to vote.\n", "Parliament (Estonia)"},
        {"Warsaw said the gate is shut.\n", ""},
        {"Anna Berg told reporters that the gate is shut.\n", "reporters"},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.text));
        const Reading r = reading(c.text);
        REQUIRE(r.statements.size() == 1);
        CHECK(actor(r, r.statements[0].addressee).name == c.name);
    }
}
