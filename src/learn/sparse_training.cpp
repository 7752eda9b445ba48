// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Most tokens are sure after the first round: their gradient is next to nothing and their features
// are left alone, which makes a round of a million tokens a matter of seconds.

#include "learn/chain.hpp"
#include "learn/random.hpp"
#include "learn/sparse_chain.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace demarche::learn {
namespace {

constexpr std::uint32_t left_out = static_cast<std::uint32_t>(-1);

/// Features that are seen often enough, rising.
std::vector<std::uint32_t> frequent(const std::vector<SparseExample>& examples, std::size_t least) {
    std::unordered_map<std::uint32_t, std::uint32_t> counts;
    for (const SparseExample& example : examples) {
        for (const std::uint32_t feature : example.tokens.features) ++counts[feature];
    }
    std::vector<std::uint32_t> kept;
    for (const auto& [feature, count] : counts) {
        if (count >= least) kept.push_back(feature);
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

/// Weights with the sum of their squared gradients.
struct Weights {
    Matrix values;
    Matrix squares;

    Weights(std::size_t rows, std::size_t cols) : values(rows, cols), squares(rows, cols) {}

    void step(std::size_t column, const float* gradient, float rate, float decay) {
        float* const value = values.column(column);
        float* const square = squares.column(column);
        for (std::size_t l = 0; l < values.rows; ++l) {
            const float g = gradient[l] + decay * value[l];
            square[l] += g * g;
            value[l] -= rate * g / (std::sqrt(square[l]) + 0.1F);
        }
    }
};

class Trainer {
public:
    Trainer(const std::vector<SparseExample>& examples, std::size_t labels,
            const SparseTraining& training)
        : examples_(examples),
          labels_(labels),
          training_(training),
          features_(frequent(examples, training.least)),
          random_(training.seed),
          emissions_(labels, features_.size()),
          steps_(labels, labels) {
        std::unordered_map<std::uint32_t, std::uint32_t> numbers;
        for (std::size_t i = 0; i < features_.size(); ++i) {
            numbers.emplace(features_[i], static_cast<std::uint32_t>(i));
        }
        for (const SparseExample& example : examples) {
            auto& own = numbers_.emplace_back();
            own.reserve(example.tokens.features.size());
            for (const std::uint32_t feature : example.tokens.features) {
                const auto found = numbers.find(feature);
                own.push_back(found == numbers.end() ? left_out : found->second);
            }
        }
    }

    /// One time through all chains; the loss a token.
    double epoch(std::size_t number) {
        std::vector<std::size_t> order(examples_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        random_.shuffle(order);
        const auto all = static_cast<float>(order.size() * training_.epochs);
        double loss = 0;
        std::size_t tokens = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto done = static_cast<float>(number * order.size() + i) / all;
            loss += learn(order[i], training_.rate * (1 - done));
            tokens += examples_[order[i]].labels.size();
        }
        return loss / static_cast<double>(std::max<std::size_t>(tokens, 1));
    }

    [[nodiscard]] SparseChain chain() const {
        std::vector<std::uint32_t> kept;
        Matrix weights;
        weights.rows = labels_;
        for (std::size_t i = 0; i < features_.size(); ++i) {
            const float* const column = emissions_.values.column(i);
            const bool small = std::all_of(column, column + labels_, [this](float w) {
                return std::abs(w) < training_.smallest;
            });
            if (small) continue;
            kept.push_back(features_[i]);
            weights.values.insert(weights.values.end(), column, column + labels_);
        }
        weights.cols = kept.size();
        return {std::move(kept), quantise_columns(weights), steps_.values};
    }

private:
    double learn(std::size_t which, float rate) {
        const SparseExample& example = examples_[which];
        const std::size_t length = example.labels.size();
        if (length == 0) return 0;
        shown_ = numbers_[which];
        scores_.clear(labels_, length);
        std::size_t f = 0;
        for (std::size_t t = 0; t < length; ++t) {
            float* const score = scores_.column(t);
            for (; f < example.tokens.ends[t]; ++f) {
                if (training_.dropout > 0 && random_.uniform() < training_.dropout)
                    shown_[f] = left_out;
                if (shown_[f] == left_out) continue;
                const float* const column = emissions_.values.column(shown_[f]);
                for (std::size_t l = 0; l < labels_; ++l) score[l] += column[l];
            }
        }
        by_emission_.clear(labels_, length);
        by_step_.clear(labels_, labels_);
        const double loss = chain_loss(steps_.values, scores_, example.labels, example.weight,
                                       by_emission_, by_step_);
        constexpr float nothing = 1e-3F;
        const auto matters = [this](const float* gradient) {
            return std::any_of(gradient, gradient + labels_,
                               [](float g) { return std::abs(g) > nothing; });
        };
        f = 0;
        for (std::size_t t = 0; t < length; ++t) {
            const float* const gradient = by_emission_.column(t);
            if (!matters(gradient)) {
                f = example.tokens.ends[t];
                continue;
            }
            for (; f < example.tokens.ends[t]; ++f) {
                if (shown_[f] != left_out)
                    emissions_.step(shown_[f], gradient, rate, training_.decay);
            }
        }
        for (std::size_t l = 0; l < labels_; ++l) {
            if (matters(by_step_.column(l))) steps_.step(l, by_step_.column(l), rate, 0);
        }
        return loss;
    }

    const std::vector<SparseExample>& examples_;
    std::size_t labels_;
    const SparseTraining& training_;
    std::vector<std::uint32_t> features_;
    Random random_;
    std::vector<std::vector<std::uint32_t>> numbers_;  // of the features, per chain
    std::vector<std::uint32_t> shown_;
    Weights emissions_, steps_;
    Matrix scores_, by_emission_, by_step_;
};

}  // namespace

SparseChain train_sparse_chain(const std::vector<SparseExample>& examples, std::size_t labels,
                               const SparseTraining& training,
                               const std::function<void(std::size_t, double)>& progress) {
    Trainer trainer(examples, labels, training);
    for (std::size_t epoch = 0; epoch < training.epochs; ++epoch) {
        const double loss = trainer.epoch(epoch);
        progress(epoch + 1, loss);
    }
    return trainer.chain();
}

}  // namespace demarche::learn
