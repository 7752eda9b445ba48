// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/model_file.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace demarche::learn {

/// A feature that is there or not, by the hash of its name.
using SparseFeature = std::uint32_t;

struct ClassifierExample {
    std::vector<SparseFeature> features;  ///< one that stands twice counts once
    std::size_t label = 0;
    float weight = 1;  ///< how much it counts, not negative
};

struct ClassifierTraining {
    std::size_t epochs = 30;
    float rate = 0.1F;  ///< of AdaGrad
    /// Half the squared length of the weights times this is added to the loss
    float decay = 0.01F;
    std::size_t least = 2;   ///< examples that must have a feature for it to get weights
    std::uint64_t seed = 1;  ///< of the order of the examples
};

/// Multinomial logistic regression over sparse features: see sparse_classifier.cpp.
class SparseClassifier {
public:
    SparseClassifier() = default;

    /// \throws InputError if the file lacks the members that store() gives.
    SparseClassifier(const ModelFile& file, const std::string& prefix, const std::string& path);

    [[nodiscard]] std::size_t classes() const { return weights_.length; }

    /// One number a class, their sum is 1. Features that training did not show count nothing.
    [[nodiscard]] std::vector<double> probabilities(
        const std::vector<SparseFeature>& features) const;

    /// Puts its members, named with `prefix`, into `file`.
    void store(const std::string& prefix, ModelFile& file) const;

    friend SparseClassifier train_classifier(const std::vector<ClassifierExample>&, std::size_t,
                                             const ClassifierTraining&);

private:
    void number_features();

    std::vector<SparseFeature> features_;  ///< rising; one vector of `weights_` each
    std::unordered_map<SparseFeature, std::size_t> numbers_;
    Quantised weights_;
};

/// Learns from examples with labels below `classes`. The same examples in the same order and the
/// same recipe give the same weights.
[[nodiscard]] SparseClassifier train_classifier(const std::vector<ClassifierExample>& examples,
                                                std::size_t classes,
                                                const ClassifierTraining& recipe);

}  // namespace demarche::learn
