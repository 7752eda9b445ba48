// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// A trained SpanNetwork as it runs: the same sums in whole numbers, so that they are fast and give
// the same bits on every machine.
//
// Weights are int8 with a scale for each row; what goes from layer to layer is 16-bit fixed point
// (learn::to_fixed). A product is thus an exact sum that is scaled once. What the first layer reads
// is put together from few different vectors, the embeddings of words, tags and so on: its product
// is the sum of the parts' products, and each vector's own is worked out once
// (learn::PartedWeights), however often its word stands in the article.
//
// Sequences run side by side as in training (learn::Packing): step t holds the t-th tokens of all
// that are that long, the longest first. Going backward a shorter sequence comes in later, with a
// state of zeros, which is why only the columns that the step before had get a recurrent product.
//
// A file is not believed: shapes must fit each other, no row may be so long that its sum overflows
// (IntegerWeights::longest_row), and no transition so large that sums of exponentials do.
//
// Limits: numbers between layers reach from -8 to 8; a larger one is cut. Tested by
// tests/training/attribution_training_test.cpp, tests/pipeline/model_shapes_test.cpp (files that do
// not fit) and tests/pipeline/pipeline_test.cpp (each vector unit).

#include "learn/span_reader.hpp"

#include "learn/chain.hpp"
#include "learn/elementwise.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace demarche::learn {
namespace {

constexpr const char* table_count = "tables";
constexpr const char* window_table_count = "window tables";
constexpr const char* layer_count = "layers";
constexpr const char* window_layer_count = "window layers";

/// Weights of no row that is too long for the integer sums.
const Quantised& weights(const ModelFile& file, const std::string& name, const std::string& path) {
    const Quantised& found = member(file.weights, name, path);
    if (found.length > IntegerWeights::longest_row) refuse_member(name, path);
    return found;
}

/// The same of one shape.
const Quantised& weights(const ModelFile& file, const std::string& name, std::size_t rows,
                         std::size_t inputs, const std::string& path) {
    const Quantised& found = weights(file, name, path);
    if (found.count() != rows || found.length != inputs) refuse_member(name, path);
    return found;
}

Matrix column(const ModelFile& file, const std::string& name, const std::string& path) {
    const std::vector<float>& values = member(file.floats, name, path);
    Matrix matrix(values.size(), 1);
    matrix.values = values;
    return matrix;
}

/// The steps of a chain of `size` labels: logarithms of weights, whose exponentials are summed.
Matrix chain_steps(const ModelFile& file, const std::string& name, std::size_t size,
                   const std::string& path) {
    constexpr float greatest = 80;
    Matrix matrix(size, size);
    const std::vector<float>& values = member(file.floats, name, path);
    if (values.size() != matrix.values.size()) refuse_member(name, path);
    if (std::any_of(values.begin(), values.end(), [](float step) { return step > greatest; })) {
        refuse_member(name, path);
    }
    matrix.values = values;
    return matrix;
}

void store_layers(std::vector<TwoWays>& layers, const std::string& prefix, ModelFile& file) {
    for (std::size_t l = 0; l < layers.size(); ++l) {
        for (Lstm* way : {&layers[l].forward, &layers[l].backward}) {
            const std::string name =
                prefix + std::to_string(l) + (way->backward ? " backward" : " forward");
            file.weights[name + " input"] = quantise_rows(way->input.value);
            file.weights[name + " recurrent"] = quantise_rows(way->recurrent.value);
            file.floats[name + " bias"] = way->bias.value.values;
        }
    }
}

}  // namespace

void store(SpanNetwork& network, const std::string& prefix, ModelFile& file) {
    for (Parameter* parameter : network.parameters()) {
        std::swap(parameter->value, parameter->average);
    }
    const auto number = [](std::size_t n) { return std::vector<float>{static_cast<float>(n)}; };
    file.floats[prefix + table_count] = number(network.tables.size());
    file.floats[prefix + window_table_count] = number(network.window_tables.size());
    file.floats[prefix + layer_count] = number(network.layers.size());
    file.floats[prefix + window_layer_count] = number(network.window_layers.size());
    for (std::size_t f = 0; f < network.tables.size(); ++f) {
        file.weights[prefix + "table " + std::to_string(f)] =
            quantise_columns(network.tables[f].value);
    }
    for (std::size_t f = 0; f < network.window_tables.size(); ++f) {
        file.weights[prefix + "window table " + std::to_string(f)] =
            quantise_columns(network.window_tables[f].value);
    }
    store_layers(network.layers, prefix + "layer ", file);
    store_layers(network.window_layers, prefix + "window layer ", file);
    file.weights[prefix + "given"] = quantise_rows(network.given.value);
    file.weights[prefix + "known"] = quantise_rows(network.known.value);
    file.weights[prefix + "token scores"] = quantise_rows(network.token_scores.value);
    file.weights[prefix + "window scores"] = quantise_rows(network.window_scores.value);
    file.floats[prefix + "token bias"] = network.token_bias.value.values;
    file.floats[prefix + "window bias"] = network.window_bias.value.values;
    file.floats[prefix + "token steps"] = network.token_steps.value.values;
    file.floats[prefix + "window steps"] = network.window_steps.value.values;
    for (Parameter* parameter : network.parameters()) {
        std::swap(parameter->value, parameter->average);
    }
}

SpanReader::SpanReader(const ModelFile& file, const std::string& prefix, const std::string& path) {
    const auto read_tables = [&](const std::string& name, std::size_t tables) {
        std::vector<Table> read;
        for (std::size_t f = 0; f < tables; ++f) {
            const Quantised& stored = weights(file, prefix + name + std::to_string(f), path);
            if (stored.length == 0 || stored.count() == 0) {
                refuse_member(prefix + name + std::to_string(f), path);
            }
            Table& table = read.emplace_back();
            table.width = stored.length;
            std::vector<float> values(stored.length);
            table.values.resize(stored.count() * stored.length);
            for (std::size_t c = 0; c < stored.count(); ++c) {
                for (std::size_t i = 0; i < stored.length; ++i) {
                    values[i] = stored.scales[c] * static_cast<float>(stored.vector(c)[i]);
                }
                to_fixed(values.data(), values.size(), table.values.data() + c * stored.length);
            }
        }
        return read;
    };
    // The first layer reads parts of these widths, the others the layer before.
    const auto read_layers = [&](const std::string& name, std::size_t layers,
                                 const std::vector<std::size_t>& widths) {
        std::vector<Layer> read;
        for (std::size_t l = 0; l < layers; ++l) {
            const std::size_t size =
                weights(file, prefix + name + std::to_string(l) + " forward recurrent", path)
                    .length;
            const std::size_t inputs =
                l > 0 ? 2 * read.back().size
                      : std::accumulate(widths.begin(), widths.end(), std::size_t{0});
            const auto way = [&](const std::string& direction, bool backward) {
                const std::string own = prefix + name + std::to_string(l) + direction;
                Matrix bias = column(file, own + " bias", path);
                if (bias.rows == 0 || bias.rows != 4 * size) refuse_member(own + " bias", path);
                const Quantised& input = weights(file, own + " input", 4 * size, inputs, path);
                const Quantised& again = weights(file, own + " recurrent", 4 * size, size, path);
                return Way{l > 0 ? IntegerWeights(input) : IntegerWeights(),
                           l > 0 ? PartedWeights() : PartedWeights(input, widths),
                           IntegerWeights(again), std::move(bias), backward};
            };
            Layer layer{size, way(" forward", false), way(" backward", true)};
            read.push_back(std::move(layer));
        }
        if (read.empty()) refuse_member(prefix + name + "0 forward input", path);
        return read;
    };
    tables_ = read_tables("table ", count_member(file, prefix + table_count, path));
    window_tables_ =
        read_tables("window table ", count_member(file, prefix + window_table_count, path));
    const Quantised& given = weights(file, prefix + "given", path);
    given_rows_ = given.length;
    given_ = IntegerWeights(given);
    std::vector<std::size_t> widths;
    for (const Table& table : tables_) widths.push_back(table.width);
    if (given_.rows() > 0) widths.push_back(given_.rows());
    layers_ = read_layers("layer ", count_member(file, prefix + layer_count, path), widths);
    const std::size_t read_rows = 2 * layers_.back().size;
    const Quantised& known = weights(file, prefix + "known", path);
    if (known.count() == 0 || known.length != read_rows) refuse_member(prefix + "known", path);
    known_ = IntegerWeights(known);
    widths = {known_.rows()};
    for (const Table& table : window_tables_) widths.push_back(table.width);
    window_layers_ =
        read_layers("window layer ", count_member(file, prefix + window_layer_count, path), widths);
    const auto read_scores = [&](const std::string& name, std::size_t inputs) {
        Matrix bias = column(file, prefix + name + " bias", path);
        // "Other", and the beginning and the inside of each kind of run.
        if (bias.rows % 2 == 0) refuse_member(prefix + name + " bias", path);
        return Scores{
            IntegerWeights(weights(file, prefix + name + " scores", bias.rows, inputs, path)),
            std::move(bias)};
    };
    token_scores_ = read_scores("token", read_rows);
    window_scores_ = read_scores("window", 2 * window_layers_.back().size);
    token_steps_ = chain_steps(file, prefix + "token steps", token_scores_.bias.rows, path);
    window_steps_ = chain_steps(file, prefix + "window steps", window_scores_.bias.rows, path);
}

std::vector<std::size_t> SpanReader::table_sizes() const {
    std::vector<std::size_t> sizes;
    for (const Table& table : tables_) sizes.push_back(table.values.size() / table.width);
    return sizes;
}

std::vector<std::size_t> SpanReader::window_table_sizes() const {
    std::vector<std::size_t> sizes;
    for (const Table& table : window_tables_) sizes.push_back(table.values.size() / table.width);
    return sizes;
}

void SpanReader::run(const Way& way, std::size_t size, const Packing& packing, Matrix gates,
                     Fixed& output, std::size_t row) {
    Matrix cells(size, packing.steps() == 0 ? 0 : packing.width(0));
    std::vector<float> state(size);
    for (std::size_t n = 0; n < packing.steps(); ++n) {
        const std::size_t t = way.backward ? packing.steps() - 1 - n : n;
        const std::size_t width = packing.width(t);
        if (n > 0) {
            const std::size_t before = way.backward ? t + 1 : t - 1;
            const std::size_t known = std::min(width, packing.width(before));
            way.recurrent.add_product(output.column(packing.start[before]) + row, output.rows,
                                      known, gates.columns(packing.start[t], known));
        }
        for (std::size_t b = 0; b < width; ++b) {
            const std::size_t c = packing.start[t] + b;
            step_cell(gates.column(c), size, cells.column(b), state.data());
            to_fixed(state.data(), size, output.column(c) + row);
        }
    }
}

Fixed SpanReader::run(const std::vector<Layer>& layers, const Packing& packing,
                      const std::vector<Part>& input) {
    Fixed last;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const std::size_t size = layers[l].size;
        Fixed output(2 * size, packing.columns());
        for (const Way* way : {&layers[l].forward, &layers[l].backward}) {
            Matrix gates = repeated(way->bias, packing.columns());
            if (l == 0) {
                way->parted_input.add_product(input, gates);
            } else {
                way->input.add_product(last.values.data(), last.rows, last.cols, gates);
            }
            run(*way, size, packing, std::move(gates), output, way->backward ? size : 0);
        }
        last = std::move(output);
    }
    return last;
}

Matrix SpanReader::scores(const Scores& scores, const Fixed& input) {
    Matrix result = repeated(scores.bias, input.cols);
    scores.weights.add_product(input.values.data(), input.rows, input.cols, result);
    return result;
}

SpanReader::Reading SpanReader::read(const TokenInput& tokens) const {
    std::vector<std::size_t> lengths;
    std::size_t begin = 0;
    for (const std::size_t end : tokens.piece_ends) {
        lengths.push_back(end - begin);
        begin = end;
    }
    const Placement placement(lengths);
    std::vector<std::size_t> columns;
    for (const auto& own : placement.column) columns.insert(columns.end(), own.begin(), own.end());

    std::vector<Part> input;
    std::vector<std::uint32_t> numbers(tokens.tokens);
    for (std::size_t f = 0; f < tables_.size(); ++f) {
        for (std::size_t t = 0; t < tokens.tokens; ++t) {
            numbers[columns[t]] = tokens.numbers[t * tables_.size() + f];
        }
        input.emplace_back(tables_[f].values, tables_[f].width, numbers);
    }
    Fixed taken(given_.rows(), tokens.tokens);
    if (given_.rows() > 0) {
        Matrix sums(given_.rows(), tokens.tokens);
        given_.add_product(tokens.given.data(), given_rows_, tokens.tokens, sums);
        for (std::size_t t = 0; t < tokens.tokens; ++t) {
            to_fixed(sums.column(t), sums.rows, taken.column(t));
            numbers[columns[t]] = static_cast<std::uint32_t>(t);
        }
        input.emplace_back(taken.values, taken.rows, numbers);
    }
    const Fixed output = run(layers_, Packing(placement.lengths), input);
    const Matrix packed = scores(token_scores_, output);
    Matrix known(known_.rows(), tokens.tokens);
    known_.add_product(output.values.data(), output.rows, output.cols, known);
    Reading reading{Matrix(packed.rows, tokens.tokens), Fixed(known.rows, tokens.tokens)};
    for (std::size_t t = 0; t < tokens.tokens; ++t) {
        std::copy_n(packed.column(columns[t]), packed.rows, reading.emissions.column(t));
        to_fixed(known.column(columns[t]), known.rows, reading.known.column(t));
    }
    return reading;
}

std::vector<Matrix> SpanReader::read_windows(const std::vector<WindowInput>& windows,
                                             const Reading& reading) const {
    std::vector<std::size_t> lengths;
    for (const WindowInput& window : windows) lengths.push_back(window.tokens);
    const Placement placement(lengths);
    const Packing packing(placement.lengths);
    std::vector<std::uint32_t> numbers(packing.columns());
    const auto for_tokens = [&](auto number_of) {
        for (std::size_t w = 0; w < windows.size(); ++w) {
            for (std::size_t t = 0; t < windows[w].tokens; ++t) {
                numbers[placement.column[w][t]] =
                    static_cast<std::uint32_t>(number_of(windows[w], t));
            }
        }
    };
    std::vector<Part> input;
    for_tokens([](const WindowInput& window, std::size_t t) { return window.first_token + t; });
    input.emplace_back(reading.known.values, reading.known.rows, numbers);
    for (std::size_t f = 0; f < window_tables_.size(); ++f) {
        for_tokens([&](const WindowInput& window, std::size_t t) {
            return window.numbers[t * window_tables_.size() + f];
        });
        input.emplace_back(window_tables_[f].values, window_tables_[f].width, numbers);
    }
    const Matrix packed = scores(window_scores_, run(window_layers_, packing, input));
    std::vector<Matrix> emissions;
    for (std::size_t w = 0; w < windows.size(); ++w) {
        Matrix& own = emissions.emplace_back(packed.rows, windows[w].tokens);
        for (std::size_t t = 0; t < windows[w].tokens; ++t) {
            std::copy_n(packed.column(placement.column[w][t]), packed.rows, own.column(t));
        }
    }
    return emissions;
}

}  // namespace demarche::learn
