// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Sources that the tree gives where the network gives none, on trees made by hand.

#include "attribution/sources.hpp"

#include "learn/feature_hash.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace demarche;
using namespace demarche::attribution;

namespace {

struct Word {
    std::string_view form;
    std::string_view relation;
    int head;  ///< token, -1 for the root
};

View one_sentence(const std::vector<Word>& words) {
    View seen;
    for (const Word& word : words) {
        ViewedToken token;
        token.form = token.lemma = learn::feature_hash(word.form);
        token.relation = learn::feature_hash(word.relation);
        token.head = word.head;
        token.verb = word.relation == "root" || word.relation == "conj" || word.relation == "xcomp";
        seen.tokens.push_back(token);
    }
    seen.sentences = {{0, words.size()}};
    return seen;
}

/// "first-last", or "none".
std::string source(const std::vector<Word>& words, TokenRun cue,
                   const std::vector<TokenRun>& content = {}) {
    const auto found = source_by_tree(one_sentence(words), cue, content);
    return found ? std::to_string(found->first) + "-" + std::to_string(found->last) : "none";
}

}  // namespace

TEST_CASE("a source by the tree: subject, shared subject, agent, owner; twins that have none") {
    const std::vector<Word> shared = {
        {"the", "det", 1},  {"ministry", "nsubj", 2}, {"welcome", "root", -1}, {"and", "cc", 4},
        {"try", "conj", 2}, {"to", "mark", 6},        {"hasten", "xcomp", 4},  {"it", "obj", 6}};
    CHECK(source(shared, {2, 2}) == "0-1");
    CHECK(source(shared, {4, 4}) == "0-1");
    CHECK(source(shared, {6, 6}) == "0-1");
    // A subject that is part of the content is none of the source.
    CHECK(source(shared, {6, 6}, {{0, 1}}) == "none");

    const std::vector<Word> passive = {{"tunnel", "nsubj:pass", 2},
                                       {"be", "aux:pass", 2},
                                       {"describe", "root", -1},
                                       {"by", "case", 4},
                                       {"engineer", "obl:agent", 2}};
    CHECK(source(passive, {1, 2}) == "3-4");
    CHECK(source({passive.begin(), passive.begin() + 3}, {1, 2}) == "none");

    CHECK(source({{"mayor", "nmod:poss", 2}, {"'s", "case", 0}, {"call", "root", -1}}, {2, 2}) ==
          "0-1");
    CHECK(source({{"it", "nsubj", 2}, {"be", "cop", 2}, {"clear", "root", -1}}, {2, 2}) == "none");
    // Another relation than those that share a subject.
    CHECK(source({{"mayor", "nsubj", 1}, {"leave", "root", -1}, {"say", "advcl", 1}}, {2, 2}) ==
          "none");
}

TEST_CASE("who is asked or told is no source, nor 'it' of a passive; who is quoted is one") {
    const auto of_passive = [](std::string_view subject, std::string_view verb) {
        return is_no_source(
            one_sentence({{subject, "nsubj:pass", 2}, {"be", "aux:pass", 2}, {verb, "root", -1}}),
            {1, 2}, {0, 0});
    };
    CHECK(of_passive("berg", "ask"));
    CHECK(of_passive("it", "report"));
    CHECK_FALSE(of_passive("berg", "quote"));
    CHECK_FALSE(
        is_no_source(one_sentence({{"berg", "nsubj", 1}, {"ask", "root", -1}}), {1, 1}, {0, 0}));
    // The agent of the passive asks.
    CHECK_FALSE(is_no_source(one_sentence({{"berg", "nsubj:pass", 2},
                                           {"be", "aux:pass", 2},
                                           {"ask", "root", -1},
                                           {"by", "case", 4},
                                           {"dahl", "obl:agent", 2}}),
                             {1, 2}, {3, 4}));
}
