// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// What the trained model finds, construction by construction, each beside a twin that says nothing.
// A line of expectation is "source | cue | content", pieces of a content separated by " ... "; edge
// punctuation does not count. The models are those of the repository.

#include "attribution/explain.hpp"
#include "attribution/find_attributions.hpp"
#include "syntax/syntax.hpp"
#include "text/read.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace demarche;

namespace {

const syntax::Model& syntax_model() {
    static const syntax::Model model =
        syntax::Model::load(DEMARCHE_SOURCE "/models/syntax-en.model");
    return model;
}

const attribution::AttributionModel& attribution_model() {
    static const attribution::AttributionModel model =
        attribution::read_attribution_model(DEMARCHE_SOURCE "/models/attributions-en.model");
    return model;
}

struct Analysed {
    Document document;
    learn::Matrix encodings;
};

Analysed analysed(const std::string& text) {
    Analysed read{text::read(text::plain_article(text, "test", "test.txt")), {}};
    syntax::analyse(read.document, syntax_model(), &read.encodings);
    return read;
}

std::vector<Attribution> found_in(const Analysed& read) {
    return attribution::find_attributions(lexicon::Words(read.document), attribution_model(),
                                          read.encodings, lexicon::ActorRegistry::built_in());
}

std::string trimmed(std::string_view words) {
    static constexpr std::string_view edges = " ,.;:\"“”‘’'?!\n";
    const std::size_t begin = words.find_first_not_of(edges);
    if (begin == std::string_view::npos) return {};
    return std::string(words.substr(begin, words.find_last_not_of(edges) - begin + 1));
}

std::string told(const Document& document, const Attribution& attribution) {
    std::string line;
    for (const Spans* spans : {&attribution.source, &attribution.cue, &attribution.content}) {
        if (spans != &attribution.source) line += " | ";
        for (std::size_t i = 0; i < spans->size(); ++i) {
            line += (i > 0 ? " ... " : "") + trimmed(document.at((*spans)[i]));
        }
    }
    return line;
}

std::vector<std::string> told(const std::string& text) {
    const Analysed read = analysed(text);
    std::vector<std::string> lines;
    for (const Attribution& each : found_in(read)) lines.push_back(told(read.document, each));
    return lines;
}

struct Construction {
    const char* name;
    std::string text;
    std::vector<std::string> expected;  ///< all that must be found
    std::string twin;                   ///< yields nothing
};

}  // namespace

TEST_CASE("constructions that attribute, and their twins that do not") {
    const std::vector<Construction> constructions = {
        {"a verb before its content",
         "Norway said the border would stay open.",
         {"Norway | said | the border would stay open"},
         "Norway opened the border in May."},
        {"a content before its verb",
         "The border would stay open, the minister said.",
         {"the minister | said | The border would stay open"},
         "The border stayed open, and the minister left."},
        {"direct speech",
         "“We will not close the port,” said Mayor Ines Duarte.",
         {"Mayor Ines Duarte | said | We will not close the port"},
         "The port was closed by Mayor Ines Duarte."},
        {"according to",
         "According to the ministry, exports fell by a third.",
         {"the ministry | According to | exports fell by a third"},
         "Exports fell by a third in the spring."},
        {"mixed speech",
         "Premier Laura Keel called the plan “a danger to the river”.",
         {"Premier Laura Keel | called | the plan “a danger to the river"},
         "Premier Laura Keel walked along the river on Monday."},
        {"a subordinate clause",
         "The union warned that the strike could last for weeks.",
         {"The union | warned | that the strike could last for weeks"},
         "The strike lasted for weeks."},
        {"a question",
         "Ms. Okafor asked whether the bridge was safe.",
         {"Ms. Okafor | asked | whether the bridge was safe"},
         "Ms. Okafor crossed the bridge."},
        {"a belief",
         "Many farmers believe the tax is unfair.",
         {"Many farmers | believe | the tax is unfair"},
         "Many farmers grow barley and rye."},
        {"a noun as cue",
         "The mayor’s call for a new bridge angered drivers.",
         {"The mayor’s | call for | a new bridge"},
         "The mayor took a call in his office."},
        {"an answer to a report",
         "Berg dismissed reports that the ferry had sunk.",
         {"Berg | dismissed | reports that the ferry had sunk"},
         "Berg met her driver after the trip."},
        {"a colon",
         "The governor was blunt: “This budget will ruin our schools.”",
         {"The governor | was blunt | This budget will ruin our schools"},
         "The shop sells three things: bread, milk and salt."},
        {"a subject that two verbs share",
         "The ministry welcomed the offer and demanded that talks begin in May.",
         {"The ministry | demanded | that talks begin in May"},
         "The ministry opened the gates and the talks began in May."},
        {"words of several tokens",
         "The bishop made it clear that the casino must go.",
         {"The bishop | made it clear | that the casino must go"},
         "The bishop made bread for the casino."},
        {"a subhead",
         "Ferry to close\n\nUnion vows to fight closure\n\nThe ferry has run since 1921.",
         {"Union | vows | to fight closure"},
         "Ferry to close\n\nThe last ferry\n\nThe ferry has run since 1921."},
        {"what a source goes on to deny",
         "The ferry is old, the minister said, and he denied that it leaks.",
         {"the minister | said | The ferry is old", "he | denied | that it leaks"},
         "The ferry is old, and the minister sold it."},
        {"what a reporter goes on to say of somebody",
         "Norway supports the ban, an envoy said on Monday, and it will consult Riga before June.",
         {"Norway | supports | the ban"},
         "Norway built the port, and it will open before June."},
        {"what somebody quoted said of others",
         "“We told Lima that the dam is ours,” the envoy said. “Nobody answered.”",
         {"We | told | that the dam is ours"},
         "The envoy built the dam. Nobody answered."},
        {"a passive with its agent",
         "The tunnel was described as unsafe by two engineers.",
         {"two engineers | was described | The tunnel ... as unsafe"},
         "The tunnel was dug by two engineers."},
        {"a passive without agent",
         "It was reported that the dam had cracked.",
         {" | was reported | that the dam had cracked"},
         "It was clear that the dam had cracked."},
        {"a source inside its content",
         "The harbour, the mayor said, will be closed for a year.",
         {"the mayor | said | The harbour ... will be closed for a year"},
         "The harbour, a large one, will be closed for a year."},
        {"a quotation that goes on in the next paragraph",
         "“The talks have failed,” said Foreign Minister Jonas Brandt.\n\n“We will not sit down "
         "again before spring.”",
         {"Foreign Minister Jonas Brandt | said | The talks have failed ... We will not sit down "
          "again before spring"},
         "The talks failed in Riga.\n\nNobody sat down again before spring."},
        {"a wish",
         "The minister wants to raise the tax on diesel.",
         {"The minister | wants | to raise the tax on diesel"},
         "The minister had to pay the tax on diesel."},
        {"a headline",
         "Oslo says pipeline will be finished by June\n\nWork went on all winter.",
         {"Oslo | says | pipeline will be finished by June"},
         "Pipeline finished by June\n\nWork went on all winter."},
        {"a headline that a rule finds for the network",
         "Warsaw seeks say in border accord\n\nThe talks went on all week in Metz. Ministers met "
         "twice.",
         {"Warsaw | seeks | say in border accord"},
         "Warsaw trams late again\n\nThe talks went on all week in Metz. Ministers met twice."},
        {"an act that looks like speech",
         "The union said it would strike.",
         {"The union | said | it would strike"},
         "The minister opened the plant on Monday."},
        {"an infinitive",
         "The opposition demanded to see the treaty.",
         {"The opposition | demanded | to see the treaty"},
         "The committee met in a small room."},
    };
    for (const Construction& row : constructions) {
        CAPTURE(row.name);
        const std::vector<std::string> lines = told(row.text);
        std::string all;
        for (const std::string& line : lines) all += line + "\n";
        CAPTURE(all);
        for (const std::string& line : row.expected) {
            CAPTURE(line);
            CHECK(std::find(lines.begin(), lines.end(), line) != lines.end());
        }
        const std::vector<std::string> none = told(row.twin);
        CAPTURE(row.twin);
        for (const std::string& line : none) INFO(line);
        CHECK(none.empty());
    }
}

TEST_CASE("what is reported inside a report names its reporter") {
    const Analysed read = analysed(
        "The envoy said that Oslo had told Riga that the pipeline must be finished by June, and "
        "that Riga had agreed to hurry.");
    const auto found = found_in(read);
    REQUIRE(found.size() >= 2);
    std::size_t inner = 0;
    for (const Attribution& each : found) {
        if (!each.reported_by) continue;
        ++inner;
        REQUIRE(*each.reported_by < found.size());
        const Attribution& reporter = found[*each.reported_by];
        CHECK(reporter.content.front().begin <= each.cue.front().begin);
        CHECK(each.cue.front().end <= reporter.content.back().end);
    }
    CHECK(inner >= 1);
    for (const Attribution& each :
         found_in(analysed("The envoy said the pipeline was finished in June."))) {
        CHECK(!each.reported_by);
    }
}

TEST_CASE("what is not the article's is not read") {
    CHECK(told("Related stories\nHarbour chief says ferries will return\n").empty());
    CHECK(told("").empty());
}

TEST_CASE("every attribution lies in the text, in order, with a confidence that is a probability") {
    const Analysed read = analysed(
        "Fishermen in Vigo reject the quota, saying it would ruin them. “We were never asked,” "
        "said "
        "Ana Rey. “Nobody came.” The government insists that it consulted everyone.\n\nBrussels "
        "has "
        "promised to look into the complaint.");
    const auto found = found_in(read);
    CHECK(found.size() >= 3);
    for (const Attribution& each : found) {
        CHECK(each.confidence >= 0);
        CHECK(each.confidence <= 1);
        for (const Spans* spans : {&each.source, &each.cue, &each.content}) {
            for (std::size_t i = 0; i < spans->size(); ++i) {
                CHECK((*spans)[i].end <= read.document.text.size());
                CHECK(!(*spans)[i].empty());
                if (i > 0) CHECK((*spans)[i - 1].end <= (*spans)[i].begin);
            }
        }
    }
}

TEST_CASE("the cue itself speaks most for the cue") {
    const Analysed read = analysed("Norway said the border would stay open.");
    const auto found = found_in(read);
    REQUIRE(found.size() == 1);
    const attribution::Explanation why =
        attribution::explain(read.document, attribution_model(), read.encodings, found[0]);
    REQUIRE(!why.words.empty());
    const auto most = std::max_element(
        why.words.begin(), why.words.end(),
        [](const attribution::Reason& a, const attribution::Reason& b) { return a.cue < b.cue; });
    CHECK(most->what == "said");
    CHECK(most->cue > 0.5);
    CHECK(!why.kinds.empty());
}

TEST_CASE("reports inside reports: of bodies, those of the user's table among them") {
    const Analysed read = analysed("An envoy said that the Cove had urged Riga to wait.\n");
    lexicon::ActorRegistry registry = lexicon::ActorRegistry::built_in();
    registry.add("cove\tCove Council\tlegislature\tpl\t\tthe Cove\n", "my.tsv");
    const auto with = attribution::find_attributions(lexicon::Words(read.document),
                                                     attribution_model(), read.encodings, registry);
    REQUIRE(with.size() == 2);
    CHECK(told(read.document, with[1]) == "the Cove | had urged | to wait");
    CHECK(with[1].reported_by == 0);
    // Nobody else's: without the table the Cove is no body.
    CHECK(found_in(read).size() == 1);
}
