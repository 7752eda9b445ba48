// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/lstm.hpp"
#include "learn/matrix.hpp"
#include "learn/parameter.hpp"
#include "learn/quantised.hpp"
#include "learn/random.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace demarche::learn {

/// One table of embeddings: a number in, a column out. Number 0 is "anything else".
struct TableShape {
    std::string name;
    std::size_t rows = 1;   ///< numbers, with 0
    std::size_t width = 1;  ///< length of a column
    bool lexical = false;   ///< words: while training, some read as 0, so that 0 is learned
};

struct SpanNetworkShape {
    std::vector<TableShape> token_tables;
    std::vector<TableShape> window_tables;
    std::size_t given = 0;          ///< rows of the vectors that come with each token; 0: none do
    std::size_t given_width = 0;    ///< what the first layer is told of such a vector
    std::size_t layers = 2;         ///< of the document
    std::size_t units = 128;        ///< of each direction of a document layer
    std::size_t known = 96;         ///< what a window is told of a token's first reading
    std::size_t window_units = 64;  ///< of each direction of a window layer
    std::size_t window_layers = 1;
    std::size_t token_roles = 3;
    std::size_t window_roles = 2;
};

/// Tokens of one or more documents.
struct TokenInput {
    std::size_t tokens = 0;
    std::vector<std::uint32_t> numbers;   ///< tokens x token_tables, token by token
    std::vector<std::int16_t> given;      ///< tokens x SpanNetworkShape::given, as in Fixed
    std::vector<std::size_t> piece_ends;  ///< a piece is read by itself; the last end is `tokens`
};

/// The tokens around one span.
struct WindowInput {
    std::size_t first_token = 0;
    std::size_t tokens = 0;
    std::vector<std::uint32_t> numbers;  ///< tokens x window_tables, token by token
};

/// Shares that are dropped while training.
struct Dropout {
    float token = 0.35F;
    float layer = 0.35F;
    float window = 0.25F;
    float word = 0.1F;
};

/// A bidirectional layer.
struct TwoWays {
    Lstm forward;
    Lstm backward;
    struct Trace {
        Lstm::Trace forward;
        Lstm::Trace backward;
        Matrix output;  ///< 2 x size rows
        Matrix mask;    ///< of the output; empty without dropout
    };
};

/// A network in training that labels the tokens of a document twice: once for what they are by
/// themselves, and once more, around each chosen span, for what they are to that span.
///
/// The first reading is bidirectional layers over pieces of the document, fed with embeddings and,
/// where there are any, with what another network has made of each token. The second is cheap:
/// a short projection of the first reading, computed once a token however many windows it stands
/// in, beside what is peculiar to the window (distance, path in the tree), through one small layer.
/// Both end in a chain of BIO labels.
class SpanNetwork {
public:
    SpanNetworkShape shape;
    std::deque<Parameter> tables;  ///< of tokens
    std::deque<Parameter> window_tables;
    std::vector<TwoWays> layers;
    std::vector<TwoWays> window_layers;
    Parameter given;  ///< given_width x given
    Parameter known;
    Parameter token_scores;
    Parameter token_bias;
    Parameter token_steps;
    Parameter window_scores;
    Parameter window_bias;
    Parameter window_steps;

    SpanNetwork(SpanNetworkShape network_shape, Random& random);

    /// What one pass computed. Emissions are in token order, labels x tokens.
    struct Pass {
        Matrix emissions;
        std::vector<Matrix> window_emissions;

        const TokenInput* tokens = nullptr;
        std::vector<std::uint32_t> numbers;  ///< of the tokens, some words hidden while training
        std::vector<std::size_t> lengths;    ///< of the pieces, falling
        std::vector<std::size_t> column;     ///< of a token
        Matrix given;
        Matrix input;  ///< embeddings, below them what is taken of the given vectors
        Matrix input_mask;
        std::vector<TwoWays::Trace> layers;
        Matrix known;

        const std::vector<WindowInput>* windows = nullptr;
        std::vector<std::size_t> window_lengths;
        std::vector<std::vector<std::size_t>> window_columns;
        Matrix window_input;
        Matrix window_mask;
        std::vector<TwoWays::Trace> window_layers;
    };

    /// Reads the tokens; with `random`, as in training, with dropout. `tokens` must outlive the
    /// pass.
    void read(const TokenInput& tokens, Pass& pass, const Dropout& dropout = {},
              Random* random = nullptr) const;

    /// Reads windows of the tokens read before. `windows` must outlive the pass.
    void read_windows(const std::vector<WindowInput>& windows, Pass& pass,
                      const Dropout& dropout = {}, Random* random = nullptr) const;

    /// Losses in nats.
    struct Loss {
        double tokens = 0;
        double windows = 0;
    };

    /// Adds the gradients of the losses against gold labels, each times its weight.
    Loss learn(Pass& pass, const std::vector<int>& token_labels,
               const std::vector<std::vector<int>>& window_labels, float token_weight,
               float window_weight);

    /// All weights, in a fixed order.
    std::vector<Parameter*> parameters();

private:
    void back_windows(Pass& pass, const std::vector<std::vector<int>>& labels, float weight,
                      double& loss, View by_document);
};

/// Where tokens of sequences of these lengths stand in a packing: `order` sorts the sequences by
/// falling length, and column [sequence][item] is what Packing says.
struct Placement {
    std::vector<std::size_t> lengths;  ///< falling
    std::vector<std::vector<std::size_t>> column;
    explicit Placement(const std::vector<std::size_t>& sequence_lengths);
};

}  // namespace demarche::learn
