// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/lstm.hpp"
#include "learn/matrix.hpp"
#include "learn/parameter.hpp"
#include "learn/random.hpp"
#include "syntax/inventory.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace demarche::training {

/// Sizes of the vectors inside the network.
struct Dimensions {
    std::array<std::size_t, syntax::feature_count> features = {100, 20, 15, 30, 30, 15};
    std::size_t ngram = 32;
    std::size_t treebank = 8;
    std::size_t lower = 128;  ///< cells a direction in the layer that the tags are read from
    std::size_t upper = 128;  ///< the same for trees and names
    std::size_t arc = 128;
    std::size_t label = 64;

    [[nodiscard]] std::size_t input() const;
};

/// A sentence to learn from, all in numbers. -1 for a class, label or head says that it is not
/// known and gives no loss.
struct Example {
    std::vector<std::uint32_t> forms;  ///< into a list of FormFeatures
    std::array<std::vector<int>, syntax::head_count> classes;
    std::vector<int> heads;
    std::vector<int> labels;
    std::size_t treebank = 0;
    float weight = 1;
};

/// How hard training shakes the network, and what each task counts.
struct Shaking {
    float dropout = 0.35F;
    float word_dropout = 0.12F;  ///< share of words that are shown as unknown words
    float arc_weight = 1;
    float label_weight = 1;
    std::array<float, syntax::head_count> class_weights = {0.5F, 0.5F, 0.5F, 0.5F};
};

/// What came out right, for watching; heads by the best score of each word alone.
struct Tally {
    double loss = 0;
    std::size_t words = 0;
    std::size_t arcs = 0, labels = 0, arcs_known = 0, labels_known = 0;
    std::array<std::size_t, syntax::head_count> right{}, known{};
};

/// The network in training: embeddings of a form, two layers of BiLSTM, tags and lemma rules read
/// from the lower one, names, arcs and labels from the upper one, arcs by a biaffine form (Dozat
/// and Manning 2017). A vector of the treebank that the sentence comes from is part of the input
/// (Stymne et al. 2018), so that schemes of annotation that differ can be learned side by side.
class Network {
public:
    Network(const Dimensions& dimensions, const syntax::Counts& counts, learn::Random& random);

    /// Adds the gradients of a batch; `shaking` null means: only look. All parameters' values are
    /// used as they are.
    /// \param forms features of each form number
    Tally pass(std::vector<const Example*> batch, const std::vector<syntax::FormFeatures>& forms,
               const Shaking* shaking, learn::Random& random);

    [[nodiscard]] std::vector<learn::Parameter*> parameters();

    /// Puts the averaged weights in place of the current ones, or takes them back.
    void swap_averages();

    [[nodiscard]] const Dimensions& dimensions() const { return dimensions_; }
    [[nodiscard]] const syntax::Counts& counts() const { return counts_; }

private:
    friend struct Pass;

    Dimensions dimensions_;
    syntax::Counts counts_;
    std::vector<learn::Parameter> tables_;  ///< one a feature
    learn::Parameter ngrams_, treebanks_;
    learn::Lstm lower_forward_, lower_backward_, upper_forward_, upper_backward_;
    std::vector<learn::Parameter> class_weights_, class_biases_;  ///< one a Head
    learn::Parameter root_;                                       ///< stands for the root's vector
    learn::Parameter arc_dependent_, arc_head_, arc_form_, arc_prior_;
    learn::Parameter label_dependent_, label_head_, label_weights_, label_bias_;
};

}  // namespace demarche::training
