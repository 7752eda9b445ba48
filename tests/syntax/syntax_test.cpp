// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "syntax/syntax.hpp"
#include "core/error.hpp"
#include "syntax/tree.hpp"
#include "training/syntax_recipe.hpp"
#include "training/syntax_score.hpp"
#include "training/syntax_training.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

using namespace demarche;
using namespace demarche::syntax;
using namespace demarche::training;

namespace {

const std::string folder = std::string(DEMARCHE_TESTS) + "/syntax";

learn::ModelFile trained_file(std::vector<std::string>* lines = nullptr) {
    std::ifstream in(folder + "/harbour.recipe");
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const Recipe recipe = read_recipe(text, "harbour.recipe");
    const Trained trained = train(recipe, folder, [&](std::string_view line) {
        if (lines) lines->emplace_back(line);
    });
    return model_file(trained);
}

const learn::ModelFile& file() {
    static const learn::ModelFile made = trained_file();
    return made;
}

const Model& model() {
    static const Model made(file(), "harbour");
    return made;
}

/// A document of one sentence of these forms, with spaces between them.
Document document_of_forms(const std::vector<std::string>& forms) {
    Document document;
    for (const std::string& form : forms) {
        Token token;
        token.form = form;
        token.span = {document.text.size(), document.text.size() + form.size()};
        document.tokens.push_back(token);
        document.text += form + " ";
    }
    document.sentences.push_back({{0, document.text.size()}, 0, forms.size(), 0});
    return document;
}

bool has_tree(const Document& document) {
    std::vector<int> heads;
    for (const Token& token : document.tokens) {
        heads.push_back(token.head);
        if (token.upos.empty() || token.xpos.empty() || token.lemma.empty() || token.deprel.empty())
            return false;
        if ((token.head == 0) != (token.deprel == "root")) return false;
    }
    return is_tree(heads);
}

}  // namespace

TEST_CASE("train: the same bytes twice, and a line for people after each epoch") {
    std::vector<std::string> lines;
    CHECK(learn::model_bytes(trained_file(&lines)) == learn::model_bytes(file()));
    REQUIRE(lines.size() == 1000);
    CHECK(lines[998].starts_with("epoch 500 learned: loss "));
    CHECK(lines[999].starts_with("  harbour: loss "));
}

TEST_CASE("train: a corpus that is not there is named") {
    Recipe recipe = read_recipe("corpus = a missing.conllu", "r");
    CHECK_THROWS_WITH_AS((void)train(recipe, folder, [](std::string_view) {}),
                         "cannot be opened for reading", InputError);
}

TEST_CASE("evaluate: what was learned by heart is read off again, with whole numbers too") {
    const Treebank gold = read_conllu_file(folder + "/harbour.conllu");
    const Scores scores = evaluate(gold, model(), "harbour");
    CHECK(scores.sentences == 4);
    CHECK(scores.uas.gold == 34);
    CHECK(scores.upos.f1() >= 97);
    CHECK(scores.lemma.f1() >= 97);
    CHECK(scores.las.f1() >= 94);
    CHECK(scores.names.f1() == 100);
    CHECK(scores.relations.at("ccomp").f1() == 100);
    const std::string text = table(scores);
    CHECK(text.find("words            34\n") != std::string::npos);
    CHECK(text.find("ccomp F1         100.00\n") != std::string::npos);
}

TEST_CASE("evaluate: a treebank that the model does not know is named with those it does") {
    CHECK_THROWS_WITH_AS((void)evaluate({}, model(), "gum"),
                         "the model knows no treebank 'gum'. It knows 'harbour'.", UsageError);
}

TEST_CASE("analyse: words, tree and names of a sentence") {
    Document document = document_of_forms(
        {"The", "minister", "says", "that", "the", "port", "must", "stay", "open", "."});
    analyse(document, model());
    CHECK(document.tokens[2].head == 0);
    CHECK(document.tokens[2].lemma == "say");
    CHECK(document.tokens[7].deprel == "ccomp");
    CHECK(document.tokens[7].head == 3);
    CHECK(document.names.empty());
    Document named =
        document_of_forms({"Ida", "Holm", "asks", "for", "a", "two-year", "plan", "."});
    analyse(named, model());
    REQUIRE(named.names.size() == 1);
    CHECK(named.names[0].first_token == 0);
    CHECK(named.names[0].end_token == 2);
    CHECK(named.names[0].kind == NameKind::person);
}

TEST_CASE("analyse: every sentence gets a tree with one root, however odd") {
    const std::vector<std::vector<std::string>> odd = {
        {"Port"},
        {"."},
        {".", "!", "?", "...", "—"},
        {"港", "は", "開いて", "いる"},
        {"Порт", "открыт", "."},
        {"😀", "😀😀", "👩‍🚀"},
        {"\t", " ", "\xC2\xA0"},
        {"\xFF\xFE", "x\x80"},
        {std::string(100000, 'x'), "is", "long"},
        {"مرفأ", "‏"},
        std::vector<std::string>(200, "the"),
    };
    for (const auto& forms : odd) {
        CAPTURE(forms.front().substr(0, 20));
        Document document = document_of_forms(forms);
        analyse(document, model());
        CHECK(has_tree(document));
        CHECK(document.diagnostics.empty());
    }
    Document empty;
    analyse(empty, model());
    CHECK(empty.tokens.empty());
    Document hollow = document_of_forms({});
    analyse(hollow, model());
    CHECK(hollow.names.empty());
}

TEST_CASE("analyse: a very long sentence is read in pieces, and that is said") {
    std::vector<std::string> forms;
    for (int i = 0; i < 5000; ++i)
        forms.push_back(i % 37 == 36 ? "," : i % 3 == 0 ? "port" : "boats");
    Document document = document_of_forms(forms);
    analyse(document, model());
    CHECK(has_tree(document));
    REQUIRE(document.diagnostics.size() == 1);
    CHECK(document.diagnostics[0].message ==
          "a sentence of 5000 words: its tree is put together from pieces of at most 200");
}

TEST_CASE("analyse: five thousand marks, five thousand signs of another script") {
    for (const char* form : {"!", "港", "😀", "\t"}) {
        CAPTURE(form);
        Document document = document_of_forms(std::vector<std::string>(5000, form));
        analyse(document, model());
        CHECK(has_tree(document));
        CHECK(document.diagnostics.size() == 1);
    }
}

TEST_CASE("analyse: the same alone, in company and on many threads") {
    const Treebank gold = read_conllu_file(folder + "/harbour.conllu");
    Document together = document_of(gold);
    analyse(together, model());
    std::size_t at = 0;
    for (const Tree& tree : gold) {
        Document alone = document_of({tree});
        analyse(alone, model());
        for (const Token& token : alone.tokens) {
            CHECK(token.head == together.tokens[at].head);
            CHECK(token.deprel == together.tokens[at].deprel);
            CHECK(token.lemma == together.tokens[at].lemma);
            ++at;
        }
    }
    const std::string expected = conllu(together);
    std::vector<std::string> results(8);
    std::vector<std::thread> threads;
    for (auto& result : results) {
        threads.emplace_back([&] {
            Document mine = document_of(gold);
            analyse(mine, model());
            result = conllu(mine);
        });
    }
    for (auto& thread : threads) thread.join();
    for (const auto& result : results) CHECK(result == expected);
}

TEST_CASE("analyse: vectors, a column a token, none for what is not read") {
    Document document = document_of_forms({"Boats", "stay", "open"});
    document.sentences[0].end_token = 2;  // the last token stands in no sentence
    learn::Matrix vectors;
    analyse(document, model(), &vectors);
    CHECK(vectors.rows == model().vector_size());
    REQUIRE(vectors.cols == 3);
    bool some = false, none = true;
    for (std::size_t r = 0; r < vectors.rows; ++r) {
        some = some || vectors.column(1)[r] != 0;
        none = none && vectors.column(2)[r] == 0;
    }
    CHECK(some);
    CHECK(none);
    CHECK(document.tokens[2].upos.empty());
}

TEST_CASE("CoNLL-U: what is written is read again") {
    Document document = document_of(read_conllu_file(folder + "/harbour.conllu"));
    document.name = "harbour";
    analyse(document, model());
    const Treebank again = read_conllu(conllu(document), "again");
    REQUIRE(again.size() == document.sentences.size());
    CHECK(again[0].document == "harbour");
    CHECK(again[0].text == "The minister says that the port must stay open.");
    std::size_t t = 0;
    for (const Tree& tree : again) {
        for (const Word& word : tree.words) {
            CHECK(word.form == document.tokens[t].form);
            CHECK(word.head == document.tokens[t].head);
            ++t;
        }
    }
    CHECK(again[1].words[0].misc == "begin=49|end=52|Name=B-person");
}

TEST_CASE("model: members that do not fit each other are refused, not read") {
    const auto refused = [](learn::ModelFile broken) {
        try {
            const Model made(broken, "b.model");
        } catch (const InputError& error) {
            return error.located();
        }
        return std::string();
    };
    CHECK(refused(file()).empty());
    for (const auto& item : file().weights) {
        CAPTURE(item.first);
        learn::ModelFile missing = file();
        missing.weights.erase(item.first);
        CHECK(refused(missing).starts_with("b.model: has no usable member '"));
        learn::ModelFile shorter = file();
        auto& weights = shorter.weights[item.first];
        weights.length -= 1;
        weights.values.resize(weights.length * weights.count());
        CHECK(refused(shorter).starts_with("b.model: has no usable member '"));
    }
    for (const auto& item : file().floats) {
        CAPTURE(item.first);
        learn::ModelFile shorter = file();
        shorter.floats[item.first].pop_back();
        CHECK(refused(shorter) == "b.model: has no usable member '" + item.first +
                                      "'. Train the model again or fetch it anew.");
    }
    learn::ModelFile lists = file();
    lists.lists["label"].clear();
    CHECK(refused(lists) ==
          "b.model: has no usable member 'label'. Train the model again or fetch it anew.");
}
