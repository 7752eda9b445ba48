// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/actor.hpp"
#include "lexicon/actor_registry.hpp"
#include "pipeline/reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

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
        {"The Centre for Harbours and Coasts rejects the plan.\n",
         "Centre for Harbours and Coasts"},
        {"The Coastal Farmers Union (CFU) met. The CFU rejects the plan.\n",
         "Coastal Farmers Union"},
        {"According to the Norway Herald, the plan is dead.\n", "Norway Herald"},
        {"The Norway Beacon said the plan is dead.\n", "Norway Beacon"},
        {"The Norway President Berg said the plan is dead.\n", "Berg"},
        // parties and their people
        {"Poland’s main opposition party rejects the plan.\n", "main opposition party (Poland)"},
        {"Republicans reject the plan.\n", "Republicans"},
        // titles, places and names behind a comma
        {"Circuit Court Judge Anna Berg rejects the plan.\n", "Anna Berg"},
        {"Secretary of State Anna Berg rejects the plan.\n", "Anna Berg"},
        {"Sen. Anna Berg of Maine rejects the plan.\n", "Anna Berg"},
        {"His wife, the painter Anna Berg, rejects the plan.\n", "Anna Berg"},
        // whose it is
        {"Anna Berg met farmers. Berg’s campaign rejects the plan.\n", "Anna Berg campaign"},
        {"Anna Berg met farmers. The Berg camp rejects the plan.\n", "Anna Berg campaign"},
        {"Anna Berg met farmers. Berg supporters reject the plan.\n", "Anna Berg supporters"},
        {"A report by the Coast Guard found that the plan is dead.\n", "Coast Guard"},
        {"A Reuters poll found that the plan is dead.\n", "Reuters"},
        // unnamed
        {"A senior Polish official said the plan is dead.\n", "senior Polish official"},
        {"Ten days ago a senior Polish official said the plan is dead.\n",
         "senior Polish official"},
        {"A spokeswoman for the Polish Ministry of Culture said the plan is dead.\n",
         "spokeswoman for the Ministry of Culture (Poland)"},
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
    const Actor& source = the_actor(r, r.statements[0].holders[0]);
    CHECK(source.kind == ActorKind::anonymous);
    CHECK(source.id == "src-" + r.document.id + "-1");
    CHECK(source.part_of == "pl-ministry-of-interior");
    CHECK(the_actor(r, source.part_of).part_of == "pl");
    CHECK(the_actor(r, "pl").name == "Poland");
}

TEST_CASE("the government is that of the state which the sentence names") {
    const auto target = [](const std::string& text) {
        const Reading r = reading(text);
        return r.statements.empty() ? std::string("none")
                                    : the_actor(r, r.statements[0].target).name;
    };
    const std::string news = "Sweden met Swedish bankers. Swedish banks closed in Stockholm.\n\n";
    CHECK(target(news + "Norway’s main opposition party criticized the government.\n") == "Norway");
    CHECK(target(news + "The main opposition party criticized the government.\n") == "Sweden");
}

TEST_CASE("some of a place are a group of this article, not the place") {
    struct Case {
        const char* text;
        const char* names;
    };
    const Case cases[] = {
        {"Some in Norway worry that the port will close.\n", "some in Norway"},
        {"Many in Parliament said the plan is dead.\n", "many in Parliament"},
        {"Several in the party said the plan is dead.\n", "several in the party"},
        {"Others in Berlin said the plan is dead.\n", "others in Berlin"},
        {"Those in the Danish cabinet said the plan is dead.\n", "those in the Danish cabinet"},
        {"Some Poles said the plan is dead.\n", "some Poles"},
        {"Several Norwegian farmers said the plan is dead.\n", "several Norwegian farmers"},
        {"Some Democrats oppose the plan.\n", "some Democrats"},
        {"Some of Chile’s allies oppose the plan.\n", "some of Chile’s allies"},
        {"Some in Norway and Chile worry that the port will close.\n", "some in Norway and Chile"},
        // twins
        {"Norway worries that the port will close.\n", "Norway"},
        {"Berlin said the plan is dead.\n", "Germany"},
        {"Poles said the plan is dead.\n", "Poles"},
        {"Norwegian farmers said the plan is dead.\n", "Norwegian farmers"},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.text));
        CHECK(who(c.text) == c.names);
    }
    const Reading r = reading("Some in Norway worry that the port will close.\n");
    REQUIRE(r.statements.size() == 1);
    const Actor& some = the_actor(r, r.statements[0].holders[0]);
    CHECK(some.kind == ActorKind::group);
    CHECK(some.part_of.empty());
    CHECK(some.id.ends_with("-in-" + r.document.id));
    CHECK(some.aliases.empty());
}

TEST_CASE("aliases are noun phrases, without when") {
    const auto aliases = [](const std::string& text) {
        const Reading r = reading(text);
        std::string all;
        for (const Statement& s : r.statements) {
            for (const std::string& alias : the_actor(r, s.holders[0]).aliases) all += alias + ";";
        }
        return all;
    };
    CHECK(aliases("Ten days ago a senior Polish official said the plan is dead.\n").empty());
    CHECK(aliases("Ten days ago Athens said the plan is dead.\n") == "Athens;");
    CHECK(aliases("Athens said the plan is dead.\n") == "Athens;");
}

TEST_CASE("whose it is does not hang on itself") {
    CHECK(who("The Harbour Board and its members said the plan is dead.\n") ==
          "Harbour Board + members");
    CHECK(who("Congress and its leaders met. Its members said the plan is dead.\n") == "members");
}

TEST_CASE("what refers back: pronouns, roles, bodies") {
    struct Case {
        const char* text;
        const char* names;
    };
    const Case cases[] = {
        // The nearest fitting subject, not the nearest name; not the other sex.
        {"Anna Berg met Ole Dahl. She said the plan is dead.\n", "Anna Berg"},
        {"Anna Berg met Ole Dahl. He said the plan is dead.\n", "Ole Dahl"},
        {"Mr. Berg met Anna Lund. He said the plan is dead.\n", "Berg"},
        {"Berlin met farmers. It said the plan is dead.\n", "Germany"},
        {"Farmers met. They said the plan is dead.\n", "farmers"},
        {"Anna Berg, who said the plan is dead, met farmers.\n", "Anna Berg"},
        {"Sen. Anna Berg met farmers. The senator said the plan is dead.\n", "Anna Berg"},
        // A role that is the subject of an earlier sentence of the paragraph; no thing or body.
        {"A spokesman for the Chilean Ministry of Culture said the gate is shut.\n\nNorway’s "
         "deputy "
         "harbour minister softened his tone. Oslo was ready to wait, he said. “The road is wet,” "
         "he "
         "said.\n",
         "spokesman for the Ministry of Culture (Chile); Norway's deputy harbour minister; "
         "Norway's deputy harbour minister"},
        {"A spokesman for the Chilean Ministry of Culture said the gate is shut.\n\nThe plan "
         "softened "
         "its tone. The road is wet, he said.\n",
         "spokesman for the Ministry of Culture (Chile); spokesman for the Ministry of Culture "
         "(Chile)"},
        {"A spokesman for the Chilean Ministry of Culture said the gate is shut.\n\nThe Harbour "
         "Board "
         "softened its tone. The road is wet, he said.\n",
         "spokesman for the Ministry of Culture (Chile); spokesman for the Ministry of Culture "
         "(Chile)"},
        {"A spokeswoman for the Harbour Board arrived. Ole Dahl met farmers. She said the plan is "
         "dead.\n",
         "spokeswoman for the Harbour Board"},
        {"Polish President Anna Berg met farmers. The Polish leader said the plan is dead.\n",
         "Anna Berg"},
        {"Polish President Anna Berg met farmers. The Danish leader said the plan is dead.\n",
         "Danish leader"},
        {"A Polish diplomat said the president was considering a visit. He opposes the plan.\n",
         "Polish diplomat; president (Poland); Polish diplomat"},
        // Who speaks of an office-holder is not he, unless he bears the office.
        {"A Polish official said the president was considering a visit.\n",
         "Polish official; president (Poland)"},
        {"A Danish official said the president was considering a visit.\n",
         "Danish official; president"},
        {"An Emirati official said the president was considering a visit.\n",
         "Emirati official; president (United Arab Emirates)"},
        {"A Barbadian official said the president was considering a visit.\n",
         "Barbadian official; president (Barbados)"},
        {"An official of the Polish Farmers Union said the president was considering a visit.\n",
         "official of the Polish Farmers Union; president"},
        {"Ole Dahl, an aide, said the president was considering a visit.\n", "Ole Dahl; president"},
        {"President Anna Berg met farmers. Berg said the president was considering a visit.\n",
         "Anna Berg; Anna Berg"},
        {"President Anna Berg met farmers. A Polish official said the president was considering a "
         "visit.\n",
         "Polish official; Anna Berg"},
        {"President Anna Berg met Prime Minister Ole Dahl. The president said the plan is dead.\n",
         "Anna Berg"},
        {"Polish President Anna Berg met French President Jean Moreau. The French president said "
         "the plan is dead.\n",
         "Jean Moreau"},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.text));
        CHECK(who(c.text) == c.names);
    }
}

TEST_CASE(
    "an unnamed source belongs to the ministry named last, also where it is only 'ministry'") {
    const Reading r = reading(
        "The Polish Ministry of Culture met farmers. A ministry spokesman said the gate is "
        "shut.\n");
    REQUIRE(r.statements.size() == 1);
    const Actor& spokesman = the_actor(r, r.statements[0].holders[0]);
    CHECK(spokesman.kind == ActorKind::anonymous);
    CHECK(spokesman.represents == "pl-ministry-of-culture");
    CHECK(the_actor(r, "pl-ministry-of-culture").part_of == "pl");
}

TEST_CASE("a surname alone says who in its article only; of two bearers it is neither") {
    const Reading one = reading("Mr. Berg said the gate is shut.\n");
    const Reading other = reading("Mr. Berg said the gate is open.\n");
    CHECK(one.statements[0].holders != other.statements[0].holders);
    const Reading full = reading("Anna Berg said the gate is shut.\n");
    const Reading again = reading("Anna Berg said the gate is open.\n");
    CHECK(full.statements[0].holders == again.statements[0].holders);
    CHECK(reading("It is said that the gate is shut.\n").actors.size() <= 1);

    const Reading two = reading("Jan Nowak met Piotr Nowak. Nowak said the gate is shut.\n");
    REQUIRE(two.statements.size() == 1);
    CHECK(holders(two, two.statements[0]) == "Nowak");
    REQUIRE(two.document.diagnostics.size() == 1);
    CHECK(
        two.document.diagnostics[0].message ==
        "'Nowak' may be each of several people of this name in the article; it is kept apart from "
        "them.");
    // A title that only one can bear decides.
    CHECK(who("Jan Nowak met Maria Nowak. Mrs. Nowak said the gate is shut.\n") == "Maria Nowak");
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

TEST_CASE("groups without a name are those of their article, peoples and parties are everybody's") {
    struct Case {
        const char* who;
        bool shared;
    };
    const Case cases[] = {{"Critics", false},    {"Many farmers", false}, {"A new poll", false},
                          {"Republicans", true}, {"Greeks", true},        {"Polish farmers", true},
                          {"The public", true}};
    for (const Case& c : cases) {
        CAPTURE(std::string(c.who));
        const Reading one = reading(std::string(c.who) + " said the tax is unfair.\n");
        const Reading other = reading(std::string(c.who) + " said the road is unsafe.\n");
        REQUIRE(one.statements.size() == 1);
        REQUIRE(other.statements.size() == 1);
        CHECK((one.statements[0].holders == other.statements[0].holders) == c.shared);
    }
    // In one article they are one.
    const Reading twice = reading(
        "Critics said the tax is unfair. The mayor left. Critics also said the road is unsafe.\n");
    REQUIRE(twice.statements.size() == 2);
    CHECK(twice.statements[0].holders == twice.statements[1].holders);
}

TEST_CASE("whom a spokeswoman speaks for, where it stands before") {
    struct Case {
        const char* text;
        const char* represents;  ///< the name; empty: nobody that is known
    };
    const Case cases[] = {
        {"The Labour Party met in Leeds. The spokeswoman for the party said the tax is unfair.\n",
         "Labour Party (United Kingdom)"},
        {"The Labour Party met in Leeds. The party’s spokeswoman said the tax is unfair.\n",
         "Labour Party (United Kingdom)"},
        {"Exxon Mobil met the Coast Workers Union. A spokesman for the company said the tax is "
         "unfair.\n",
         "Exxon Mobil"},
        {"Exxon Mobil met the Coast Workers Union. A spokesman for the union said the tax is "
         "unfair.\n",
         "Coast Workers Union"},
        {"Poland’s main opposition party met. The spokeswoman for the party said the tax is "
         "unfair.\n",
         "main opposition party (Poland)"},
        // No party, no company was named.
        {"The harbour is old. The spokeswoman for the party said the tax is unfair.\n", ""},
        {"The Coast Workers Union met. A spokesman for the company said the tax is unfair.\n", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.text));
        const Reading r = reading(c.text);
        REQUIRE(r.statements.size() == 1);
        const Actor& holder = the_actor(r, r.statements[0].holders[0]);
        CHECK(holder.kind == ActorKind::anonymous);
        CHECK(the_actor(r, holder.represents).name == c.represents);
    }
}

TEST_CASE("several at once: lists, both, one group of two states") {
    struct Case {
        const char* text;
        const char* names;
    };
    const Case cases[] = {
        {"The European Union, NATO and the United Nations condemned the attack.\n",
         "European Union + NATO + United Nations"},
        {"Sanders and Warren support the bill.\n", "Sanders + Warren"},
        {"Anna Berg and Ole Dahl support the bill. Both senators said it must pass.\n",
         "Anna Berg + Ole Dahl; Anna Berg + Ole Dahl"},
        {"Foreign ministers of France and Germany rejected the plan.\n",
         "foreign ministers of France and Germany"},
        // Nobody spoke together before; a group and a person are two.
        {"Anna Berg supports the bill. Both senators said it must pass.\n", "Anna Berg; senators"},
        {"The ministers of France and Anna Berg rejected the plan.\n",
         "Anna Berg + ministers of France"},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.text));
        CHECK(who(c.text) == c.names);
    }
}

TEST_CASE("who holds where the verb is in the perfect, and whose role stands before a comma") {
    CHECK(who("Japan is calm. The government in Tokyo has asked for talks.\n") == "Japan");
    // In the passive nobody does.
    CHECK(who("The gate was shut. It has been called unsafe.\n") == "unknown");
    CHECK(
        who("The Prime Minister of Norway, Lena Holm, said the tax is unfair. The Norwegian prime "
            "minister also rejects the treaty.\n") == "Lena Holm; Lena Holm");
    // Another state's is somebody else.
    CHECK(who("The Prime Minister of Norway, Lena Holm, said the tax is unfair. The Polish prime "
              "minister also rejects the treaty.\n") == "Lena Holm; Polish prime minister");
}

TEST_CASE("the name of an unnamed source gives its state once") {
    CHECK(who("A spokesman for the Polish Ministry of Culture said the tax is unfair.\n") ==
          "spokesman for the Ministry of Culture (Poland)");
}

TEST_CASE("targets are people and bodies, not things") {
    const auto target = [](const std::string& text) {
        const Reading r = reading(text);
        REQUIRE(r.statements.size() == 1);
        return the_actor(r, r.statements[0].target).name;
    };
    CHECK(target("Anna Berg criticized Ole Dahl.\n") == "Ole Dahl");
    CHECK(target("Anna Berg criticized the decision.\n").empty());
}

TEST_CASE("a body again is one that may be called so") {
    CHECK(who("Greenpeace met in Oslo. The group rejects the plan.\n") == "Greenpeace");
    CHECK(who("The Polish Ministry of Trade rejects the plan. The ministry wants talks.\n") ==
          "Ministry of Trade (Poland); Ministry of Trade (Poland)");
    // A ministry is no union, a union no country.
    CHECK(who("The Polish Ministry of Trade rejects the plan. The union wants talks.\n") ==
          "Ministry of Trade (Poland); union");
    CHECK(who("The Coast Workers Union rejects the plan. The country wants talks.\n") ==
          "Coast Workers Union; country");
}

TEST_CASE("names that were learned part people from places and companies") {
    struct Case {
        const char* text;
        const char* names;
        ActorKind kind;
    };
    const Case cases[] = {
        {"Morgan Stanley said the tax is unfair.\n", "Morgan Stanley", ActorKind::organisation},
        {"Exxon Mobil opposes the tax. The company said it is unfair.\n",
         "Exxon Mobil; Exxon Mobil", ActorKind::organisation},
        {"United Coast Workers Secretary-Treasurer Anna Berg said the tax is unfair.\n",
         "Anna Berg", ActorKind::person},
        {"Anna Berg flew to San Antonio. A painter spoke in Las Vegas. She said the tax is "
         "unfair.\n",
         "Anna Berg", ActorKind::person},
        {"San Antonio was quiet. He said the tax is unfair.\n", "unknown", ActorKind::unknown},
        // Twins: people whose names look like them.
        {"Stanley Morgan said the tax is unfair.\n", "Stanley Morgan", ActorKind::person},
        {"Antonio San Roman was quiet. He said the tax is unfair.\n", "Antonio San Roman",
         ActorKind::person},
        {"Joseph Berg Jr. said the tax is unfair.\n", "Joseph Berg Jr.", ActorKind::person},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.text));
        CHECK(who(c.text) == c.names);
        const Reading r = reading(c.text);
        REQUIRE(!r.statements.empty());
        CHECK(the_actor(r, r.statements[0].holders[0]).kind == c.kind);
    }
}

TEST_CASE("a registry of the user's own is read with") {
    const Document document =
        text::read(text::plain_article("The Cove rejects the plan.\n", "test", "test.txt"));
    const auto& tokens = document.tokens;
    const std::vector<Attribution> attributions = {{{{tokens[0].span.begin, tokens[1].span.end}},
                                                    {tokens[2].span},
                                                    {{tokens[3].span.begin, tokens[4].span.end}},
                                                    {},
                                                    1}};
    lexicon::ActorRegistry registry = lexicon::ActorRegistry::built_in();
    registry.add("cove\tCove Council\tlegislature\tpl\t\tthe Cove\n", "my.tsv");
    draft::Draft draft(document, registry);
    draft::begin_statements(attributions, draft);
    actor::resolve_actors(draft);
    const Actor& holder = draft.actors[draft.statements[0].roles.holders[0]];
    CHECK(holder.id == "cove");
    CHECK(holder.name == "Cove Council");
    CHECK(holder.part_of == "pl");
}

TEST_CASE("whose it is, and whose that one is, ends somewhere") {
    std::string text = "Farmers oppose it.\n\n";
    for (int i = 0; i < 100; ++i) text += "Their leaders say their parents oppose them. ";
    std::size_t longest = 0;
    for (const Actor& actor : reading(text).actors) longest = std::max(longest, actor.name.size());
    CHECK(longest > 20);
    CHECK(longest < 300);
}
