// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/feature_hash.hpp"
#include "learn/matrix.hpp"
#include "learn/model_file.hpp"
#include "learn/quantised.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// A linear chain of labels (learn/chain.hpp) whose emissions are sums of weights of hashed
/// features that are there or not, instead of a network's: a conditional random field as Lafferty,
/// McCallum and Pereira (2001) describe it. It learns in minutes, is read in microseconds a token,
/// and its weights can be looked at.
namespace demarche::learn {

/// Features of the tokens of one chain.
struct SparseTokens {
    std::vector<std::uint32_t> features;  ///< hashes, token after token
    std::vector<std::size_t> ends;        ///< of each token, one past its last feature

    [[nodiscard]] std::size_t size() const { return ends.size(); }
    void add(std::uint32_t feature) { features.push_back(feature); }
    void end_token() { ends.push_back(features.size()); }
};

/// What was learned. Constant once made: threads may share it.
class SparseChain {
public:
    SparseChain() = default;

    /// \param features rising; one a vector of `weights`, whose length is the number of labels
    /// \param steps labels x labels, column = from
    SparseChain(std::vector<std::uint32_t> features, Quantised weights, Matrix steps);

    /// \throws InputError if members are missing or do not fit together.
    SparseChain(const ModelFile& file, const std::string& prefix, const std::string& path);
    void store(ModelFile& file, const std::string& prefix) const;

    [[nodiscard]] std::size_t labels() const { return steps_.rows; }
    [[nodiscard]] std::size_t features() const { return features_.size(); }
    [[nodiscard]] const Matrix& steps() const { return steps_; }

    /// labels x tokens. Features that were never learned count nothing.
    [[nodiscard]] Matrix emissions(const SparseTokens& tokens) const;

    /// The best labels of a chain, and the probability of each label of each token.
    [[nodiscard]] std::vector<int> best(const SparseTokens& tokens) const;
    [[nodiscard]] Matrix probabilities(const SparseTokens& tokens) const;

private:
    void fill_slots();

    std::vector<std::uint32_t> features_;
    Quantised weights_;
    Matrix steps_;
    std::vector<std::uint32_t> slots_;  // open addressing: 1 + index into features_, 0 = empty
};

/// A chain to learn from.
struct SparseExample {
    SparseTokens tokens;
    std::vector<int> labels;
    float weight = 1;
};

struct SparseTraining {
    std::uint64_t seed = 1;
    std::size_t epochs = 6;
    float rate = 0.1F;       ///< of the first step; falls to zero in a straight line
    float decay = 1e-5F;     ///< L2, of the weights that a step touches
    float dropout = 0;       ///< part of the features of a token that a step does not see
    std::size_t least = 2;   ///< a feature seen less often is left out
    float smallest = 0.02F;  ///< features whose weights are all below it are left out of the model
};

/// Learns by AdaGrad (Duchi, Hazan and Singer 2011), one chain a step.
/// \param labels number of them, odd: BIO as in learn/chain.hpp
/// \param progress called after each epoch with its number from 1 and the loss a token in nats
[[nodiscard]] SparseChain train_sparse_chain(
    const std::vector<SparseExample>& examples, std::size_t labels, const SparseTraining& training,
    const std::function<void(std::size_t, double)>& progress);

}  // namespace demarche::learn
