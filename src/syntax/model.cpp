// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The network at run time: the same sums as in training/syntax_network.cpp, on whole numbers.
//
// Sentences are treated in batches of like length, item by item side by side (learn::Packing), so
// that each step of a layer is one product with many columns. Forms that occur more than once in a
// batch go through the lower layer's input weights once.
//
// What comes out for a sentence does not depend on its batch: sums of whole numbers are exact, and
// all other arithmetic is done number by number in a fixed order.

#include "syntax/model.hpp"

#include "learn/elementwise.hpp"
#include "learn/lstm.hpp"
#include "syntax/tree.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace demarche::syntax {

using learn::Fixed;
using learn::Matrix;
using learn::Packing;

namespace {

/// A batch is filled up to so many words (a longer sentence is one alone): enough columns for the
/// products, few enough that the layers' states stay in the second-level cache.
constexpr std::size_t batch_words = 1024;

using Sentences = std::vector<std::vector<std::string_view>>;

}  // namespace

/// One batch.
struct BatchReader {
    const Model& model;
    const Sentences& sentences;
    const std::vector<std::size_t>& batch;  // indices of sentences, by falling length
    std::uint32_t treebank;
    std::vector<SentenceReading>& readings;
    Packing packing;

    Fixed lower{}, upper{};
    Matrix upper_floats{};

    template <class Function>
    void for_words(Function function) const {
        for (std::size_t b = 0; b < batch.size(); ++b) {
            for (std::size_t t = 0; t < sentences[batch[b]].size(); ++t) {
                function(batch[b], t, packing.start[t] + b);
            }
        }
    }

    /// The input vector of a form.
    void embed(std::string_view form, std::vector<float>& vector) const {
        const FormFeatures features = look_up(model.inventory_.features, form);
        std::size_t at = 0;
        const auto add = [&](const learn::Quantised& table, std::size_t number, float share) {
            const std::int8_t* const from = table.vector(number);
            const float scale = share * table.scales[number];
            for (std::size_t i = 0; i < table.length; ++i) {
                vector[at + i] += scale * static_cast<float>(from[i]);
            }
        };
        std::fill(vector.begin(), vector.end(), 0.0F);
        for (std::size_t f = 0; f < feature_count; ++f) {
            add(model.tables_[f], features.numbers[f], 1);
            at += model.tables_[f].length;
        }
        const float share = 1 / std::sqrt(static_cast<float>(features.ngrams.size()) + 1);
        for (const std::uint32_t g : features.ngrams) add(model.ngrams_, g, share);
        at += model.ngrams_.length;
        add(model.treebanks_, treebank, 1);
    }

    /// Distinct forms' input vectors and, for each column, which of them it has.
    [[nodiscard]] Fixed distinct_forms(std::vector<std::size_t>& form_of) const {
        std::unordered_map<std::string_view, std::size_t> numbers;
        std::vector<std::string_view> forms;
        form_of.resize(packing.columns());
        for_words([&](std::size_t s, std::size_t t, std::size_t c) {
            const auto [it, fresh] = numbers.emplace(sentences[s][t], forms.size());
            if (fresh) forms.push_back(sentences[s][t]);
            form_of[c] = it->second;
        });
        std::size_t rows = model.ngrams_.length + model.treebanks_.length;
        for (const auto& table : model.tables_) rows += table.length;
        Fixed out(rows, forms.size());
        std::vector<float> vector(rows);
        for (std::size_t i = 0; i < forms.size(); ++i) {
            embed(forms[i], vector);
            learn::to_fixed(vector.data(), rows, out.column(i));
        }
        return out;
    }

    /// Runs one direction over gates that hold the input's part already; writes its states into
    /// rows [first, first + size) of `out`.
    void run(const Model::Layer& layer, bool backward, Matrix& gates, Fixed& out, Matrix* floats,
             std::size_t first) const {
        const std::size_t widest = packing.width(0);
        Fixed state(layer.size, widest);
        Matrix cell(layer.size, widest);
        std::vector<float> shown(layer.size);
        for (std::size_t n = 0; n < packing.steps(); ++n) {
            const std::size_t t = backward ? packing.steps() - 1 - n : n;
            const std::size_t width = packing.width(t);
            layer.recurrent.add_product(state.column(0), state.rows, width,
                                        gates.columns(packing.start[t], width));
            for (std::size_t b = 0; b < width; ++b) {
                const std::size_t c = packing.start[t] + b;
                learn::step_cell(gates.column(c), layer.size, cell.column(b), shown.data());
                learn::to_fixed(shown.data(), layer.size, state.column(b));
                std::copy_n(state.column(b), layer.size, out.column(c) + first);
                if (floats) std::copy_n(shown.data(), layer.size, floats->column(c) + first);
            }
        }
    }

    void run_lower() {
        std::vector<std::size_t> form_of;
        const Fixed forms = distinct_forms(form_of);
        lower = Fixed(2 * model.lower_[0].size, packing.columns());
        for (std::size_t direction = 0; direction < 2; ++direction) {
            const Model::Layer& layer = model.lower_[direction];
            const Matrix of_form = apply(layer.input, layer.bias, forms);
            Matrix gates(4 * layer.size, packing.columns());
            for (std::size_t c = 0; c < gates.cols; ++c) {
                std::copy_n(of_form.column(form_of[c]), gates.rows, gates.column(c));
            }
            run(layer, direction == 1, gates, lower, nullptr, direction * layer.size);
        }
    }

    void run_upper(bool keep_floats) {
        upper = Fixed(2 * model.upper_[0].size, packing.columns());
        if (keep_floats) upper_floats.clear(upper.rows, packing.columns());
        for (std::size_t direction = 0; direction < 2; ++direction) {
            const Model::Layer& layer = model.upper_[direction];
            Matrix gates = apply(layer.input, layer.bias, lower);
            run(layer, direction == 1, gates, upper, keep_floats ? &upper_floats : nullptr,
                direction * layer.size);
        }
    }

    [[nodiscard]] static Matrix apply(const learn::IntegerWeights& weights,
                                      const std::vector<float>& bias, const Fixed& x) {
        Matrix out = learn::repeated({bias.data(), bias.size(), 1, bias.size()}, x.cols);
        weights.add_product(x.column(0), x.rows, x.cols, out);
        return out;
    }

    [[nodiscard]] Matrix project(const Model::Affine& by) const {
        Matrix out = apply(by.weights, by.bias, upper);
        learn::hyperbolic_tangent(out.values.data(), out.values.size());
        return out;
    }

    void classify() const {
        for (std::size_t h = 0; h < head_count; ++h) {
            const Model::Affine& by = model.classes_[h];
            const Matrix scores = apply(by.weights, by.bias, h == name_head ? upper : lower);
            for_words([&](std::size_t s, std::size_t, std::size_t c) {
                // Class 0 stands for what was too rare to learn: nobody is put into it.
                const std::size_t best = 1 + learn::arg_max(scores.column(c) + 1, scores.rows - 1);
                readings[s].classes[h].push_back(static_cast<std::uint32_t>(best));
            });
        }
    }

    void parse() const {
        const Matrix heads = project(model.arc_head_);
        const Matrix dependents = project(model.arc_dependent_);
        Fixed fixed(dependents.rows, dependents.cols);
        for (std::size_t c = 0; c < dependents.cols; ++c) {
            learn::to_fixed(dependents.column(c), dependents.rows, fixed.column(c));
        }
        const Matrix wanted = apply(model.arc_form_.weights, model.arc_form_.bias, fixed);
        for (std::size_t b = 0; b < batch.size(); ++b) {
            const std::size_t n = sentences[batch[b]].size();
            // Word by word in a column, so that the sums below run over heads side by side.
            Matrix by_row(n + 1, heads.rows);
            for (std::size_t h = 0; h <= n; ++h) {
                const float* const from =
                    h == 0 ? model.root_arc_.data() : heads.column(packing.start[h - 1] + b);
                for (std::size_t r = 0; r < heads.rows; ++r)
                    by_row.values[r * (n + 1) + h] = from[r];
            }
            Matrix scores(n + 1, n);
            for (std::size_t d = 0; d < n; ++d) {
                learn::add_matrix_vector(by_row, wanted.column(packing.start[d] + b),
                                         scores.column(d));
            }
            readings[batch[b]].heads = best_projective_tree(scores);
        }
    }

    void label() const {
        const std::size_t size = model.root_label_.size();
        const Matrix heads = project(model.label_head_);
        const Matrix dependents = project(model.label_dependent_);
        Fixed pairs(3 * size, packing.columns());
        std::vector<float> pair(3 * size);
        for (std::size_t b = 0; b < batch.size(); ++b) {
            const auto& found = readings[batch[b]].heads;
            for (std::size_t t = 0; t < found.size(); ++t) {
                const std::size_t c = packing.start[t] + b;
                const float* const d = dependents.column(c);
                const float* const h =
                    found[t] == 0
                        ? model.root_label_.data()
                        : heads.column(packing.start[static_cast<std::size_t>(found[t]) - 1] + b);
                for (std::size_t i = 0; i < size; ++i) {
                    pair[i] = d[i];
                    pair[size + i] = h[i];
                    pair[2 * size + i] = d[i] * h[i];
                }
                learn::to_fixed(pair.data(), pair.size(), pairs.column(c));
            }
        }
        Matrix scores = apply(model.label_.weights, model.label_.bias, pairs);
        const std::uint32_t root = model.inventory_.labels.number("root");
        for_words([&](std::size_t s, std::size_t t, std::size_t c) {
            auto& labels = readings[s].labels;
            if (readings[s].heads[t] == 0 && root != 0) {
                labels.push_back(root);
                return;
            }
            float* const score = scores.column(c);
            score[root] = std::min(score[root], -1e9F);  // root 0 is no label either
            labels.push_back(
                static_cast<std::uint32_t>(1 + learn::arg_max(score + 1, scores.rows - 1)));
        });
    }
};

std::vector<SentenceReading> Model::read(const Sentences& sentences, std::uint32_t treebank,
                                         Matrix* vectors) const {
    std::vector<SentenceReading> readings(sentences.size());
    std::vector<std::size_t> order(sentences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return sentences[a].size() > sentences[b].size();
    });
    std::vector<std::size_t> first_column(sentences.size() + 1, 0);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        first_column[s + 1] = first_column[s] + sentences[s].size();
    }
    if (vectors) vectors->clear(vector_size(), first_column.back());
    for (std::size_t i = 0; i < order.size();) {
        std::vector<std::size_t> batch;
        std::vector<std::size_t> lengths;
        std::size_t words = 0;
        while (i < order.size() &&
               (batch.empty() || words + sentences[order[i]].size() <= batch_words)) {
            batch.push_back(order[i]);
            lengths.push_back(sentences[order[i]].size());
            words += lengths.back();
            ++i;
        }
        BatchReader reader{*this, sentences, batch, treebank, readings, Packing(lengths)};
        reader.run_lower();
        reader.run_upper(vectors != nullptr);
        reader.classify();
        reader.parse();
        reader.label();
        if (!vectors) continue;
        reader.for_words([&](std::size_t s, std::size_t t, std::size_t c) {
            std::copy_n(reader.upper_floats.column(c), vectors->rows,
                        vectors->column(first_column[s] + t));
        });
    }
    return readings;
}

}  // namespace demarche::syntax
