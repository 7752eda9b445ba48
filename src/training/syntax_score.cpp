// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/syntax_score.hpp"

#include "core/error.hpp"
#include "syntax/lemma_rule.hpp"
#include "training/treebank.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace demarche::training {
using namespace syntax;
namespace {

void count(Count& c, bool right) {
    ++c.found;
    ++c.gold;
    c.right += right;
}

void compare(const Tree& gold, const SentenceReading& reading, const Inventory& inventory,
             Scores& scores) {
    NameTags tags;
    for (std::size_t i = 0; i < gold.words.size(); ++i) {
        const Word& word = gold.words[i];
        const auto entry = [&](Head head) -> const std::string& {
            return inventory.classes[head].entry(reading.classes[head][i]);
        };
        const std::string& label = inventory.labels.entry(reading.labels[i]);
        count(scores.upos, entry(upos_head) == word.upos);
        count(scores.xpos, entry(xpos_head) == word.xpos);
        count(scores.lemma, lemma_from(word.form, entry(lemma_head)) == word.lemma);
        const bool attached = reading.heads[i] == word.head;
        const bool right = attached && label == word.deprel;
        count(scores.uas, attached);
        count(scores.las, right);
        ++scores.relations[label].found;
        Count& relation = scores.relations[word.deprel];
        ++relation.gold;
        relation.right += right;
        tags.push_back(entry(name_head));
    }
    const std::vector<NamedRun> gold_names = named_runs(name_tags_from_ner(gold));
    const std::vector<NamedRun> found_names = named_runs(tags);
    scores.names.gold += gold_names.size();
    scores.names.found += found_names.size();
    for (const NamedRun& name : found_names) {
        scores.names.right += std::binary_search(gold_names.begin(), gold_names.end(), name);
    }
}

}  // namespace

double Count::f1() const {
    return found + gold == 0 ? 0
                             : 200 * static_cast<double>(right) / static_cast<double>(found + gold);
}

std::uint32_t treebank_number(const Model& model, std::string_view treebank) {
    if (treebank.empty()) return model.run_as();
    const auto& known = model.inventory().treebanks;
    if (const std::uint32_t number = known.number(treebank)) return number;
    std::string choices;
    for (const std::string& entry : known.entries())
        choices += (choices.empty() ? "'" : ", '") + entry + "'";
    throw UsageError("the model knows no treebank '" + std::string(treebank) + "'. It knows " +
                     choices + ".");
}

Scores evaluate(const Treebank& gold, const Model& model, std::string_view treebank) {
    const std::uint32_t number = treebank_number(model, treebank);
    std::vector<std::vector<std::string_view>> sentences;
    for (const Tree& tree : gold) {
        auto& forms = sentences.emplace_back();
        for (const Word& word : tree.words) forms.push_back(word.form);
    }
    const auto readings = model.read(sentences, number);
    Scores scores;
    scores.sentences = gold.size();
    for (std::size_t s = 0; s < gold.size(); ++s)
        compare(gold[s], readings[s], model.inventory(), scores);
    return scores;
}

Document document_of(const Treebank& gold) {
    Document document;
    for (const Tree& tree : gold) {
        Sentence sentence;
        sentence.first_token = document.tokens.size();
        sentence.span.begin = document.text.size();
        for (const Word& word : tree.words) {
            Token token;
            token.form = word.form;
            token.span = {document.text.size(), document.text.size() + word.form.size()};
            document.text += word.form;
            if (word.space_after) document.text += ' ';
            document.tokens.push_back(std::move(token));
        }
        sentence.end_token = document.tokens.size();
        sentence.span.end =
            document.tokens.empty() ? document.text.size() : document.tokens.back().span.end;
        document.text += '\n';
        document.sentences.push_back(sentence);
    }
    Paragraph paragraph;
    paragraph.span = {0, document.text.size()};
    paragraph.end_sentence = document.sentences.size();
    document.paragraphs.push_back(paragraph);
    return document;
}

std::string table(const Scores& s) {
    std::string out;
    const auto line = [&out](std::string_view name, double value, std::string_view unit) {
        char text[80];
        std::snprintf(text, sizeof text, "%-16s %6.2f%s\n", std::string(name).c_str(), value,
                      std::string(unit).c_str());
        out += text;
    };
    out += "sentences        " + std::to_string(s.sentences) + "\nwords            " +
           std::to_string(s.upos.gold) + "\n";
    if (s.words.gold > 0) line("word F1", s.words.f1(), "");
    if (s.sentence_ends.gold > 0) line("sentence F1", s.sentence_ends.f1(), "");
    line("UPOS", s.upos.f1(), "");
    line("XPOS", s.xpos.f1(), "");
    line("lemma", s.lemma.f1(), "");
    line("UAS", s.uas.f1(), "");
    line("LAS", s.las.f1(), "");
    for (const std::string_view relation : {"nsubj", "obj", "ccomp", "xcomp", "parataxis"}) {
        const auto it = s.relations.find(relation);
        line(std::string(relation) + " F1", it == s.relations.end() ? 0 : it->second.f1(), "");
    }
    if (s.names.gold > 0) line("names F1", s.names.f1(), "");
    return out;
}

}  // namespace demarche::training
