// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Training a model of syntax: what is read when, and in which batches.
//
// An epoch takes of each corpus its share, and each epoch goes on where the last one ended: of
// 1,000 sentences with share 0.4 the first reads 0 to 399, the second 400 to 799, the third 800 to
// 999 and 0 to 199. So a large corpus of middling trees does not drown a small good one, and is
// still used in full. Of a sentence with hyphenated words the joined form (treebank.cpp) is taken
// every second time, by lot.
//
// Sentences of like length share a batch, as the packing is widest then; up to 4 words are added to
// a length by lot, so that batches differ from epoch to epoch, and batches are shuffled. The step
// falls in a straight line. What is looked at after an epoch, and what is kept, are averaged
// weights (Polyak and Juditsky 1992; here an exponential average), which are steadier than the last
// ones.
//
// Limits: one thread; the same bytes on the same machine only, for products are Eigen's. Tested by
// tests/syntax/syntax_test.cpp.

#include "training/syntax_training.hpp"

#include "syntax/model.hpp"
#include "training/syntax_examples.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace demarche::training {
using namespace syntax;
namespace {

/// A corpus in numbers; `joined` has the hyphenated words as one, for the sentences that have some.
struct Material {
    std::vector<Example> plain;
    std::vector<Example> joined;         // may be empty
    std::vector<std::size_t> joined_of;  // index into `joined` for each sentence, or `none`
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

Material material(const std::vector<Annotated>& sentences, const Corpus& corpus,
                  const Inventory& inventory, Forms& forms) {
    Material out;
    for (const Annotated& sentence : sentences) {
        out.plain.push_back(example(sentence, corpus, inventory, forms));
        out.joined_of.push_back(Material::none);
        if (!corpus.hyphens) continue;
        Annotated joined{join_hyphens(sentence.tree), {}};
        if (joined.tree.words.size() == sentence.tree.words.size()) continue;
        // Names of joined words are not tagged anew: these sentences teach none.
        out.joined_of.back() = out.joined.size();
        out.joined.push_back(example(joined, corpus, inventory, forms));
    }
    return out;
}

/// The sentences of one epoch: of each corpus its share, another part each time.
std::vector<const Example*> draw(const Recipe& recipe, const std::vector<Material>& materials,
                                 std::size_t epoch, learn::Random& random) {
    std::vector<const Example*> out;
    for (std::size_t k = 0; k < materials.size(); ++k) {
        const Material& m = materials[k];
        const std::size_t n = m.plain.size();
        const auto take = static_cast<std::size_t>(recipe.corpora[k].share * static_cast<float>(n));
        const std::size_t first = epoch * take;
        for (std::size_t i = 0; i < take; ++i) {
            const std::size_t s = (first + i) % n;
            const bool join = m.joined_of[s] != Material::none && random.uniform() < 0.5F;
            out.push_back(join ? &m.joined[m.joined_of[s]] : &m.plain[s]);
        }
    }
    return out;
}

/// Sentences of like length together, about `words` words each; shuffled.
std::vector<std::vector<const Example*>> batches(const std::vector<const Example*>& examples,
                                                 std::size_t words, learn::Random& random) {
    std::vector<std::pair<std::size_t, const Example*>> order;
    for (const Example* e : examples) order.emplace_back(e->forms.size() + random.below(5), e);
    random.shuffle(order);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::vector<const Example*>> out(1);
    std::size_t filled = 0;
    for (const auto& item : order) {
        if (!out.back().empty() && filled + item.second->forms.size() > words) {
            out.emplace_back();
            filled = 0;
        }
        out.back().push_back(item.second);
        filled += item.second->forms.size();
    }
    random.shuffle(out);
    return out;
}

void add(Tally& sum, const Tally& part) {
    sum.loss += part.loss * static_cast<double>(part.words);
    sum.words += part.words;
    sum.arcs += part.arcs;
    sum.labels += part.labels;
    sum.arcs_known += part.arcs_known;
    sum.labels_known += part.labels_known;
    for (std::size_t h = 0; h < head_count; ++h) {
        sum.right[h] += part.right[h];
        sum.known[h] += part.known[h];
    }
}

std::string described(const std::string& name, const Tally& t) {
    const auto percent = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    };
    char line[200];
    std::snprintf(line, sizeof line,
                  "%s: loss %.4f arcs %.2f labels %.2f upos %.2f xpos %.2f lemma %.2f names %.2f",
                  name.c_str(), t.words == 0 ? 0.0 : t.loss / static_cast<double>(t.words),
                  percent(t.arcs, t.arcs_known), percent(t.labels, t.labels_known),
                  percent(t.right[upos_head], t.known[upos_head]),
                  percent(t.right[xpos_head], t.known[xpos_head]),
                  percent(t.right[lemma_head], t.known[lemma_head]),
                  percent(t.right[name_head], t.known[name_head]));
    return line;
}

std::vector<Annotated> load(const Corpus& corpus, const std::string& folder, std::size_t longest) {
    return annotated(read_conllu_file(folder + "/" + corpus.file), corpus, longest);
}

}  // namespace

Trained train(const Recipe& recipe, const std::string& folder,
              const std::function<void(std::string_view)>& progress,
              const std::function<void(const Trained&)>& after_epoch) {
    learn::Random random(recipe.seed);
    std::vector<std::vector<Annotated>> corpora;
    for (const Corpus& corpus : recipe.corpora)
        corpora.push_back(load(corpus, folder, recipe.longest));
    Trained trained{recipe, take_inventory(recipe, corpora), nullptr};
    Forms forms(trained.inventory.features);
    std::vector<Material> materials;
    for (std::size_t k = 0; k < corpora.size(); ++k) {
        materials.push_back(material(corpora[k], recipe.corpora[k], trained.inventory, forms));
    }
    std::vector<Material> held_out;
    for (const Corpus& corpus : recipe.held_out) {
        held_out.push_back(
            material(load(corpus, folder, recipe.longest), corpus, trained.inventory, forms));
    }
    corpora.clear();
    trained.network =
        std::make_unique<Network>(recipe.dimensions, trained.inventory.counts(), random);
    Network& network = *trained.network;
    const auto parameters = network.parameters();

    learn::Adam adam{.rate = recipe.rate, .averaging = recipe.averaging};
    for (std::size_t epoch = 0; epoch < recipe.epochs; ++epoch) {
        const auto lot =
            batches(draw(recipe, materials, epoch, random), recipe.batch_words, random);
        Tally tally;
        for (std::size_t i = 0; i < lot.size(); ++i) {
            const float done = (static_cast<float>(epoch) +
                                static_cast<float>(i) / static_cast<float>(lot.size())) /
                               static_cast<float>(recipe.epochs);
            adam.rate = recipe.rate * std::max(recipe.last_rate, 1 - done);
            add(tally, network.pass(lot[i], forms.features(), &recipe.shaking, random));
            learn::step(adam, parameters);
        }
        progress(described("epoch " + std::to_string(epoch + 1) + " learned", tally));
        network.swap_averages();
        for (std::size_t k = 0; k < held_out.size(); ++k) {
            Tally seen;
            learn::Random unused(0);
            std::vector<const Example*> all;
            for (const Example& e : held_out[k].plain) all.push_back(&e);
            for (auto& batch : batches(all, recipe.batch_words, unused)) {
                add(seen, network.pass(batch, forms.features(), nullptr, unused));
            }
            progress(described("  " + recipe.held_out[k].name, seen));
        }
        if (after_epoch) after_epoch(trained);
        if (epoch + 1 < recipe.epochs) network.swap_averages();
    }
    return trained;
}

learn::ModelFile model_file(const Trained& trained) {
    learn::ModelFile file;
    file.kind = model_kind;
    file.language = trained.recipe.language;
    file.fingerprint = feature_fingerprint();
    file.seed = trained.recipe.seed;
    file.texts["run_as"] = trained.recipe.run_as;
    for_each_list(trained.inventory,
                  [&](const std::string& name, const learn::Vocabulary& vocabulary) {
                      file.lists[name] = vocabulary.entries();
                  });
    for (const learn::Parameter* p : trained.network->parameters()) {
        if (p->table) {
            file.weights[p->name] = learn::quantise_columns(p->value);
        } else if (p->value.cols == 1) {
            file.floats[p->name] = p->value.values;
        } else {
            file.weights[p->name] = learn::quantise_rows(p->value);
        }
    }
    return file;
}

}  // namespace demarche::training
