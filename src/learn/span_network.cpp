// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The way up and down of a network that labels tokens twice, each time by a BiLSTM under a chain of
// labels (Lample et al. 2016).
//
// First every piece of the document goes through the layers, and each token gets emissions of the
// first chain and a short vector, `known`. Then, for each chosen span, the tokens of its window go
// through a small layer of their own: `known` copied, and beside it columns that depend on the
// span. A token in ten windows has gone through the large layers once.
//
// On the way down both losses meet in the output of the highest large layer: the windows add what
// they want of `known` before the large layers are treated. Vectors that come from another network
// (`given`) are inputs: their projection learns, that network does not.
//
// Pieces of different lengths stand side by side without padding (learn::Packing), which wants them
// sorted. Placement keeps where each token went. Two pieces of 1 and 3 tokens, a and b:
//
//     packed      b0 a0 | b1 | b2
//     columns     a: 1;  b: 0 2 3
//
// Dropout overwrites the outputs of a layer, but its gradient needs them whole: run_back makes them
// again, output gate times tanh of the cell.
//
// Limits: no label of one piece depends on one of the next. Tested by
// tests/learn/span_network_test.cpp, which compares all gradients with slopes of the loss.

#include "learn/span_network.hpp"

#include "learn/chain.hpp"
#include "learn/elementwise.hpp"
#include "learn/product.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace demarche::learn {
namespace {

std::size_t width_of(const std::vector<TableShape>& tables) {
    std::size_t width = 0;
    for (const TableShape& table : tables) width += table.width;
    return width;
}

TwoWays two_ways(const std::string& name, std::size_t inputs, std::size_t size, Random& random) {
    Lstm forward(name + ".forward", inputs, size, false, random);
    Lstm backward(name + ".backward", inputs, size, true, random);
    return {std::move(forward), std::move(backward)};
}

void run(const TwoWays& layer, const Packing& packing, ConstView input, TwoWays::Trace& trace) {
    const std::size_t size = layer.forward.size;
    trace.output.clear(2 * size, packing.columns());
    layer.forward.forward(packing, input, trace.output.band(0, size), trace.forward);
    layer.backward.forward(packing, input, trace.output.band(size, size), trace.backward);
}

/// `by_output` becomes the gradient before the dropout of the output. `out` is the output before
/// it.
void run_back(TwoWays& layer, const Packing& packing, ConstView input, Matrix& by_output,
              TwoWays::Trace& trace, View by_input) {
    const std::size_t size = layer.forward.size;
    // Where a unit was dropped the layer's own state is lost in `output`; gates and cells have it.
    Matrix state(2 * size, packing.columns());
    for (std::size_t c = 0; c < packing.columns(); ++c) {
        std::copy_n(trace.forward.cells.column(c), size, state.column(c));
        std::copy_n(trace.backward.cells.column(c), size, state.column(c) + size);
        hyperbolic_tangent(state.column(c), 2 * size);
        for (std::size_t i = 0; i < size; ++i) {
            state.column(c)[i] *= trace.forward.gates.column(c)[2 * size + i];
            state.column(c)[size + i] *= trace.backward.gates.column(c)[2 * size + i];
        }
    }
    for (std::size_t i = 0; i < trace.mask.values.size(); ++i) {
        by_output.values[i] *= trace.mask.values[i];
    }
    layer.forward.back(packing, input, state.band(0, size), by_output.band(0, size), trace.forward,
                       by_input);
    layer.backward.back(packing, input, state.band(size, size), by_output.band(size, size),
                        trace.backward, by_input);
}

void drop(Matrix& values, Matrix& mask, float share, Random* random) {
    mask.clear(0, 0);
    if (random != nullptr && share > 0) drop_out(values, mask, share, *random);
}

void multiply(Matrix& values, const Matrix& mask) {
    for (std::size_t i = 0; i < mask.values.size(); ++i) values.values[i] *= mask.values[i];
}

void add(const float* from, std::size_t n, float* to) {
    for (std::size_t i = 0; i < n; ++i) to[i] += from[i];
}

/// Puts the columns of the tables below each other.
void look_up(const std::deque<Parameter>& tables, const std::uint32_t* numbers, float* to) {
    for (std::size_t f = 0; f < tables.size(); ++f) {
        const Matrix& table = tables[f].value;
        to = std::copy_n(table.column(numbers[f]), table.rows, to);
    }
}

void look_up_back(std::deque<Parameter>& tables, const std::uint32_t* numbers, const float* from) {
    for (std::size_t f = 0; f < tables.size(); ++f) {
        Matrix& gradient = tables[f].gradient;
        add(from, gradient.rows, gradient.column(numbers[f]));
        tables[f].touched.push_back(numbers[f]);
        from += gradient.rows;
    }
}

void add_row_sums(ConstView by, Matrix& bias) {
    for (std::size_t c = 0; c < by.cols; ++c) add(by.column(c), by.rows, bias.values.data());
}

Parameter zeros(const std::string& name, std::size_t rows, std::size_t cols, Random& random) {
    return {name, rows, cols, 0, random};
}

}  // namespace

Placement::Placement(const std::vector<std::size_t>& sequence_lengths)
    : column(sequence_lengths.size()) {
    std::vector<std::size_t> order(sequence_lengths.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return sequence_lengths[a] > sequence_lengths[b];
    });
    for (const std::size_t sequence : order) lengths.push_back(sequence_lengths[sequence]);
    const Packing packing(lengths);
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        for (std::size_t t = 0; t < lengths[rank]; ++t) {
            column[order[rank]].push_back(packing.start[t] + rank);
        }
    }
}

SpanNetwork::SpanNetwork(SpanNetworkShape network_shape, Random& random)
    : shape(std::move(network_shape)),
      given("given", shape.given_width, shape.given,
            1 / std::sqrt(1 + static_cast<float>(shape.given)), random),
      known("known", shape.known, 2 * shape.units,
            1 / std::sqrt(2.0F * static_cast<float>(shape.units)), random),
      token_scores("token scores", labels_of(shape.token_roles), 2 * shape.units, 0.05F, random),
      token_bias(zeros("token bias", labels_of(shape.token_roles), 1, random)),
      token_steps(
          zeros("token steps", labels_of(shape.token_roles), labels_of(shape.token_roles), random)),
      window_scores("window scores", labels_of(shape.window_roles), 2 * shape.window_units, 0.05F,
                    random),
      window_bias(zeros("window bias", labels_of(shape.window_roles), 1, random)),
      window_steps(zeros("window steps", labels_of(shape.window_roles),
                         labels_of(shape.window_roles), random)) {
    for (const TableShape& table : shape.token_tables) {
        tables.emplace_back("token " + table.name, table.width, table.rows, 0.1F, random, true);
    }
    for (const TableShape& table : shape.window_tables) {
        window_tables.emplace_back("window " + table.name, table.width, table.rows, 0.1F, random,
                                   true);
    }
    std::size_t inputs = width_of(shape.token_tables) + shape.given_width;
    for (std::size_t l = 0; l < shape.layers; ++l) {
        layers.push_back(two_ways("layer " + std::to_string(l + 1), inputs, shape.units, random));
        inputs = 2 * shape.units;
    }
    inputs = shape.known + width_of(shape.window_tables);
    for (std::size_t l = 0; l < shape.window_layers; ++l) {
        window_layers.push_back(
            two_ways("window layer " + std::to_string(l + 1), inputs, shape.window_units, random));
        inputs = 2 * shape.window_units;
    }
}

std::vector<Parameter*> SpanNetwork::parameters() {
    std::vector<Parameter*> all;
    for (Parameter& table : tables) all.push_back(&table);
    for (Parameter& table : window_tables) all.push_back(&table);
    for (std::vector<TwoWays>* stack : {&layers, &window_layers}) {
        for (TwoWays& layer : *stack) {
            for (Lstm* way : {&layer.forward, &layer.backward}) {
                for (Parameter* weights : {&way->input, &way->recurrent, &way->bias}) {
                    all.push_back(weights);
                }
            }
        }
    }
    for (Parameter* weights : {&given, &known, &token_scores, &token_bias, &token_steps,
                               &window_scores, &window_bias, &window_steps}) {
        all.push_back(weights);
    }
    return all;
}

void SpanNetwork::read(const TokenInput& tokens, Pass& pass, const Dropout& dropout,
                       Random* random) const {
    pass.tokens = &tokens;
    pass.numbers = tokens.numbers;
    const std::size_t count = tables.size();
    for (std::size_t i = 0; random != nullptr && i < pass.numbers.size(); ++i) {
        if (shape.token_tables[i % count].lexical && random->uniform() < dropout.word) {
            pass.numbers[i] = 0;
        }
    }
    std::vector<std::size_t> lengths;
    std::size_t begin = 0;
    for (const std::size_t end : tokens.piece_ends) {
        lengths.push_back(end - begin);
        begin = end;
    }
    const Placement placement(lengths);
    pass.lengths = placement.lengths;
    pass.column.clear();
    for (const auto& columns : placement.column) {
        pass.column.insert(pass.column.end(), columns.begin(), columns.end());
    }
    const Packing packing(pass.lengths);

    const std::size_t embedded = width_of(shape.token_tables);
    pass.input.clear(embedded + shape.given_width, tokens.tokens);
    pass.given.clear(shape.given, tokens.tokens);
    for (std::size_t t = 0; t < tokens.tokens; ++t) {
        look_up(tables, &pass.numbers[t * count], pass.input.column(pass.column[t]));
        from_fixed(tokens.given.data() + t * shape.given, shape.given,
                   pass.given.column(pass.column[t]));
    }
    add_product(given.value, pass.given, pass.input.band(embedded, shape.given_width));
    drop(pass.input, pass.input_mask, dropout.token, random);
    pass.layers.resize(layers.size());
    const Matrix* below = &pass.input;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        run(layers[l], packing, *below, pass.layers[l]);
        drop(pass.layers[l].output, pass.layers[l].mask, dropout.layer, random);
        below = &pass.layers[l].output;
    }
    Matrix scores(token_scores.value.rows, tokens.tokens);
    add_product(token_scores.value, *below, scores);
    add_bias(token_bias.value, scores);
    pass.emissions.clear(scores.rows, scores.cols);
    for (std::size_t t = 0; t < tokens.tokens; ++t) {
        std::copy_n(scores.column(pass.column[t]), scores.rows, pass.emissions.column(t));
    }
    pass.known.clear(shape.known, tokens.tokens);
    add_product(known.value, *below, pass.known);
}

void SpanNetwork::read_windows(const std::vector<WindowInput>& windows, Pass& pass,
                               const Dropout& dropout, Random* random) const {
    pass.windows = &windows;
    pass.window_emissions.clear();
    std::vector<std::size_t> lengths;
    for (const WindowInput& window : windows) lengths.push_back(window.tokens);
    Placement placement(lengths);
    pass.window_lengths = placement.lengths;
    pass.window_columns = std::move(placement.column);
    const Packing packing(pass.window_lengths);

    const std::size_t count = window_tables.size();
    pass.window_input.clear(shape.known + width_of(shape.window_tables), packing.columns());
    for (std::size_t w = 0; w < windows.size(); ++w) {
        for (std::size_t t = 0; t < windows[w].tokens; ++t) {
            float* const to = pass.window_input.column(pass.window_columns[w][t]);
            std::copy_n(pass.known.column(pass.column[windows[w].first_token + t]), shape.known,
                        to);
            look_up(window_tables, &windows[w].numbers[t * count], to + shape.known);
        }
    }
    drop(pass.window_input, pass.window_mask, dropout.window, random);
    pass.window_layers.resize(window_layers.size());
    const Matrix* below = &pass.window_input;
    for (std::size_t l = 0; l < window_layers.size(); ++l) {
        run(window_layers[l], packing, *below, pass.window_layers[l]);
        drop(pass.window_layers[l].output, pass.window_layers[l].mask, dropout.window, random);
        below = &pass.window_layers[l].output;
    }
    Matrix scores(window_scores.value.rows, packing.columns());
    add_product(window_scores.value, *below, scores);
    add_bias(window_bias.value, scores);
    for (std::size_t w = 0; w < windows.size(); ++w) {
        Matrix& own = pass.window_emissions.emplace_back(scores.rows, windows[w].tokens);
        for (std::size_t t = 0; t < windows[w].tokens; ++t) {
            std::copy_n(scores.column(pass.window_columns[w][t]), scores.rows, own.column(t));
        }
    }
}

void SpanNetwork::back_windows(Pass& pass, const std::vector<std::vector<int>>& labels,
                               float weight, double& loss, View by_document) {
    const std::vector<WindowInput>& windows = *pass.windows;
    const Packing packing(pass.window_lengths);
    Matrix by_scores(window_scores.value.rows, packing.columns());
    for (std::size_t w = 0; w < windows.size(); ++w) {
        Matrix by_emission(by_scores.rows, windows[w].tokens);
        loss += chain_loss(window_steps.value, pass.window_emissions[w], labels[w], weight,
                           by_emission, window_steps.gradient);
        for (std::size_t t = 0; t < windows[w].tokens; ++t) {
            std::copy_n(by_emission.column(t), by_scores.rows,
                        by_scores.column(pass.window_columns[w][t]));
        }
    }
    add_product_transposed(by_scores, pass.window_layers.back().output, window_scores.gradient);
    add_row_sums(by_scores, window_bias.gradient);
    Matrix by_output(window_scores.value.cols, packing.columns());
    add_transposed_product(window_scores.value, by_scores, by_output);
    for (std::size_t l = window_layers.size(); l-- > 0;) {
        const Matrix& input = l > 0 ? pass.window_layers[l - 1].output : pass.window_input;
        Matrix by_input(input.rows, input.cols);
        run_back(window_layers[l], packing, input, by_output, pass.window_layers[l], by_input);
        by_output = std::move(by_input);
    }
    multiply(by_output, pass.window_mask);
    Matrix by_known(shape.known, pass.known.cols);
    const std::size_t count = window_tables.size();
    for (std::size_t w = 0; w < windows.size(); ++w) {
        for (std::size_t t = 0; t < windows[w].tokens; ++t) {
            const float* const from = by_output.column(pass.window_columns[w][t]);
            add(from, shape.known, by_known.column(pass.column[windows[w].first_token + t]));
            look_up_back(window_tables, &windows[w].numbers[t * count], from + shape.known);
        }
    }
    add_product_transposed(by_known, pass.layers.back().output, known.gradient);
    add_transposed_product(known.value, by_known, by_document);
}

SpanNetwork::Loss SpanNetwork::learn(Pass& pass, const std::vector<int>& token_labels,
                                     const std::vector<std::vector<int>>& window_labels,
                                     float token_weight, float window_weight) {
    Loss loss;
    Matrix by_scores(pass.emissions.rows, pass.emissions.cols);
    std::size_t begin = 0;
    for (const std::size_t end : pass.tokens->piece_ends) {
        Matrix by_emission(by_scores.rows, end - begin);
        const std::vector<int> gold(token_labels.begin() + static_cast<std::ptrdiff_t>(begin),
                                    token_labels.begin() + static_cast<std::ptrdiff_t>(end));
        loss.tokens += chain_loss(token_steps.value, pass.emissions.columns(begin, end - begin),
                                  gold, token_weight, by_emission, token_steps.gradient);
        for (std::size_t t = begin; t < end; ++t) {
            std::copy_n(by_emission.column(t - begin), by_scores.rows,
                        by_scores.column(pass.column[t]));
        }
        begin = end;
    }
    add_product_transposed(by_scores, pass.layers.back().output, token_scores.gradient);
    add_row_sums(by_scores, token_bias.gradient);
    Matrix by_output(token_scores.value.cols, by_scores.cols);
    add_transposed_product(token_scores.value, by_scores, by_output);
    if (!window_labels.empty()) {
        back_windows(pass, window_labels, window_weight, loss.windows, by_output);
    }
    const Packing packing(pass.lengths);
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix& input = l > 0 ? pass.layers[l - 1].output : pass.input;
        Matrix by_input(input.rows, input.cols);
        run_back(layers[l], packing, input, by_output, pass.layers[l], by_input);
        by_output = std::move(by_input);
    }
    multiply(by_output, pass.input_mask);
    add_product_transposed(by_output.band(width_of(shape.token_tables), shape.given_width),
                           pass.given, given.gradient);
    const std::size_t count = tables.size();
    for (std::size_t t = 0; t < pass.column.size(); ++t) {
        look_up_back(tables, &pass.numbers[t * count], by_output.column(pass.column[t]));
    }
    return loss;
}

}  // namespace demarche::learn
