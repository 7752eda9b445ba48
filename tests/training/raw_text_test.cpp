// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/raw_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::training;

namespace {

/// A line of CoNLL-U from its columns id, form, head, deprel, misc.
std::string line(int id, const std::string& form, int head, const std::string& deprel,
                 const std::string& misc = "_") {
    return std::to_string(id) + "\t" + form + "\t" + form + "\tX\tY\t_\t" + std::to_string(head) +
           "\t" + deprel + "\t_\t" + misc + "\n";
}

/// "The port shut." and "Why?" in one paragraph.
const std::string port = line(1, "The", 2, "det") + line(2, "port", 3, "nsubj") +
                         line(3, "shut", 0, "root", "SpaceAfter=No") + line(4, ".", 3, "punct") +
                         "\n" + line(1, "Why", 0, "root", "SpaceAfter=No") +
                         line(2, "?", 1, "punct") + "\n";

/// What one would have read: words of `forms` where they stand in `text`, one behind the other; a
/// sentence for each list.
struct ReadWord {
    std::string form;
    int head;
    std::string deprel;
};

Document document_of(const std::string& text, const std::vector<std::vector<ReadWord>>& sentences) {
    Document document;
    document.text = text;
    std::size_t at = 0;
    for (const auto& words : sentences) {
        Sentence sentence;
        sentence.first_token = document.tokens.size();
        for (const ReadWord& word : words) {
            at = text.find(word.form, at);
            REQUIRE(at != std::string::npos);
            Token token;
            token.span = {at, at + word.form.size()};
            token.form = token.lemma = word.form;
            token.upos = "X";
            token.xpos = "Y";
            token.head = word.head;
            token.deprel = word.deprel;
            document.tokens.push_back(token);
            at += word.form.size();
        }
        sentence.end_token = document.tokens.size();
        document.sentences.push_back(sentence);
    }
    return document;
}

Scores scores_of(const Treebank& gold, const std::vector<std::vector<ReadWord>>& read) {
    const auto texts = raw_texts(gold);
    REQUIRE(texts.size() == 1);
    Scores scores;
    compare_raw(gold, texts.front(), document_of(texts.front().text, read), scores);
    return scores;
}

}  // namespace

TEST_CASE("raw text: words where there are spaces, paragraphs where they are stated") {
    struct Case {
        const char* what;
        std::string conllu;
        std::vector<std::string> texts;
        std::vector<std::string> paragraphs;
    };
    const Case cases[] = {
        {"one paragraph", port, {"The port shut. Why?\n\n"}, {"The port shut. Why?"}},
        {"a new paragraph",
         port + "# newpar id = p\n" + line(1, "So", 0, "root"),
         {"The port shut. Why?\n\nSo\n\n"},
         {"The port shut. Why?", "So"}},
        {"a kind of paragraph is not a paragraph",
         port + "# newpar_block = p\n" + line(1, "So", 0, "root"),
         {"The port shut. Why? So\n\n"},
         {"The port shut. Why? So"}},
        {"two documents",
         "# newdoc id = a\n" + port + "# newdoc id = b\n" + line(1, "So", 0, "root"),
         {"The port shut. Why?\n\n", "So\n\n"},
         {"The port shut. Why?", "So"}},
        {"offsets, in code points: far apart is a new paragraph",
         line(1, "Ærø", 0, "root", "begin=2|end=5") + line(2, "’s", 1, "case", "begin=5|end=7") +
             line(3, "port", 1, "dep", "begin=8|end=12") + "\n" +
             line(1, "So", 0, "root", "begin=14|end=16"),
         {"Ærø’s port\n\nSo\n\n"},
         {"Ærø’s port", "So"}},
        {"offsets that go back are not believed",
         line(1, "a", 0, "root", "begin=5|end=6") + line(2, "b", 1, "dep", "begin=2|end=3"),
         {"a b\n\n"},
         {"a b"}},
        {"offsets of some words alone are not believed",
         line(1, "a", 0, "root", "begin=5|end=6") + line(2, "b", 1, "dep"),
         {"a b\n\n"},
         {"a b"}},
        {"nothing", "", {}, {}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        const Treebank gold = read_conllu(c.conllu, "t.conllu");
        std::vector<std::string> texts;
        std::vector<std::string> paragraphs;
        std::size_t tree = 0;
        for (const RawText& raw : raw_texts(gold)) {
            texts.push_back(raw.text);
            for (const Span p : raw.paragraphs)
                paragraphs.push_back(raw.text.substr(p.begin, p.size()));
            CHECK(raw.first_tree == tree);
            for (const auto& spans : raw.words) {
                for (std::size_t i = 0; i < spans.size(); ++i) {
                    CHECK(raw.text.substr(spans[i].begin, spans[i].size()) ==
                          gold[tree].words[i].form);
                }
                ++tree;
            }
        }
        CHECK(tree == gold.size());
        CHECK(texts == c.texts);
        CHECK(paragraphs == c.paragraphs);
    }
}

TEST_CASE("raw text: what is read as it is in the gold is all right") {
    const Treebank gold = read_conllu(port, "t.conllu");
    const Scores s = scores_of(
        gold, {{{"The", 2, "det"}, {"port", 3, "nsubj"}, {"shut", 0, "root"}, {".", 3, "punct"}},
               {{"Why", 0, "root"}, {"?", 1, "punct"}}});
    for (const Count* count :
         {&s.words, &s.upos, &s.xpos, &s.lemma, &s.uas, &s.las, &s.sentence_ends}) {
        CHECK(count->f1() == 100);
    }
    CHECK(s.sentences == 2);
    CHECK(s.relations.at("nsubj").f1() == 100);
    CHECK(table(s).find("word F1          100.00\nsentence F1      100.00\n") != std::string::npos);
}

TEST_CASE("raw text: sentences run together are wrong, their words are not") {
    const Treebank gold = read_conllu(port, "t.conllu");
    const Scores s = scores_of(gold, {{{"The", 2, "det"},
                                       {"port", 3, "nsubj"},
                                       {"shut", 0, "root"},
                                       {".", 3, "punct"},
                                       {"Why", 3, "parataxis"},
                                       {"?", 5, "punct"}}});
    CHECK(s.words.f1() == 100);
    CHECK(s.sentence_ends.right == 0);
    CHECK(s.sentence_ends.found == 1);
    CHECK(s.sentence_ends.gold == 2);
    CHECK(s.uas.right == 5);  // not "Why", which should be a root
    CHECK(s.las.right == 5);
    CHECK(s.relations.at("root").right == 1);
}

TEST_CASE("raw text: a word cut otherwise is wrong on both sides, and so is what hangs on it") {
    const std::string plan = line(1, "a", 5, "det") + line(2, "two", 4, "nummod", "SpaceAfter=No") +
                             line(3, "-", 4, "punct", "SpaceAfter=No") +
                             line(4, "year", 5, "compound") + line(5, "plan", 0, "root");
    const Treebank gold = read_conllu(plan, "t.conllu");
    const Scores s =
        scores_of(gold, {{{"a", 2, "det"}, {"two-year", 3, "compound"}, {"plan", 0, "root"}}});
    CHECK(s.words.right == 2);
    CHECK(s.words.found == 3);
    CHECK(s.words.gold == 5);
    CHECK(s.words.f1() == doctest::Approx(50));
    CHECK(s.uas.right == 1);  // "a" hangs on what is no word of the gold
    CHECK(s.relations.at("compound").right == 0);
    CHECK(s.relations.at("compound").found == 1);
}

TEST_CASE("raw text: names by their characters and kind, where the gold has names") {
    const Treebank gold = read_conllu(
        line(1, "Ida", 0, "root", "NER=PERSON") + line(2, "Holm", 1, "flat", "NER=PERSON") +
            line(3, "left", 1, "dep") + line(4, "Oslo", 3, "obj", "NER=LOCATION"),
        "t");
    const auto texts = raw_texts(gold);
    Document read = document_of(
        texts.front().text,
        {{{"Ida", 0, "root"}, {"Holm", 1, "flat"}, {"left", 1, "dep"}, {"Oslo", 3, "obj"}}});
    read.names = {{0, 2, NameKind::person}, {3, 4, NameKind::organisation}};
    Scores s;
    compare_raw(gold, texts.front(), read, s);
    CHECK(s.names.right == 1);
    CHECK(s.names.found == 2);
    CHECK(s.names.gold == 2);
}
