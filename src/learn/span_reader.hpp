// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/model_file.hpp"
#include "learn/parted.hpp"
#include "learn/quantised.hpp"
#include "learn/span_network.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace demarche::learn {

/// Puts the averaged weights of a trained network into a model file, under names that start with
/// `prefix`.
void store(SpanNetwork& network, const std::string& prefix, ModelFile& file);

/// A trained SpanNetwork (learn/span_network.hpp) as it runs: whole-number products, no training.
class SpanReader {
public:
    /// \throws InputError if the file lacks a member or the shapes of two do not fit; `path` is
    ///         named in messages.
    SpanReader(const ModelFile& file, const std::string& prefix, const std::string& path);

    /// A document as read once; `read_windows` reads on from it.
    struct Reading {
        Matrix emissions;  ///< labels x tokens
        Fixed known;       ///< what windows are told of each token
    };

    [[nodiscard]] Reading read(const TokenInput& tokens) const;

    /// Emissions of each window, labels x tokens.
    [[nodiscard]] std::vector<Matrix> read_windows(const std::vector<WindowInput>& windows,
                                                   const Reading& reading) const;

    /// Rows of the vectors that must come with each token; 0: none.
    [[nodiscard]] std::size_t given() const { return given_rows_; }

    /// How many values each kind of feature has, of tokens and of windows.
    [[nodiscard]] std::vector<std::size_t> table_sizes() const;
    [[nodiscard]] std::vector<std::size_t> window_table_sizes() const;

    /// Transitions of the chains: see learn/chain.hpp.
    [[nodiscard]] ConstView token_steps() const { return token_steps_; }
    [[nodiscard]] ConstView window_steps() const { return window_steps_; }

private:
    /// Columns of embeddings, as what the layers hand on.
    struct Table {
        std::size_t width = 0;
        std::vector<std::int16_t> values;
    };

    struct Way {
        IntegerWeights input;
        PartedWeights parted_input;  ///< instead of `input`, in a layer that reads embeddings
        IntegerWeights recurrent;
        Matrix bias;
        bool backward = false;
    };

    struct Layer {
        std::size_t size = 0;
        Way forward;
        Way backward;
    };

    struct Scores {
        IntegerWeights weights;
        Matrix bias;
    };

    std::vector<Table> tables_;
    std::vector<Table> window_tables_;
    std::vector<Layer> layers_;
    std::vector<Layer> window_layers_;
    std::size_t given_rows_ = 0;
    IntegerWeights given_;
    IntegerWeights known_;
    Scores token_scores_;
    Scores window_scores_;
    Matrix token_steps_;
    Matrix window_steps_;

    static Fixed run(const std::vector<Layer>& layers, const Packing& packing,
                     const std::vector<Part>& input);
    static void run(const Way& way, std::size_t size, const Packing& packing, Matrix gates,
                    Fixed& output, std::size_t row);
    static Matrix scores(const Scores& scores, const Fixed& input);
};

}  // namespace demarche::learn
