// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Labels, what they have in common, issues, and the codebook that fixes them.

#include "pipeline/reading.hpp"

#include "core/error.hpp"
#include "proposition/codebook.hpp"
#include "proposition/near_duplicates.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::draft;
using namespace demarche::proposition;
using namespace demarche::test;

namespace {

void apply_all(const Codebook& codebook, const std::vector<std::string>& texts,
               std::vector<Proposition>& propositions) {
    for (std::size_t i = 0; i < texts.size(); ++i) apply(codebook, texts[i], propositions[i]);
}

std::vector<std::string> labels(const Reading& reading) {
    std::vector<std::string> all;
    for (const Statement& statement : reading.statements) all.push_back(label(reading, statement));
    return all;
}

bool any_has(const std::vector<std::string>& all, const std::string& words) {
    return std::any_of(all.begin(), all.end(), [&](const std::string& text) {
        return text.find(words) != std::string::npos;
    });
}

std::size_t words_in(const std::string& label) {
    return static_cast<std::size_t>(std::count(label.begin(), label.end(), ' ')) + 1;
}

std::string fault(const std::string& text) {
    try {
        static_cast<void>(read_codebook(text, "my.tsv"));
    } catch (const InputError& error) {
        return error.located();
    }
    return "none";
}

}  // namespace

TEST_CASE(
    "a label: what is needed, without frames, titles and quotation marks; its twin keeps more") {
    struct Case {
        const char* name;
        const char* text;
        const char* expected;
        const char* forbidden;  ///< stands in no label
    };
    const Case cases[] = {
        {"a frame", "“I think that the quota is unfair,” the Norwegian minister said.\n",
         "the quota is unfair", "think"},
        {"a frame that denies is none",
         "“I do not think that the quota is unfair,” the Norwegian minister said.\n", "think", "“"},
        {"what defers, without its reasons",
         "A source in the Ministry of Interior said it was a matter for the Ministry of Finance to "
         "decide, as “the rules on ports are a matter of budgets.”\n",
         "it was a matter for the Ministry of Finance to decide", "budgets"},
        {"a ministry's name is not cut",
         "The Norwegian minister said it was up to the Ministry of Foreign Affairs to sign.\n",
         "the Ministry of Foreign Affairs", "of Affairs"},
        {"what is asked of others is no rejecting of one's own",
         "A spokeswoman for the Polish Green Party demanded that Poland reject the fishing "
         "quota.\n",
         "reject the fishing quota", "“"},
        {"so", "“The fleet was sold, so it must be bought back,” the Norwegian minister said.\n",
         "sold, so it must be bought back", "sold it"},
        {"one clause, not two",
         "The Norwegian minister denied that Oslo had agreed to join the fleet: “We have talked "
         "about ports.”\n",
         "the fleet", "talked"},
        {"what must be, not what was said before it",
         "“The harbour is old. It must be rebuilt,” the Norwegian minister said.\n",
         "it must be rebuilt", "harbour is old"},
        {"what will be done, where a verb of saying tells it",
         "The minister promised that Oslo would explain the quota to the fishermen.\n",
         "explain the quota", "“"},
        {"over whether",
         "The Norwegian minister commented on the debate over whether Oslo should sell the port.\n",
         "whether Norway should sell the port", "over"},
        {"to, of the speaker", "Oslo plans to close the port.\n", "Norway will close the port",
         "to close"},
        {"to, of the one asked", "Oslo asked Rome to open the port.\n", "open the port", "Oslo"},
        {"a capital", "Oslo said that Rome is wrong about the port.\n", "Italy is wrong", "Rome"},
        {"a title", "Oslo said that Mr. Anders Dahl opposed the port.\n", "Anders Dahl opposed",
         "Mr."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto all = labels(reading(c.text));
        CAPTURE(joined(all));
        CHECK(any_has(all, c.expected));
        CHECK_FALSE(any_has(all, c.forbidden));
    }
}

TEST_CASE("a label of a long sentence is short and invents no word") {
    const std::string text =
        "Oslo said the new quota is unfair to the small boats of the north, which have fished "
        "these "
        "waters for as long as anyone alive there can remember and longer, although the ministry, "
        "after a long summer of talks with the owners, had promised otherwise.\n";
    const Reading r = reading(text);
    REQUIRE(!r.statements.empty());
    for (const std::string& label : labels(r)) {
        CAPTURE(label);
        CHECK(words_in(label) <= 16);
        CHECK(label.find('\n') == std::string::npos);
    }
}

TEST_CASE("labels that say the same are one; opposites and others are not") {
    struct Case {
        const char* name;
        const char* one;
        const char* other;
        bool same;
    };
    const Case cases[] = {
        {"a modal, an ending", "the guidelines should be amended", "the guideline is amended",
         true},
        {"a time more", "the harbour tax on small boats rises",
         "the harbour tax on small boats rises this year", true},
        {"opposites", "the harbour tax is raised", "the harbour tax is cut", false},
        {"a negation", "the harbour will be closed", "the harbour will not be closed", false},
        {"two words of many", "the port", "the port is closed to boats from the north", false},
        {"nothing in them", "it is", "they were", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        std::vector<std::string> there = {c.one, c.other};
        std::vector<std::string> back = {c.other, c.one};
        join_same(there);
        join_same(back);
        CHECK((there[0] == there[1]) == c.same);
        CHECK(there[0] == back[1]);
        CHECK(there[1] == back[0]);
    }
    std::vector<std::string> none;
    join_same(none);
    CHECK(none.empty());
    // Far more labels than an article has are joined, too, each with those of about its length.
    std::vector<std::string> many;
    for (int i = 1000; i < 4000; ++i) {
        const std::string plan = "plan " + std::to_string(i);
        many.push_back("the harbour " + plan + " must be closed");
        many.push_back("the harbour " + plan + " will be closed");
    }
    join_same(many);
    for (std::size_t i = 0; i < many.size(); i += 2) CHECK(many[i] == many[i + 1]);
    CHECK(many.front() != many.back());
}

TEST_CASE(
    "issues: a phrase that comes back, and its bare noun; no verb, no name, no single mention") {
    const Reading r = reading(
        "Oslo opposes the new harbour tax.\n\n"
        "London supports the harbour tax.\n\n"
        "Rome rejects the tax altogether.\n\n"
        "Madrid wants cheaper ferry tickets.\n");
    REQUIRE(r.issues.size() == 1);
    CHECK(r.issues[0].label == "harbour tax");
    std::size_t on_it = 0;
    for (const Position& position : r.positions) on_it += position.issues.size();
    CHECK(on_it >= 2);
    CHECK(reading("Oslo needs roles. Rome said roles needs work.\n").issues.empty());
    CHECK(reading("Oslo praised Anna Berg. Rome praised Anna Berg.\n").issues.empty());
}

TEST_CASE(
    "issues: variants are one, the phrase said more stands for the longer one, \"the tax\" may be "
    "two") {
    struct Case {
        const char* name;
        const char* text;
        const char* first;  ///< issues of the first statement, and of the last
        const char* last;
    };
    const Case cases[] = {
        {"two words in common",
         "Oslo opposes the US-Japan defense guidelines.\n\n"
         "Riga supports the US-Japan defense guidelines.\n\n"
         "Rome rejects the US-Japan defense guidelines.\n\n"
         "Madrid supports the new defense cooperation guidelines.\n\n"
         "London opposes the new defense cooperation guidelines.\n",
         "US-Japan defense guidelines", "US-Japan defense guidelines"},
        {"the shorter one is said more",
         "Oslo opposes the fishing quota.\n\nRiga supports the fishing quota.\n\n"
         "Rome rejects the fishing quota.\n\nMadrid supports the fishing quota scheme.\n\n"
         "London opposes the fishing quota scheme.\n",
         "fishing quota", "fishing quota"},
        {"one issue that ends so",
         "Oslo opposes the harbour tax.\n\nRiga supports the harbour tax.\n\n"
         "London opposes the tax.\n",
         "harbour tax", "harbour tax"},
        {"two issues that end so",
         "Oslo opposes the harbour tax.\n\nRiga supports the harbour tax.\n\n"
         "Rome rejects the income tax.\n\nMadrid supports the income tax.\n\n"
         "London opposes the tax.\n",
         "harbour tax", ""},
    };
    const auto issues_of = [](const Reading& r, const Statement& statement) {
        std::string labels;
        for (const Position& position : r.positions) {
            if (position.id != statement.position) continue;
            for (const Issue& issue : r.issues) {
                const auto& own = position.issues;
                if (std::find(own.begin(), own.end(), issue.id) == own.end()) continue;
                labels += (labels.empty() ? "" : "; ") + issue.label;
            }
        }
        return labels;
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.name));
        const Reading r = reading(c.text);
        REQUIRE(!r.statements.empty());
        CHECK(issues_of(r, r.statements.front()) == c.first);
        CHECK(issues_of(r, r.statements.back()) == c.last);
    }
}

TEST_CASE("a codebook with a fault: file, line, column and what to do") {
    CHECK(fault("") == "none");
    CHECK(fault("# ours\n\nissue\tport\nposition\tthe port closes\tport\tclos* port -not\n") ==
          "none");
    CHECK(fault("issue\tport\nidea\tx\n") ==
          "my.tsv:2:1: Unknown kind 'idea'. Write 'position' or 'issue'.");
    CHECK(fault("issue\n") ==
          "my.tsv:1:1: This issue has no label. Write one behind the first tab.");
    CHECK(fault("issue\tport\nissue\tport\n") ==
          "my.tsv:2:7: The issue 'port' stands already in line 1. Join the two rows.");
    CHECK(fault("issue\té\t\tport|-x\n") ==
          "my.tsv:1:15: The pattern '-x' asks for no word. Name at least one that must be there.");
    CHECK(fault("issue\tport\nposition\té\tport|tax\n") ==
          "my.tsv:2:17: 'tax' is none of the issues of this codebook. Add a row 'issue' for it, or "
          "write the label of one.");
    CHECK(fault("issue\tport\ttax\n") ==
          "my.tsv:1:12: An issue has no issues. Leave the third cell empty.");
    CHECK(fault("issue\ta\t\t\t\tb\n") ==
          "my.tsv:1: The row has 6 cells, but the table has 5 columns. Part cells by one tab.");
}

TEST_CASE("a codebook names what fits by label, pattern or example, and leaves the rest") {
    const Codebook codebook = read_codebook(
        "issue\tharbour\t\tport*\n"
        "position\tthe port closes\t\tclos* port -not\n"
        "position\tfares fall\t-\t\tferry tickets should cost less\n",
        "my.tsv");
    std::vector<Proposition> found = {{"the port will be closed", {"found"}},
                                      {"the port will not be closed", {"found"}},
                                      {"ferry tickets should cost less", {"found"}},
                                      {"fares fall", {"found"}},
                                      {"the bridge opens", {"found"}}};
    apply_all(codebook, {"the port will be closed", "", "", "", ""}, found);
    CHECK(found[0].label == "the port closes");
    CHECK(found[0].issues == std::vector<std::string>{"harbour"});
    CHECK(found[1].label == "the port will not be closed");
    CHECK(found[1].issues == std::vector<std::string>{"harbour"});
    CHECK(found[2].label == "fares fall");
    CHECK(found[2].issues.empty());
    CHECK(found[3].label == "fares fall");
    CHECK(found[4].label == "the bridge opens");
    CHECK(found[4].issues.empty());
    // A star stands for the rest of the last word alone, "tat-tit-tat*" for no "tattle tit".
    std::vector<Proposition> hyphened = {{"a title tat", {}}, {"a tit tattle", {}}};
    apply_all(read_codebook("position\ttit for tat\t\ttit-tat*\n", "my.tsv"), {"", ""}, hyphened);
    CHECK(hyphened[0].label == "a title tat");
    CHECK(hyphened[1].label == "tit for tat");
    std::vector<Proposition> starred = {{"a tattle tit", {}}, {"a tat tit tattle", {}}};
    apply_all(read_codebook("position\ttit for tat\t\ttat-tit-tat*\n", "my.tsv"), {"", ""},
              starred);
    CHECK(starred[0].label == "a tattle tit");
    CHECK(starred[1].label == "tit for tat");
    // Without issues in it, a codebook leaves those that were found.
    std::vector<Proposition> others = {{"the bridge opens", {"found"}}};
    apply_all(read_codebook("position\tthe port closes\n", "my.tsv"), {""}, others);
    CHECK(others[0].issues == std::vector<std::string>{"found"});
}

TEST_CASE("a codebook: of several rows that fit the first counts, by pattern or by example") {
    const Codebook codebook = read_codebook(
        "issue\tharbour dues\n"
        "issue\tferries\t\tferr* | boat\n"
        "position\tone\t\tpier new\n"
        "position\ttwo\t\tpier | quay*\n"
        "position\tthree\t\t\tthe new pier should be built soon\n"
        "position\tfour\t\tlight* -house\n"
        "position\tfive\t\tl*\n",
        "my.tsv");
    struct Case {
        const char* label;
        const char* words;
        const char* position;
        std::vector<std::string> issues;
    };
    for (const Case& c : std::initializer_list<Case>{
             {"the new pier should be built soon", "", "one", {}},
             {"a pier is built", "", "two", {}},
             {"the quays are shut", "a ferry", "two", {"ferries"}},
             {"the new pear should be built soon", "", "the new pear should be built soon", {}},
             {"building of the new PIER should soon be", "", "one", {}},
             {"lights go out", "", "four", {}},
             {"the light house goes", "", "five", {}},
             {"three", "pier", "three", {}},
             {"dues", "the harbour dues of boats, the harbour", "dues", {"harbour dues"}},
             {"harbour", "boat dues", "harbour", {"ferries"}},
         }) {
        CAPTURE(std::string(c.label));
        std::vector<Proposition> found = {{c.label, {"found"}}};
        apply_all(codebook, {c.words}, found);
        CHECK(found[0].label == c.position);
        CHECK(found[0].issues == c.issues);
    }
    std::vector<Proposition> untouched = {{"a pier is built", {"found"}}};
    apply_all(Codebook(), {""}, untouched);
    CHECK(untouched[0].label == "a pier is built");
    CHECK(untouched[0].issues == std::vector<std::string>{"found"});
}

TEST_CASE("a codebook of fifty thousand rows finds those that fit without asking them all") {
    std::string text = "issue\tplans\n";
    for (std::size_t i = 0; i < 50000; ++i) {
        const std::string number = std::to_string(10000 + i);
        text += "position\tplan number " + number + " goes ahead\tplans\tscheme" + number +
                " plan*\tthe council of district " + number + " votes for it\n";
    }
    const Codebook codebook = read_codebook(text, "my.tsv");
    std::vector<Proposition> found;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < 2000; ++i) {
        const std::string number = std::to_string(10000 + 25 * i);
        found.push_back({"scheme" + number + " is a plan", {}});
        found.push_back({"the council of district " + number + " voted for it", {}});
        texts.insert(texts.end(), 2, "");
    }
    apply_all(codebook, texts, found);
    CHECK(found[0].label == "plan number 10000 goes ahead");
    CHECK(found[3998].label == "plan number 59975 goes ahead");
    CHECK(found[3999].label == "plan number 59975 goes ahead");
    CHECK(found[3999].issues == std::vector<std::string>{"plans"});
}
