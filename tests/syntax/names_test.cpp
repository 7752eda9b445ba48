// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "core/error.hpp"
#include "refusal.hpp"
#include "syntax/find_names.hpp"
#include "syntax/name_features.hpp"
#include "syntax/syntax.hpp"
#include "syntax/word_classes.hpp"
#include "training/conllu.hpp"
#include "training/name_score.hpp"
#include "training/name_training.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace demarche;
using namespace demarche::syntax;
using namespace demarche::test;
using namespace demarche::training;

namespace {

/// Sentences of words with spaces between them, as one article.
Document article(const std::vector<std::string>& sentences) {
    Treebank trees;
    for (const std::string& sentence : sentences) {
        Tree tree;
        std::istringstream words(sentence);
        for (std::string form; words >> form;) {
            Word word;
            word.form = form;
            tree.words.push_back(word);
        }
        trees.push_back(tree);
    }
    return document_of(trees);
}

const Model& trees() {
    static const Model model = Model::load(DEMARCHE_SOURCE "/models/syntax-en.model");
    return model;
}

const NameModel& names() {
    static const NameModel model = NameModel::load(DEMARCHE_SOURCE "/models/names-en.model");
    return model;
}

/// "person: Lena Holm; place: Oslo".
std::string found(const std::vector<std::string>& sentences) {
    static const char* const kinds[] = {"person", "organisation", "place",
                                        "people", "document",     "other"};
    Document document = article(sentences);
    analyse(document, trees());
    find_names(document, names());
    std::string out;
    for (const Name& name : document.names) {
        out +=
            std::string(out.empty() ? "" : "; ") + kinds[static_cast<std::size_t>(name.kind)] + ":";
        for (std::size_t t = name.first_token; t < name.end_token; ++t)
            out += " " + document.tokens[t].form;
    }
    return out;
}

}  // namespace

TEST_CASE("word classes: phrases of a class, whatever their case") {
    const WordClasses classes(
        "# none\ngiven: Lena , Ada\n\nplace:New  Haven, Ada # a town, too\nplace:\n", "w");
    CHECK(classes.of("lena").size() == 1);
    CHECK(classes.of("new haven").size() == 1);
    CHECK(classes.of("lena") != classes.of("new haven"));
    CHECK(classes.of("ada").size() == 2);
    CHECK(classes.of("a town").empty());
    CHECK(classes.of("").empty());
    CHECK(WordClasses("", "w").of("lena").empty());
}

TEST_CASE("word classes: what is wrong is said with its line") {
    const auto read = [](const std::string& text) {
        return refusal([&] { (void)WordClasses(text, "n.words"); });
    };
    CHECK(read("given: Lena") == "");
    CHECK(read("\nLena, Ada") ==
          "n.words:2: 'Lena, Ada' begins no list of words. Write 'class: word, word'.");
    CHECK(read("two words: Lena") ==
          "n.words:1: 'two words' begins no list of words. Write 'class: word, word'.");
    CHECK(read("given: a b c d e f") ==
          "n.words:1: 'a b c d e f' has more than 5 words. Is a comma missing?");
}

TEST_CASE("recipe of names: what is wrong is said with its line") {
    const auto read = [](const std::string& text) {
        return refusal([&] { (void)read_name_recipe(text, "r.recipe"); });
    };
    CHECK(read("seed = 1") ==
          "r.recipe: names no corpus. Give at least one 'corpus = SCHEME FILE'.");
    CHECK(read("corpus = gum") == "r.recipe:1: 'gum' cannot be the value of 'corpus'.");
    CHECK(read("corpus = gum a.conllu heavy") ==
          "r.recipe:1: 'gum a.conllu heavy' cannot be the value of 'corpus'.");
    const NameRecipe recipe =
        read_name_recipe("corpus = gum a.conllu weight=0.5\nepochs = 3\n", "r.recipe");
    CHECK(recipe.run_as == "gum");
    CHECK(recipe.training.epochs == 3);
    CHECK(recipe.corpora.front().weight == 0.5F);
}

TEST_CASE("tags of names and labels of the chain") {
    CHECK(name_label("O") == 0);
    CHECK(name_label("B-ANIMAL") == 0);
    for (int label = 0; label < 9; ++label) CHECK(name_label(name_tag(label)) == label);
    CHECK(name_tag(1) == "B-PERSON");
    CHECK(name_tag(8) == "I-MISC");
}

TEST_CASE("names are seen by the whole article, words without capitals by their sentence alone") {
    const WordClasses none;
    const std::string alone = "Later Holm agreed .";
    const auto one = describe_names(article({alone}), none, {});
    const auto with_name = describe_names(article({alone, "Lena Holm came ."}), none, {});
    const auto without = describe_names(article({alone, "The boats came ."}), none, {});
    REQUIRE(one.size() == 1);
    CHECK(one[0].size() == 4);
    CHECK(without[0].features == one[0].features);
    CHECK(with_name[0].features != one[0].features);
    CHECK(describe_names(article({alone}), none, "gum")[0].features != one[0].features);
    const auto small = describe_names(article({"the boats came ."}), none, {});
    const auto small_twice =
        describe_names(article({"the boats came .", "Boats came ."}), none, {});
    CHECK(small_twice[0].features == small[0].features);
}

TEST_CASE("find names: kinds, and none where there are none") {
    const std::vector<std::pair<std::vector<std::string>, std::string>> table = {
        {{"The minister , Lena Holm , arrived in Oslo on Monday ."},
         "person: Lena Holm; place: Oslo"},
        {{"The government of Norway rejected the plan of the European Union ."},
         "place: Norway; organisation: European Union"},
        {{"The boats were late and nobody knew why ."}, ""},
        {{"Nobody knew why ."}, ""},
        {{"."}, ""},
        {{}, ""},
    };
    for (const auto& [sentences, wanted] : table) CHECK(found(sentences) == wanted);
}

TEST_CASE("find names: odd text gets odd names, each inside its sentence") {
    const std::vector<std::string> odd = {"( ( OSLO OF THE OF", "\xFF\xFE \xC3 X", "Of Of Of",
                                          "A B C D E F G H I J K"};
    Document document = article(odd);
    document.tokens.push_back({});  // stands in no sentence
    document.tokens.back().form = "Oslo";
    find_names(document, names());
    for (const Name& name : document.names) {
        REQUIRE(name.first_token < name.end_token);
        bool inside = false;
        for (const Sentence& sentence : document.sentences) {
            inside = inside || (name.first_token >= sentence.first_token &&
                                name.end_token <= sentence.end_token);
        }
        CHECK(inside);
    }
}

TEST_CASE("find names: a model of another kind is refused") {
    CHECK(refusal([] {
              (void)NameModel::load(DEMARCHE_SOURCE "/models/syntax-en.model");
          }).ends_with("is a model for 'syntax', but one for 'names' is wanted."));
}
