// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The syntax network in training: a batch on its way up, and its gradients on their way down.
//
// A word comes in as the columns of its form's features one below the other, then the sum of its
// n-grams' columns over the root of one more than their number (so that long words do not weigh
// more), then the column of its treebank. Two bidirectional layers read that. Tags and lemma rules
// are linear in the lower layer and names in the upper one, so that the upper one is free for what
// hangs on the whole sentence (Søgaard and Goldberg 2016). Word dropout hides the word alone; its
// affixes, shape and n-grams stay, as they do for an unknown word in running text.
//
// Arcs: with d and h the small vectors of dependent and head, an arc is worth h' (F d + prior). F d
// is what a dependent looks for and is worked out once a word; the prior lets a word be a likely
// head of anything. "Boats left Riga" with the root gives a table of four heads by three
// dependents, and each column of it one cross entropy. Labels are linear in d, h and their product
// at the head that the treebank gives, so that a wrong arc does not spoil the lesson of the label.
//
// The way down visits the same steps in the opposite order. Columns of all sentences stand side by
// side (learn::Packing), that of the root behind them. A layer's gradient needs its states as they
// were before dropout, so these are kept apart from those that the next layer read.
//
// Source: Dozat and Manning, Deep Biaffine Attention for Neural Dependency Parsing, ICLR 2017,
// section 3.1; theirs has a biaffine form for labels, too.
// Limits: heads are learned word by word, a word's own column among them; that they are a tree is
// left to syntax/tree.cpp. Tested by tests/syntax/syntax_test.cpp, the layers by
// tests/learn/lstm_test.cpp.

#include "training/syntax_network.hpp"

#include "learn/elementwise.hpp"
#include "learn/product.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace demarche::training {
using namespace syntax;

using learn::add_product;
using learn::add_product_transposed;
using learn::add_transposed_product;
using learn::Matrix;
using learn::Packing;
using learn::Parameter;
using learn::Random;

std::size_t Dimensions::input() const {
    std::size_t sum = ngram + treebank;
    for (const std::size_t d : features) sum += d;
    return sum;
}

namespace {

std::vector<Parameter> make_tables(const Dimensions& d, const Counts& n, Random& random) {
    std::vector<Parameter> out;
    for (std::size_t f = 0; f < feature_count; ++f) {
        out.emplace_back("table." + std::string(feature_names[f]), d.features[f], n.features[f],
                         0.1F, random, true);
    }
    return out;
}

std::vector<Parameter> make_class_weights(const Dimensions& d, const Counts& n, Random& random) {
    std::vector<Parameter> out;
    for (std::size_t h = 0; h < head_count; ++h) {
        out.emplace_back(std::string(head_names[h]) + ".weights", n.classes[h],
                         2 * (h == name_head ? d.upper : d.lower), 0.06F, random);
    }
    return out;
}

std::vector<Parameter> make_class_biases(const Counts& n, Random& random) {
    std::vector<Parameter> out;
    for (std::size_t h = 0; h < head_count; ++h) {
        out.emplace_back(std::string(head_names[h]) + ".bias", n.classes[h], 1, 0.0F, random);
    }
    return out;
}

/// The gradient of tanh, given its value.
void through_tangent(Matrix& gradient, const Matrix& value) {
    for (std::size_t i = 0; i < value.values.size(); ++i) {
        gradient.values[i] *= 1 - value.values[i] * value.values[i];
    }
}

void add_columns(const Matrix& from, Matrix& to) {
    for (std::size_t c = 0; c < from.cols; ++c) {
        for (std::size_t r = 0; r < from.rows; ++r) to.values[r] += from.column(c)[r];
    }
}

/// Turns scores into the gradient of the cross entropy; adds the loss. `gold` -1 gives none.
/// \return whether the best score was the gold one
bool cross_entropy(float* scores, std::size_t n, int gold, float weight, double& loss) {
    if (gold < 0) {
        std::fill_n(scores, n, 0.0F);
        return false;
    }
    const auto g = static_cast<std::size_t>(gold);
    const bool right = learn::arg_max(scores, n) == g;
    learn::softmax(scores, n);
    loss -= static_cast<double>(weight * std::log(std::max(scores[g], 1e-9F)));
    scores[g] -= 1;
    for (std::size_t i = 0; i < n; ++i) scores[i] *= weight;
    return right;
}

void multiply(Matrix& x, const Matrix& mask) {
    for (std::size_t i = 0; i < x.values.size(); ++i) x.values[i] *= mask.values[i];
}

}  // namespace

Network::Network(const Dimensions& d, const Counts& n, Random& random)
    : dimensions_(d),
      counts_(n),
      tables_(make_tables(d, n, random)),
      ngrams_("table.ngram", d.ngram, ngram_buckets, 0.1F, random, true),
      treebanks_("table.treebank", d.treebank, n.treebanks, 0.3F, random, true),
      lower_forward_("lower.forward", d.input(), d.lower, false, random),
      lower_backward_("lower.backward", d.input(), d.lower, true, random),
      upper_forward_("upper.forward", 2 * d.lower, d.upper, false, random),
      upper_backward_("upper.backward", 2 * d.lower, d.upper, true, random),
      class_weights_(make_class_weights(d, n, random)),
      class_biases_(make_class_biases(n, random)),
      root_("root", 2 * d.upper, 1, 0.1F, random),
      arc_dependent_("arc.dependent", d.arc, 2 * d.upper, 0.06F, random),
      arc_head_("arc.head", d.arc, 2 * d.upper, 0.06F, random),
      arc_form_("arc.form", d.arc, d.arc, 0.02F, random),
      arc_prior_("arc.prior", d.arc, 1, 0.02F, random),
      label_dependent_("label.dependent", d.label, 2 * d.upper, 0.06F, random),
      label_head_("label.head", d.label, 2 * d.upper, 0.06F, random),
      label_weights_("label.weights", n.labels, 3 * d.label, 0.06F, random),
      label_bias_("label.bias", n.labels, 1, 0.0F, random) {}

std::vector<Parameter*> Network::parameters() {
    std::vector<Parameter*> all;
    for (auto& p : tables_) all.push_back(&p);
    for (auto* p : {&ngrams_, &treebanks_}) all.push_back(p);
    for (auto* l : {&lower_forward_, &lower_backward_, &upper_forward_, &upper_backward_}) {
        for (auto* p : {&l->input, &l->recurrent, &l->bias}) all.push_back(p);
    }
    for (std::size_t h = 0; h < head_count; ++h) {
        all.push_back(&class_weights_[h]);
        all.push_back(&class_biases_[h]);
    }
    for (auto* p : {&root_, &arc_dependent_, &arc_head_, &arc_form_, &arc_prior_, &label_dependent_,
                    &label_head_, &label_weights_, &label_bias_}) {
        all.push_back(p);
    }
    return all;
}

void Network::swap_averages() {
    for (Parameter* p : parameters()) std::swap(p->value.values, p->average.values);
}

/// One batch on its way up and down.
struct Pass {
    Network& net;
    const std::vector<const Example*>& batch;
    const std::vector<FormFeatures>& forms;
    const Shaking* shaking;
    Random& random;
    Packing packing;
    float scale = 0;  // of a word's loss
    Tally tally{};

    Matrix in{}, lower{}, upper{};                 // the layers' values, after dropout
    Matrix lower_clean{}, upper_clean{};           // the same before it
    Matrix in_mask{}, lower_mask{}, upper_mask{};  // what dropout did to them
    Matrix in_gradient{}, lower_gradient{}, upper_gradient{};
    std::vector<std::uint32_t> words{};  // word number of each column, after word dropout
    learn::Lstm::Trace traces[4]{};

    template <class Function>
    void for_words(Function function) {
        for (std::size_t b = 0; b < batch.size(); ++b) {
            for (std::size_t t = 0; t < batch[b]->forms.size(); ++t) {
                function(*batch[b], t, packing.start[t] + b);
            }
        }
    }

    void embed() {
        const Dimensions& d = net.dimensions_;
        in.clear(d.input(), packing.columns());
        words.assign(packing.columns(), 0);
        for_words([&](const Example& e, std::size_t t, std::size_t c) {
            const FormFeatures& form = forms[e.forms[t]];
            const bool hide = shaking && random.uniform() < shaking->word_dropout;
            words[c] = hide ? 0 : form.numbers[0];
            float* to = in.column(c);
            for (std::size_t f = 0; f < feature_count; ++f) {
                const std::size_t number = f == 0 ? words[c] : form.numbers[f];
                to = std::copy_n(net.tables_[f].value.column(number), d.features[f], to);
            }
            const float share = 1 / std::sqrt(static_cast<float>(form.ngrams.size()) + 1);
            for (const std::uint32_t g : form.ngrams) {
                const float* const from = net.ngrams_.value.column(g);
                for (std::size_t i = 0; i < d.ngram; ++i) to[i] += share * from[i];
            }
            to += d.ngram;
            std::copy_n(net.treebanks_.value.column(e.treebank), d.treebank, to);
        });
    }

    void embed_back() {
        const Dimensions& d = net.dimensions_;
        const auto add = [](Parameter& table, std::size_t number, const float* from, float share) {
            float* const to = table.gradient.column(number);
            for (std::size_t i = 0; i < table.value.rows; ++i) to[i] += share * from[i];
            table.touched.push_back(static_cast<std::uint32_t>(number));
        };
        for_words([&](const Example& e, std::size_t t, std::size_t c) {
            const FormFeatures& form = forms[e.forms[t]];
            const float* from = in_gradient.column(c);
            for (std::size_t f = 0; f < feature_count; ++f) {
                add(net.tables_[f], f == 0 ? words[c] : form.numbers[f], from, 1);
                from += d.features[f];
            }
            const float share = 1 / std::sqrt(static_cast<float>(form.ngrams.size()) + 1);
            for (const std::uint32_t g : form.ngrams) add(net.ngrams_, g, from, share);
            from += d.ngram;
            add(net.treebanks_, e.treebank, from, 1);
        });
    }

    void shake(Matrix& x, Matrix& mask) {
        if (shaking) learn::drop_out(x, mask, shaking->dropout, random);
    }

    void up() {
        const Dimensions& d = net.dimensions_;
        embed();
        shake(in, in_mask);
        lower.clear(2 * d.lower, packing.columns());
        net.lower_forward_.forward(packing, in, lower.band(0, d.lower), traces[0]);
        net.lower_backward_.forward(packing, in, lower.band(d.lower, d.lower), traces[1]);
        lower_clean = lower;
        shake(lower, lower_mask);
        upper.clear(2 * d.upper, packing.columns());
        net.upper_forward_.forward(packing, lower, upper.band(0, d.upper), traces[2]);
        net.upper_backward_.forward(packing, lower, upper.band(d.upper, d.upper), traces[3]);
        upper_clean = upper;
        shake(upper, upper_mask);
        lower_gradient.clear(2 * d.lower, packing.columns());
        upper_gradient.clear(2 * d.upper, packing.columns());
    }

    void down() {
        const Dimensions& d = net.dimensions_;
        multiply(upper_gradient, upper_mask);
        net.upper_forward_.back(packing, lower, upper_clean.band(0, d.upper),
                                upper_gradient.band(0, d.upper), traces[2], lower_gradient);
        net.upper_backward_.back(packing, lower, upper_clean.band(d.upper, d.upper),
                                 upper_gradient.band(d.upper, d.upper), traces[3], lower_gradient);
        multiply(lower_gradient, lower_mask);
        in_gradient.clear(d.input(), packing.columns());
        net.lower_forward_.back(packing, in, lower_clean.band(0, d.lower),
                                lower_gradient.band(0, d.lower), traces[0], in_gradient);
        net.lower_backward_.back(packing, in, lower_clean.band(d.lower, d.lower),
                                 lower_gradient.band(d.lower, d.lower), traces[1], in_gradient);
        multiply(in_gradient, in_mask);
        embed_back();
    }

    void classify(std::size_t head) {
        const bool high = head == name_head;
        const Matrix& layer = high ? upper : lower;
        Parameter& weights = net.class_weights_[head];
        Parameter& bias = net.class_biases_[head];
        Matrix scores(weights.value.rows, layer.cols);
        add_product(weights.value, layer, scores);
        learn::add_bias(bias.value, scores);
        const float weight = shaking ? shaking->class_weights[head] : 1;
        for_words([&](const Example& e, std::size_t t, std::size_t c) {
            const int gold = e.classes[head][t];
            tally.known[head] += gold >= 0;
            tally.right[head] += cross_entropy(scores.column(c), scores.rows, gold,
                                               weight * e.weight * scale, tally.loss);
        });
        if (!shaking) return;
        add_product_transposed(scores, layer, weights.gradient);
        add_columns(scores, bias.gradient);
        add_transposed_product(weights.value, scores, high ? upper_gradient : lower_gradient);
    }

    /// tanh(weights x) for all words and, in the last column, for the root if `with_root`.
    [[nodiscard]] Matrix project(const Parameter& weights, bool with_root) const {
        Matrix out(weights.value.rows, upper.cols + (with_root ? 1 : 0));
        add_product(weights.value, upper, out.columns(0, upper.cols));
        if (with_root) add_product(weights.value, net.root_.value, out.columns(upper.cols, 1));
        learn::hyperbolic_tangent(out.values.data(), out.values.size());
        return out;
    }

    void project_back(Parameter& weights, const Matrix& value, Matrix& gradient) {
        through_tangent(gradient, value);
        const auto of_words = gradient.columns(0, upper.cols);
        add_product_transposed(of_words, upper, weights.gradient);
        add_transposed_product(weights.value, of_words, upper_gradient);
        if (gradient.cols == upper.cols) return;
        const auto of_root = gradient.columns(upper.cols, 1);
        add_product_transposed(of_root, net.root_.value, weights.gradient);
        add_transposed_product(weights.value, of_root, net.root_.gradient);
    }

    /// Column of word `head` (1-based) of sentence b; of the root for 0.
    [[nodiscard]] std::size_t column_of(std::size_t b, std::size_t head) const {
        return head == 0 ? upper.cols : packing.start[head - 1] + b;
    }

    [[nodiscard]] Matrix gather(const Matrix& from, std::size_t b, std::size_t first) const {
        const std::size_t n = batch[b]->forms.size();
        Matrix out(from.rows, n + 1 - first);
        for (std::size_t i = first; i <= n; ++i) {
            std::copy_n(from.column(column_of(b, i)), from.rows, out.column(i - first));
        }
        return out;
    }

    void scatter(const Matrix& from, std::size_t b, std::size_t first, Matrix& to) const {
        for (std::size_t i = 0; i < from.cols; ++i) {
            float* const column = to.column(column_of(b, i + first));
            for (std::size_t r = 0; r < from.rows; ++r) column[r] += from.column(i)[r];
        }
    }

    /// Score of head h for dependent d: h' (F d + prior).
    void arcs() {
        const Matrix dependents = project(net.arc_dependent_, false);
        const Matrix heads = project(net.arc_head_, true);
        Matrix wanted(dependents.rows, dependents.cols);  // what a dependent looks for in its head
        add_product(net.arc_form_.value, dependents, wanted);
        learn::add_bias(net.arc_prior_.value, wanted);
        Matrix wanted_gradient(wanted.rows, wanted.cols);
        Matrix heads_gradient(heads.rows, heads.cols);
        const float weight = shaking ? shaking->arc_weight : 1;
        for (std::size_t b = 0; b < batch.size(); ++b) {
            const Example& e = *batch[b];
            const Matrix h = gather(heads, b, 0);
            const Matrix w = gather(wanted, b, 1);
            Matrix scores(h.cols, w.cols);
            add_transposed_product(h, w, scores);
            for (std::size_t d = 0; d < w.cols; ++d) {
                tally.arcs_known += e.heads[d] >= 0;
                tally.arcs += cross_entropy(scores.column(d), scores.rows, e.heads[d],
                                            weight * e.weight * scale, tally.loss);
            }
            if (!shaking) continue;
            Matrix dw(w.rows, w.cols);
            add_product(h, scores, dw);
            scatter(dw, b, 1, wanted_gradient);
            Matrix dh(h.rows, h.cols);
            add_product_transposed(w, scores, dh);
            scatter(dh, b, 0, heads_gradient);
        }
        if (!shaking) return;
        add_columns(wanted_gradient, net.arc_prior_.gradient);
        add_product_transposed(wanted_gradient, dependents, net.arc_form_.gradient);
        Matrix dependents_gradient(dependents.rows, dependents.cols);
        add_transposed_product(net.arc_form_.value, wanted_gradient, dependents_gradient);
        project_back(net.arc_dependent_, dependents, dependents_gradient);
        project_back(net.arc_head_, heads, heads_gradient);
    }

    /// Labels from (d, h, d * h) at the gold heads.
    void labels() {
        const std::size_t size = net.dimensions_.label;
        const Matrix dependents = project(net.label_dependent_, false);
        const Matrix heads = project(net.label_head_, true);
        Matrix pairs(3 * size, upper.cols);
        std::vector<std::size_t> head_column(upper.cols);
        for (std::size_t b = 0; b < batch.size(); ++b) {
            for (std::size_t t = 0; t < batch[b]->forms.size(); ++t) {
                const std::size_t c = packing.start[t] + b;
                head_column[c] =
                    column_of(b, static_cast<std::size_t>(std::max(batch[b]->heads[t], 0)));
                const float* const d = dependents.column(c);
                const float* const h = heads.column(head_column[c]);
                float* const pair = pairs.column(c);
                for (std::size_t i = 0; i < size; ++i) {
                    pair[i] = d[i];
                    pair[size + i] = h[i];
                    pair[2 * size + i] = d[i] * h[i];
                }
            }
        }
        Matrix scores(net.label_weights_.value.rows, upper.cols);
        add_product(net.label_weights_.value, pairs, scores);
        learn::add_bias(net.label_bias_.value, scores);
        const float weight = shaking ? shaking->label_weight : 1;
        for_words([&](const Example& e, std::size_t t, std::size_t c) {
            tally.labels_known += e.labels[t] >= 0;
            tally.labels += cross_entropy(scores.column(c), scores.rows, e.labels[t],
                                          weight * e.weight * scale, tally.loss);
        });
        if (!shaking) return;
        add_product_transposed(scores, pairs, net.label_weights_.gradient);
        add_columns(scores, net.label_bias_.gradient);
        Matrix pairs_gradient(pairs.rows, pairs.cols);
        add_transposed_product(net.label_weights_.value, scores, pairs_gradient);
        Matrix dependents_gradient(dependents.rows, dependents.cols);
        Matrix heads_gradient(heads.rows, heads.cols);
        for (std::size_t c = 0; c < upper.cols; ++c) {
            const float* const d = dependents.column(c);
            const float* const h = heads.column(head_column[c]);
            const float* const pair = pairs_gradient.column(c);
            float* const to_d = dependents_gradient.column(c);
            float* const to_h = heads_gradient.column(head_column[c]);
            for (std::size_t i = 0; i < size; ++i) {
                to_d[i] += pair[i] + pair[2 * size + i] * h[i];
                to_h[i] += pair[size + i] + pair[2 * size + i] * d[i];
            }
        }
        project_back(net.label_dependent_, dependents, dependents_gradient);
        project_back(net.label_head_, heads, heads_gradient);
    }
};

Tally Network::pass(std::vector<const Example*> batch, const std::vector<FormFeatures>& forms,
                    const Shaking* shaking, Random& random) {
    std::stable_sort(batch.begin(), batch.end(), [](const Example* a, const Example* b) {
        return a->forms.size() > b->forms.size();
    });
    std::vector<std::size_t> lengths;
    for (const Example* e : batch) lengths.push_back(e->forms.size());
    Pass pass{.net = *this,
              .batch = batch,
              .forms = forms,
              .shaking = shaking,
              .random = random,
              .packing = Packing(lengths)};
    pass.scale = 1 / static_cast<float>(std::max<std::size_t>(pass.packing.columns(), 1));
    pass.tally.words = pass.packing.columns();
    pass.up();
    for (std::size_t h = 0; h < head_count; ++h) pass.classify(h);
    pass.arcs();
    pass.labels();
    if (shaking) pass.down();
    return pass.tally;
}

}  // namespace demarche::training
