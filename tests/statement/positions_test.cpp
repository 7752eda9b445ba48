// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "pipeline/reading.hpp"

#include <doctest/doctest.h>

using namespace demarche;
using namespace demarche::test;

namespace {

struct Case {
    const char* name;
    const char* text;
    const char* expected;  ///< a line that must come out
};

struct Twin {
    const char* name;
    const char* text;
    const char* forbidden;  ///< a line that must not
};

}  // namespace

TEST_CASE("a state asks, acknowledges and defers in whatever words it is told") {
    const Case cases[] = {
        {"seeks input", "Warsaw seeks a say in the Franco-German border accord.\n",
         "Poland | requests"},
        {"has asked for, by the government",
         "A senior Polish official said on Monday that the government has asked for its view on "
         "the "
         "river ports to be written into the border accord.\n",
         "Poland | requests"},
        {"understood, told by an official",
         "A senior Polish official said that Berlin had said it “understood.”\n",
         "Germany | acknowledges"},
        {"a matter for a ministry",
         "Polish truckers wait at the border. A source in the Ministry of Interior said it was a "
         "matter for the Ministry of Finance to decide.\n",
         "source in the Ministry of Interior (Poland) | defers | Ministry of Finance (Poland)"},
        {"up to somebody",
         "The Chilean foreign minister said it was up to Congress to settle the fishing dispute.\n",
         "Chilean foreign minister | defers | United States Congress"},
        {"needs to be, in quotation marks",
         "Oslo says, “The quota needs to be shared between both fleets”\n", "Norway | demands"},
        {"must", "The Kenyan government said that the dam must be inspected first.\n",
         "Kenya | demands"},
        {"would not oppose", "Lisbon would not openly oppose the fishing ban.\n",
         "Portugal | not opposes"},
        {"first person", "“We will rebuild the harbour,” the Greek government said.\n",
         "Greece | commits"},
        {"declines to comment", "Ottawa declined to comment on the tariff plan.\n",
         "Canada | withholds"},
        {"criticises", "Ankara criticized Athens over the islands.\n",
         "Turkey | criticizes | Greece"},
        {"never said", "Lisbon never said that the ban is legal.\n", "Portugal | not states"},
        {"refuses", "Vienna refused to sign the rail treaty.\n", "Austria | refuses"},
        {"promises", "Madrid promised to reopen the tunnel.\n", "Spain | commits"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto found = lines(reading(c.text));
        CAPTURE(joined(found));
        CHECK(has(found, c.expected));
    }
}

TEST_CASE("the twins that say something else yield nothing of the kind") {
    const Twin twins[] = {
        {"a place, not a government", "Trams in Warsaw seek new drivers every summer.\n",
         "Poland | requests"},
        {"the neighbour's government",
         "A senior Polish official said on Monday that the Czech government has asked for more "
         "time.\n",
         "Poland | requests"},
        {"understood by nobody",
         "A senior Polish official said that Berlin had an understood duty to help.\n",
         "Germany | acknowledges"},
        {"a matter of fact", "A source in the Ministry of Interior said it was a matter of days.\n",
         "source in the Ministry of Interior | defers"},
        {"not for them to decide",
         "Polish truckers wait. A source in the Ministry of Interior said it was not a matter for "
         "the Ministry of Finance to decide.\n",
         "source in the Ministry of Interior (Poland) | defers | Ministry of Finance (Poland)"},
        {"if it must", "The Kenyan government said that it knows who must inspect the dam.\n",
         "Kenya | demands"},
        {"plain opposition", "Lisbon openly opposes the fishing ban.\n", "Portugal | not opposes"},
        {"a will that is a noun", "The Greek government said the will was read.\n",
         "Greece | commits"},
    };
    for (const Twin& t : twins) {
        CAPTURE(t.name);
        const auto found = lines(reading(t.text));
        CAPTURE(joined(found));
        CHECK_FALSE(has(found, t.forbidden));
    }
}

TEST_CASE("text without anybody's position yields no statement") {
    const char* texts[] = {
        "", "\n\n", "The bridge is 300 metres long and has four lanes.\n",
        "Rain fell over the valley all night, and the river rose.\n",
        "The plans of the ministry and the claims of the farmers fill two shelves.\n"};
    for (const char* text : texts) {
        CAPTURE(text);
        const Reading r = reading(text);
        CHECK(r.statements.empty());
        CHECK(r.actors.empty());
        CHECK(r.positions.empty());
        CHECK(r.issues.empty());
    }
}

TEST_CASE("an act that is left open is nobody's act yet, and its twin is one") {
    const auto factualities = [](const char* text) {
        std::string all;
        for (const Statement& s : reading(text).statements) {
            if (s.relation == Relation::plans) all += std::string(name(s.factuality)) + ";";
        }
        return all;
    };
    const std::string open = factualities(
        "It remains unclear to what extent Riga plans to close the border crossing.\n");
    CHECK(open.find("actual") == std::string::npos);
    CHECK(factualities("Riga plans to close the border crossing.\n") == "actual;");
}

TEST_CASE("reported_by: the outer statement's id, and it comes first") {
    const Reading r = reading(
        "A senior Polish official said that Warsaw had told Berlin the clause must stay, and that "
        "Berlin had said it “understood.”\n");
    REQUIRE(r.statements.size() == 3);
    CHECK(r.statements[0].reported_by.empty());
    CHECK(r.statements[1].reported_by == r.statements[0].id);
    CHECK(r.statements[2].reported_by == r.statements[0].id);
    CHECK(the_actor(r, r.statements[1].addressee).name == "Germany");
    CHECK(holders(r, r.statements[1]) == "Poland");
    CHECK(holders(r, r.statements[2]) == "Germany");
}

TEST_CASE("evidence: the words at the offsets, with 32 code points around them") {
    const std::string text =
        "Zażółć gęślą jaźń. Warsaw, Łódź’s rival, waited. Berlin rejects the tram treaty of Łódź "
        "without any reason known to the town.\n";
    const Reading r = reading(text);
    REQUIRE(r.statements.size() == 1);
    const Statement& s = r.statements.front();
    REQUIRE(s.content.size() == 1);
    CHECK(s.content[0].exact.starts_with("the tram treaty of Łódź"));
    CHECK(s.cue[0].exact == "rejects");
    CHECK(s.cue[0].prefix == "w, Łódź’s rival, waited. Berlin ");
    CHECK(s.cue[0].begin - s.source[0].begin == 7);
    CHECK(s.source[0].exact == "Berlin");
    CHECK(s.confidence > 0);
    CHECK(s.confidence < 1);
    CHECK_FALSE(s.direct_quote);
}

TEST_CASE("labels: no complementiser, no quotation marks, names for pronouns, 14 words at most") {
    const Case cases[] = {
        {"its", "Oslo wants its fleet to fish there.\n", "Norway's fleet to fish there"},
        {"that", "Oslo said that “the quota” is unfair.\n", "the quota is unfair"},
        {"his", "Jan Nowak runs the port. Nowak said his plan is fair.\n",
         "Jan Nowak's plan is fair"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Reading r = reading(c.text);
        REQUIRE(r.statements.size() == 1);
        CHECK(label(r, r.statements[0]) == c.expected);
    }
    const Reading r = reading(
        "Oslo said the quota is unfair to the small boats of the north, which have fished these "
        "waters for as long as anyone alive there can remember and longer.\n");
    REQUIRE(r.statements.size() == 1);
    CHECK(label(r, r.statements[0]) == "the quota is unfair to the small boats of the north");
}

TEST_CASE(
    "we and our, quoted from one who reports another, are the first one's; in marks of their own "
    "the other's") {
    const auto of_spain = [](const char* text) {
        const Reading r = reading(text);
        for (const Statement& s : r.statements) {
            if (holders(r, s) == "Spain") return label(r, s);
        }
        return std::string("none");
    };
    CHECK(of_spain(
              "“Madrid said that it respects our position,” the Portuguese government said.\n") ==
          "Spain respects Portugal's position");
    CHECK(
        of_spain("“Madrid said that ‘our position is clear’,” the Portuguese government said.\n") ==
        "Spain's position is clear");
}

TEST_CASE("we of a ministry's spokesman is his state, and what one cannot do is no guess") {
    const Reading r =
        reading("“We cannot support the ban,” a spokesman for the Greek Foreign Ministry said.\n");
    const auto inner =
        std::find_if(r.statements.begin(), r.statements.end(), [](const Statement& s) {
            return s.relation == Relation::supports && s.polarity == Polarity::negated;
        });
    REQUIRE(inner != r.statements.end());
    CHECK(inner->factuality == Factuality::actual);
    const Reading might = reading("Oslo could support the ban.\n");
    REQUIRE(!might.statements.empty());
    for (const Statement& s : might.statements) CHECK(s.factuality == Factuality::hypothetical);
    const Reading ours = reading(
        "“The ban harms our fishermen,” a spokesman for the Greek Foreign Ministry said.\n");
    REQUIRE(!ours.statements.empty());
    CHECK(label(ours, ours.statements.front()) == "the ban harms Greece's fishermen");
}

TEST_CASE("who speaks for his own side states its position, who reports another does not") {
    const auto told = [](const char* text) {
        const Reading r = reading(text);
        for (const Statement& s : r.statements) {
            if (s.reported_by.empty()) return label(r, s);
        }
        return std::string("none");
    };
    CHECK(told("A senior Polish official said that Poland supports the fishing quota of the "
               "Baltic.\n") == "the fishing quota of the Baltic");
    CHECK(told("A senior Polish official said that Norway supports the fishing quota of the "
               "Baltic.\n") == "Norway supports the fishing quota of the Baltic");
    CHECK(told("Poland’s main opposition party met in Gdansk. A spokesman for the party said that "
               "Poland supports "
               "the fishing quota of the Baltic.\n") ==
          "Poland supports the fishing quota of the Baltic");
    // What is denied is to have agreed, not to sell.
    CHECK(told("The Polish government denied that Poland had agreed to sell the harbours of the "
               "coast.\n") == "Poland had agreed to sell the harbours of the coast");
}

TEST_CASE("issues: what an article says again, shared by the statements that say it") {
    const Reading r = reading(
        "Oslo opposes the deep-sea mining licence for the north.\n\n"
        "London supports the deep-sea mining licence for the north.\n\n"
        "Rome wants cheaper ferries.\n");
    REQUIRE(r.statements.size() == 3);
    REQUIRE(r.issues.size() == 1);
    CHECK(r.issues[0].label == "deep-sea mining licence");
    // One position, two attitudes to it.
    CHECK(r.statements[0].position == r.statements[1].position);
    CHECK(r.statements[0].stance == -1);
    CHECK(r.statements[1].stance == 1);
}

TEST_CASE("the same article gives the same ids, and statements stand in text order") {
    const std::string text =
        "Oslo opposes the licence. “We will sue,” the Danish government said. Rome backs it.\n";
    const Reading a = reading(text);
    const Reading b = reading(text);
    CHECK(a.statements == b.statements);
    CHECK(a.actors == b.actors);
    std::size_t last = 0;
    for (const Statement& s : a.statements) {
        CHECK(s.cue[0].begin >= last);
        last = s.cue[0].begin;
    }
}

TEST_CASE("what is denied, disbelieved or set as a condition did not happen; its twin did") {
    struct Case {
        const char* text;
        const char* twin;
        const char* holder;  ///< of the statement inside
    };
    const Case cases[] = {
        {"The minister denied that Oslo plans to close the port.\n",
         "The minister said that Oslo plans to close the port.\n", "Norway"},
        {"The envoy said he does not believe that Oslo wants to close the port.\n",
         "The envoy said he believes that Oslo wants to close the port.\n", "Norway"},
        {"The spokeswoman demanded that Oslo reject the offer.\n",
         "The spokeswoman said that Oslo rejects the offer.\n", "Norway"},
        {"“The port stays open unless we ask for its closure,” a Norwegian official said.\n",
         "“The port stays open and we ask for its protection,” a Norwegian official said.\n",
         "Norway"},
    };
    const auto of_holder = [](const std::string& text, const std::string& holder) {
        const Reading read = reading(text);
        std::string found;
        for (const Statement& statement : read.statements) {
            if (holders(read, statement) != holder) continue;
            found +=
                std::string(found.empty() ? "" : " ") + std::string(name(statement.factuality));
        }
        return found;
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(of_holder(c.text, c.holder) == "hypothetical");
        CHECK(of_holder(c.twin, c.holder) == "actual");
    }
}

TEST_CASE("what a rule finds inside a report ends with the report") {
    const Reading read = reading(
        "Norway has asked Sweden to keep the port open, a senior Norwegian official said on "
        "Monday.\n");
    const auto found = lines(read);
    CAPTURE(joined(found));
    CHECK(has(found, "Norway | requests"));
    for (const Statement& statement : read.statements) {
        if (statement.reported_by.empty()) continue;
        REQUIRE(statement.content.size() == 1);
        CHECK(statement.content[0].exact == "to keep the port open");
    }
}

TEST_CASE("how a source wants to be quoted is no policy, and its twin is") {
    const auto requested = [](const char* text) {
        for (const Statement& statement : reading(text).statements) {
            if (statement.relation == Relation::requests)
                return statement.policy ? "shown" : "not shown";
        }
        return "no request";
    };
    CHECK(std::string(requested(
              "A Polish government source, who asked not to be named, said the port will be "
              "sold.\n")) == "not shown");
    CHECK(std::string(requested(
              "The Polish government asked not to be left out of the border talks.\n")) == "shown");
}

TEST_CASE("a position that only the article explains is none to show") {
    const auto policy = [](const char* text) {
        for (const Statement& statement : reading(text).statements) {
            if (statement.relation == Relation::requests)
                return statement.policy ? "shown" : "not shown";
        }
        return "no request";
    };
    CHECK(std::string(policy("The Polish government asked for it.\n")) == "not shown");
    CHECK(std::string(policy("The Polish government asked for new border controls.\n")) == "shown");
}
