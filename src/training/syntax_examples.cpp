// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/syntax_examples.hpp"

#include "syntax/lemma_rule.hpp"

#include <functional>
#include <utility>

namespace demarche::training {
using namespace syntax;
namespace {

using Occurrences = std::map<std::string, std::size_t, std::less<>>;

NameTags name_tags(const Tree& tree, NameSource source) {
    switch (source) {
        case NameSource::none: return {};
        case NameSource::ner: return name_tags_from_ner(tree);
        case NameSource::entities: return name_tags_from_entities(tree);
    }
    return {};
}

/// The universal part of a relation: "nsubj" of "nsubj:pass".
std::string_view universal(std::string_view label) {
    return label.substr(0, label.find(':'));
}

/// -1 for what the inventory does not have.
int known(std::uint32_t number) {
    return number == 0 ? -1 : static_cast<int>(number);
}

}  // namespace

std::uint32_t Forms::number(const std::string& form) {
    const auto [it, fresh] = numbers_.emplace(form, static_cast<std::uint32_t>(features_.size()));
    if (fresh) features_.push_back(look_up(vocabularies_, form));
    return it->second;
}

std::vector<Annotated> annotated(const Treebank& treebank, const Corpus& corpus,
                                 std::size_t longest) {
    std::vector<Annotated> out;
    for (const Tree& tree : treebank) {
        if (tree.words.size() > longest) continue;
        if (corpus.clean != 0 && !is_clean(tree, corpus.clean)) continue;
        out.push_back({tree, name_tags(tree, corpus.names)});
    }
    return out;
}

Inventory take_inventory(const Recipe& recipe, const std::vector<std::vector<Annotated>>& corpora) {
    std::array<Occurrences, feature_count> features_seen;
    std::array<Occurrences, head_count> classes_seen;
    Occurrences labels_seen;
    std::vector<std::string> treebanks;
    std::map<std::string, std::size_t> forms;
    for (std::size_t k = 0; k < corpora.size(); ++k) {
        treebanks.push_back(recipe.corpora[k].name);
        for (const Annotated& sentence : corpora[k]) {
            for (const std::string& tag : sentence.names) ++classes_seen[name_head][tag];
            for (const Word& word : sentence.tree.words) {
                ++forms[word.form];
                ++classes_seen[upos_head][word.upos];
                ++classes_seen[xpos_head][word.xpos];
                if (!word.lemma.empty())
                    ++classes_seen[lemma_head][lemma_rule(word.form, word.lemma)];
                ++labels_seen[word.deprel];
                ++labels_seen[std::string(universal(word.deprel))];
            }
        }
    }
    for (const auto& [form, count] : forms) {
        const auto texts = features(form);
        for (std::size_t f = 0; f < feature_count; ++f) features_seen[f][texts[f]] += count;
    }
    Inventory inventory;
    for (std::size_t f = 0; f < feature_count; ++f) {
        inventory.features[f] = learn::Vocabulary::from_counts(
            features_seen[f], f == 0 ? recipe.word_count : recipe.affix_count);
    }
    for (std::size_t h = 0; h < head_count; ++h) {
        classes_seen[h].erase("");
        inventory.classes[h] = learn::Vocabulary::from_counts(classes_seen[h], recipe.class_count);
    }
    labels_seen.erase("");
    inventory.labels = learn::Vocabulary::from_counts(labels_seen, recipe.class_count);
    inventory.treebanks = learn::Vocabulary(std::move(treebanks));
    return inventory;
}

Example example(const Annotated& sentence, const Corpus& corpus, const Inventory& inventory,
                Forms& forms) {
    Example e;
    e.treebank = inventory.treebanks.number(corpus.name);
    e.weight = corpus.weight;
    const auto& words = sentence.tree.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Word& word = words[i];
        e.forms.push_back(forms.number(word.form));
        const auto add = [&](Head head, std::string_view value) {
            e.classes[head].push_back(known(inventory.classes[head].number(value)));
        };
        add(upos_head, word.upos);
        add(xpos_head, word.xpos);
        add(lemma_head, word.lemma.empty() ? std::string() : lemma_rule(word.form, word.lemma));
        add(name_head, sentence.names.empty() ? std::string_view() : sentence.names[i]);
        // A machine's "dep" says that it did not know: nothing to learn.
        const bool unsure = corpus.clean != 0 && word.deprel == "dep";
        std::uint32_t label = inventory.labels.number(word.deprel);
        if (label == 0) label = inventory.labels.number(universal(word.deprel));
        e.labels.push_back(unsure ? -1 : known(label));
        e.heads.push_back(unsure ? -1 : word.head);
    }
    return e;
}

}  // namespace demarche::training
