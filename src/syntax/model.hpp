// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/matrix.hpp"
#include "learn/model_file.hpp"
#include "learn/quantised.hpp"
#include "syntax/inventory.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::syntax {

/// Of a file with such a model.
inline constexpr std::string_view model_kind = "syntax";

/// What the network says of a sentence, in the numbers of the model's inventory.
struct SentenceReading {
    std::array<std::vector<std::uint32_t>, head_count> classes;
    std::vector<int> heads;  ///< a tree with one root: 1-based, 0 is the root
    std::vector<std::uint32_t> labels;
};

/// A trained network, ready to read. Constant once made: threads may share it.
class Model {
public:
    /// \throws InputError if the file is no model of syntax, or not one of this program.
    [[nodiscard]] static Model load(const std::string& path);

    /// \param origin for messages
    Model(const learn::ModelFile& file, const std::string& origin);

    /// Reads sentences, each on its own: what else is in the list makes no difference.
    /// \param sentences forms; none empty, none longer than 65,000
    /// \param treebank whose scheme of annotation is wanted
    /// \param vectors if given, gets the upper layer's state of each word, sentence after sentence
    [[nodiscard]] std::vector<SentenceReading> read(
        const std::vector<std::vector<std::string_view>>& sentences, std::uint32_t treebank,
        learn::Matrix* vectors = nullptr) const;

    [[nodiscard]] const Inventory& inventory() const { return inventory_; }

    /// The treebank that new text is read as.
    [[nodiscard]] std::uint32_t run_as() const { return run_as_; }

    /// Rows of the vectors that `read` gives.
    [[nodiscard]] std::size_t vector_size() const { return 2 * upper_[0].size; }

    [[nodiscard]] const std::string& language() const { return language_; }

    /// Tells this model from any other: what was trained on its vectors is of use with it alone.
    [[nodiscard]] std::uint64_t digest() const { return digest_; }

private:
    friend struct BatchReader;

    struct Layer {
        std::size_t size = 0;
        learn::IntegerWeights input, recurrent;
        std::vector<float> bias;
    };
    struct Affine {
        learn::IntegerWeights weights;
        std::vector<float> bias;
    };

    std::string language_;
    std::uint64_t digest_ = 0;
    Inventory inventory_;
    std::uint32_t run_as_ = 0;
    std::array<learn::Quantised, feature_count> tables_;
    learn::Quantised ngrams_, treebanks_;
    std::array<Layer, 2> lower_, upper_;  // forward, backward
    std::array<Affine, head_count> classes_;
    Affine arc_dependent_, arc_head_, arc_form_;  // the prior is the form's bias
    Affine label_dependent_, label_head_, label_;
    std::vector<float> root_arc_, root_label_;  // the root's projections
};

}  // namespace demarche::syntax
