// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/treebank.hpp"
#include "core/error.hpp"
#include "refusal.hpp"
#include "syntax/features.hpp"
#include "syntax/lemma_rule.hpp"
#include "training/conllu.hpp"
#include "training/syntax_recipe.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::syntax;
using namespace demarche::test;
using namespace demarche::training;

namespace {

/// A line of CoNLL-U from its columns id, form, upos, head, deprel, misc.
std::string line(const std::string& id, const std::string& form, const std::string& upos,
                 const std::string& head, const std::string& deprel,
                 const std::string& misc = "_") {
    return id + "\t" + form + "\t" + form + "\t" + upos + "\t_\t_\t" + head + "\t" + deprel +
           "\t_\t" + misc + "\n";
}

std::vector<std::string> forms(const Tree& tree) {
    std::vector<std::string> out;
    for (const Word& word : tree.words) out.push_back(word.form);
    return out;
}

std::vector<int> heads(const Tree& tree) {
    std::vector<int> out;
    for (const Word& word : tree.words) out.push_back(word.head);
    return out;
}

}  // namespace

TEST_CASE("CoNLL-U: comments, multiword tokens, empty nodes, spaces") {
    const std::string bytes =
        "# newdoc id = harbour\n# sent_id = h-1\n# text = They can't wait.\n" +
        line("1", "They", "PRON", "4", "nsubj") + line("2-3", "can't", "_", "_", "_") +
        line("2", "ca", "AUX", "4", "aux") + line("3", "n't", "PART", "4", "advmod") +
        line("3.1", "really", "ADV", "_", "_") +
        line("4", "wait", "VERB", "0", "root", "SpaceAfter=No") +
        line("5", ".", "PUNCT", "4", "punct") + "\n\n" + line("1", "Why", "ADV", "0", "root");
    const Treebank trees = read_conllu(bytes, "t.conllu");
    REQUIRE(trees.size() == 2);
    CHECK(trees[0].document == "harbour");
    CHECK(trees[0].id == "h-1");
    CHECK(trees[0].text == "They can't wait.");
    CHECK(forms(trees[0]) == std::vector<std::string>{"They", "ca", "n't", "wait", "."});
    const bool spaces[] = {true, false, true, false, true};
    for (std::size_t i = 0; i < 5; ++i) CHECK(trees[0].words[i].space_after == spaces[i]);
    CHECK(trees[1].document == "harbour");
    CHECK(trees[1].text.empty());
}

TEST_CASE("CoNLL-U: what is wrong is said with its line") {
    const auto read = [](const std::string& bytes) {
        return refusal([&] { (void)read_conllu(bytes, "t.conllu"); });
    };
    CHECK(
        read("1\tfew\tcolumns\n") ==
        "t.conllu:1: this is not a line of CoNLL-U, which has ten columns with tabs between them");
    CHECK(read("# fine\n" + line("2", "a", "X", "0", "root")) ==
          "t.conllu:2: the word's number is '2' but should be 1");
    CHECK(read(line("1", "a", "X", "up", "root")) ==
          "t.conllu:1: 'up' is not the number of a head");
    CHECK(read(line("1", "a", "X", "7", "root")) ==
          "t.conllu:1: the head 7 of word 1 lies outside the sentence of line 1");
    CHECK(read(line("1", "", "X", "0", "root")) ==
          "t.conllu:1: column 2 is empty. CoNLL-U writes _ for nothing.");
    CHECK(read("").empty());
    CHECK(refusal([] { (void)read_conllu_file("no/such.conllu"); }) ==
          "no/such.conllu: cannot be opened for reading");
}

TEST_CASE("lemma rules: give the lemma back") {
    struct Case {
        const char *form, *lemma, *rule;
    };
    const Case cases[] = {
        {"Policies", "policy", "l-3+y"},
        {"ports", "port", "k-1+"},
        {"Norway", "Norway", "k-0+"},
        {"The", "the", "l-0+"},
        {"was", "be", "=be"},
        {"said", "say", "k-2+y"},
        {"n’t", "not", "k-4+ot"},
        {"Überholte", "überholen", "l-2+en"},
        {"better", "good", "=good"},
        {"”", "''", "=''"},
        {"’s", "'s", "='s"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.form);
        CHECK(lemma_rule(c.form, c.lemma) == c.rule);
        CHECK(lemma_from(c.form, lemma_rule(c.form, c.lemma)) == c.lemma);
    }
}

TEST_CASE("lemma rules: one that does not fit gives the form") {
    CHECK(lemma_from("a", "k-3+y") == "a");
    CHECK(lemma_from("é", "k-1+y") == "é");  // would cut a character
    CHECK(lemma_from("abc", "k-3+") == "abc");
    CHECK(lemma_from("abc", "nonsense") == "abc");
    CHECK(lemma_from("abc", "") == "abc");
}

TEST_CASE("features: case, digits and curly marks do not matter to the word, and do to the shape") {
    CHECK(features("Don’t")[0] == "don't");
    CHECK(features("2013")[0] == "0000");
    CHECK(features("“")[0] == "``");
    CHECK(features("US-Japan")[5] == "XX-Xxx");
    CHECK(features("U.S.")[5] == "X.X.");
    CHECK(features("port")[5] == "xx");
    CHECK(features("Größe")[1] == "grö");
    CHECK(features("Größe")[2] == "ße");
    CHECK(features("")[0].empty());
    CHECK(ngrams("").size() == 0);
    CHECK(ngrams("of").size() == 3);  // <of of> and <of>
    CHECK(ngrams(std::string(5000, 'x')).size() <= 60);
}

TEST_CASE("hyphens: three words become one, which takes the place of their head") {
    const std::string bytes = line("1", "A", "DET", "5", "det") +
                              line("2", "two", "NUM", "4", "nummod", "SpaceAfter=No") +
                              line("3", "-", "PUNCT", "2", "punct", "SpaceAfter=No") +
                              line("4", "year", "NOUN", "5", "compound") +
                              line("5", "ban", "NOUN", "0", "root");
    const Tree joined = join_hyphens(read_conllu(bytes, "t").front());
    CHECK(forms(joined) == std::vector<std::string>{"A", "two-year", "ban"});
    CHECK(heads(joined) == std::vector<int>{3, 3, 0});
    CHECK(joined.words[1].upos == "NOUN");
    CHECK(joined.words[1].deprel == "compound");
}

TEST_CASE("hyphens: a dash between spaces, or at the end, joins nothing") {
    for (const std::string& misc : {std::string("_"), std::string("SpaceAfter=No")}) {
        const std::string bytes = line("1", "Oslo", "PROPN", "0", "root", misc) +
                                  line("2", "-", "PUNCT", "1", "punct") +
                                  line("3", "today", "NOUN", "1", "dep");
        CHECK(join_hyphens(read_conllu(bytes, "t").front()).words.size() == 3);
    }
    const std::string at_end =
        line("1", "pre", "X", "0", "root", "SpaceAfter=No") + line("2", "-", "PUNCT", "1", "punct");
    CHECK(join_hyphens(read_conllu(at_end, "t").front()).words.size() == 2);
}

TEST_CASE("clean: a tree, few doubts, not too long") {
    const auto tree = [](const std::vector<std::pair<std::string, std::string>>& arcs) {
        std::string bytes;
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            bytes += line(std::to_string(i + 1), "w", "X", arcs[i].first, arcs[i].second);
        }
        return read_conllu(bytes, "t").front();
    };
    CHECK(is_clean(tree({{"2", "nsubj"}, {"0", "root"}, {"2", "obj"}}), 80));
    CHECK(is_clean(tree({{"2", "dep"}, {"0", "root"}, {"2", "obj"}}), 80));
    CHECK(!is_clean(tree({{"2", "dep"}, {"0", "root"}, {"2", "dep"}}), 80));
    CHECK(!is_clean(tree({{"0", "root"}, {"0", "root"}, {"2", "obj"}}), 80));
    CHECK(!is_clean(tree({{"2", "nsubj"}, {"0", "root"}}), 80));
    CHECK(!is_clean(tree({{"2", "nsubj"}, {"0", "root"}, {"2", "obj"}}), 2));
}

TEST_CASE("names: from NER and from GUM's brackets") {
    const Tree ner = read_conllu(line("1", "Ida", "PROPN", "0", "root", "NER=PERSON") +
                                     line("2", "Holm", "PROPN", "1", "flat", "NER=PERSON") +
                                     line("3", "of", "ADP", "4", "case") +
                                     line("4", "Oslo", "PROPN", "1", "nmod", "NER=LOCATION") +
                                     line("5", "today", "NOUN", "1", "dep", "NER=DATE"),
                                 "t")
                         .front();
    CHECK(name_tags_from_ner(ner) == NameTags{"B-PERSON", "I-PERSON", "O", "B-LOCATION", "O"});

    const Tree gum =
        read_conllu(
            line("1", "The", "DET", "2", "det",
                 "Entity=(1-organization-new-nnnnn-cf1-2-sgl-Port_Board") +
                line("2", "Board", "PROPN", "0", "root") + line("3", "of", "ADP", "4", "case") +
                line("4", "Oslo", "PROPN", "2", "nmod", "Entity=(2-place-new-nnnnn-cf1-1-sgl)1)") +
                line("5", "boats", "NOUN", "2", "dep", "Entity=(3-object-new-nnnnn-cf1-1-sgl)"),
            "t")
            .front();
    CHECK(name_tags_from_entities(gum) ==
          NameTags{"O", "B-ORGANIZATION", "I-ORGANIZATION", "I-ORGANIZATION", "O"});
    const Tree odd = read_conllu(line("1", "a", "PROPN", "0", "root", "Entity=7))(("), "t").front();
    CHECK(name_tags_from_entities(odd).size() == 1);
}

TEST_CASE("recipe: settings, corpora, comments") {
    const Recipe r = read_recipe(
        "# none\nseed = 9 # nine\nsize.word=40\n\ncorpus = gold a.conllu hyphens share=0.5 "
        "names=ner clean=80\n"
        "held_out = gold b.conllu\n",
        "r");
    CHECK(r.seed == 9);
    CHECK(r.dimensions.features[0] == 40);
    REQUIRE(r.corpora.size() == 1);
    CHECK(r.corpora[0].hyphens);
    CHECK(r.corpora[0].share == 0.5F);
    CHECK(r.corpora[0].clean == 80);
    CHECK(r.corpora[0].names == NameSource::ner);
    CHECK(r.held_out[0].file == "b.conllu");
    CHECK(r.run_as == "gold");
}

TEST_CASE("recipe: what is wrong is said with its line") {
    const auto read = [](const std::string& text) {
        return refusal([&] { (void)read_recipe(text, "r.recipe"); });
    };
    CHECK(read("epochs = many\ncorpus = a b") ==
          "r.recipe:1: 'many' cannot be the value of 'epochs'.");
    CHECK(read("\ncorpus = a b shore=2") ==
          "r.recipe:2: 'a b shore=2' cannot be the value of 'corpus'.");
    CHECK(read("epoch = 3")
              .starts_with(
                  "r.recipe:1: 'epoch' is no setting of a recipe. There are 'affix_count', "));
    CHECK(read("seed = 1") == "r.recipe: names no corpus. Give at least one 'corpus = NAME FILE'.");
}
