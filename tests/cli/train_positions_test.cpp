// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// demarche train positions, on a few sentences of our own: that it learns from them, that it gives
// the same bytes twice, and what it says to material that is none.

#include "shell.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <string>

using namespace demarche::cli::test;

namespace {

struct Sentence {
    const char* source;
    const char* cue;
    const char* content;
    const char* relation;
};

std::string span(std::size_t begin, std::size_t end) {
    return "[[" + std::to_string(begin) + ", " + std::to_string(end) + "]]";
}

/// One article a line, each of one sentence that is judged.
std::string corpus() {
    constexpr std::array<Sentence, 8> sentences = {{
        {"Oslo", "opposes", "the fishing quota", "opposes"},
        {"Lisbon", "opposes", "the new toll", "opposes"},
        {"Riga", "supports", "the border treaty", "supports"},
        {"Vienna", "supports", "the rail plan", "supports"},
        {"The minister", "said", "the river is low", "states"},
        {"The mayor", "said", "the bridge is open", "states"},
        {"Athens", "never said", "the ban is legal", "states"},
        {"Madrid", "never said", "the port will close", "states"},
    }};
    std::string lines;
    for (const Sentence& s : sentences) {
        const std::string source = s.source;
        const std::string cue = s.cue;
        const std::string content = s.content;
        const std::size_t at = source.size() + 1;
        const std::size_t then = at + cue.size() + 1;
        lines += R"({"id": ")" + content + R"(", "text": ")" + source + " " + cue + " " + content +
                 R"(.\n", "statements": [{"source": )" + span(0, source.size()) + R"(, "cue": )" +
                 span(at, at + cue.size()) + R"(, "content": )" +
                 span(then, then + content.size()) + R"(, "relation": ")" + s.relation +
                 R"(", "polarity": ")" + (cue == "never said" ? "negated" : "affirmed") +
                 R"(", "factuality": "actual", "actors": [{"name": ")" + source +
                 R"("}], "policy": true}]})" + "\n";
    }
    return lines;
}

constexpr const char* recipe =
    "corpus = judged.jsonl\nfolds = 2\nepochs = 4\nrule_weight = 3\nstates_weight = 0.5\n";

Ended train(const Folder& folder, const std::string& model) {
    return run(
        "demarche train positions --recipe small.recipe --corpora . -m " + model + " --progress",
        folder.path());
}

}  // namespace

TEST_CASE("train positions: a table of the cross-validation, and the same bytes twice") {
    const Folder folder;
    write_file(folder.path() / "judged.jsonl", corpus());
    write_file(folder.path() / "small.recipe", recipe);
    const Ended first = train(folder, "first.model");
    CAPTURE(first.errors);
    REQUIRE(first.code == 0);
    CHECK(first.errors.find("cross-validation over 2 folds of 8 articles:") != std::string::npos);
    CHECK(first.errors.find("relation, macro F1") != std::string::npos);
    REQUIRE(train(folder, "second.model").code == 0);
    const std::string bytes = read_file(folder.path() / "first.model");
    CHECK(bytes.size() > 1000);
    CHECK(bytes == read_file(folder.path() / "second.model"));

    write_file(folder.path() / "other.recipe", std::string(recipe) + "relation_decay = 30\n");
    REQUIRE(run("demarche train positions --recipe other.recipe --corpora . -m other.model",
                folder.path())
                .code == 0);
    CHECK(bytes != read_file(folder.path() / "other.model"));
}

TEST_CASE("train positions: what is no material or no recipe is refused, and nothing is written") {
    struct Case {
        const char* name;
        std::string from;  ///< in the first line of the corpus, or in the recipe
        std::string to;
        const char* message;
    };
    const Case cases[] = {
        {"no such relation", R"("relation": "opposes")", R"("relation": "oposes")",
         "./judged.jsonl:1: unknown relation 'oposes'. Use one of: states, denies, acknowledges, "
         "believes, questions, supports, praises, agrees, opposes, criticizes, rejects, worries, "
         "proposes, requests, demands, warns, threatens, commits, plans, considers, refuses, "
         "wants, "
         "decides, defers, withholds."},
        {"no polarity", R"("polarity": "affirmed", )", "",
         "./judged.jsonl:1: member \"polarity\" is missing. A line of JSON Lines is one object: "
         "{\"id\": \"...\", \"text\": \"...\"}."},
        {"a span behind the text", "[[0, 4]]", "[[0, 4000]]",
         "./judged.jsonl:1: member \"source\" must be a list of pairs [start, end) of code points, "
         "not [0, 4000): the text has 32."},
        {"an unknown key", "folds = 2", "fold = 2",
         "small.recipe:2: 'fold' is no setting of a recipe. There are 'corpus', 'epochs', 'folds', "
         "'found_weight', 'marked_weight', 'negated_from', 'polarity_decay', 'policy_decay', "
         "'policy_from', 'rate', 'relation_decay', 'rule_weight', 'seed', 'states_weight', "
         "'unjudged_weight'."},
        {"a value that is none", "epochs = 4", "epochs = four",
         "small.recipe:3: 'four' cannot be the value of 'epochs'."},
        {"no such corpus", "judged.jsonl", "lost.jsonl",
         "./lost.jsonl: cannot be opened for reading"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Folder folder;
        std::string material = corpus();
        std::string settings = recipe;
        for (std::string* text : {&material, &settings}) {
            const std::size_t at = text->find(c.from);
            if (at != std::string::npos) text->replace(at, c.from.size(), c.to);
        }
        write_file(folder.path() / "judged.jsonl", material);
        write_file(folder.path() / "small.recipe", settings);
        const Ended ended = train(folder, "refused.model");
        CAPTURE(ended.errors);
        CHECK(ended.code != 0);
        CHECK(ended.errors == "demarche: " + std::string(c.message) + "\n");
        CHECK_FALSE(std::filesystem::exists(folder.path() / "refused.model"));
    }
}
