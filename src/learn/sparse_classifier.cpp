// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Multinomial logistic regression (maximum entropy: Berger, Della Pietra and Della Pietra 1996).
// The probability of a class is the exponential of the sum of its weights of the features that are
// there, divided by the sum over classes:
//
//     weights   good  bad        features {a, b}:  good 2 - 1 = 1, bad -2 + 1 = -1
//     a           2    -2        p(good) = e^1 / (e^1 + e^-1) = 0.88
//     b          -1     1
//
// Learned by AdaGrad (Duchi, Hazan and Singer 2011), one example a step in an order of the seed's.
// The decay of a weight is spread over the examples that have its feature, so that rare features
// shrink as much in an epoch as frequent ones. The weights of the last half of the epochs are
// averaged, which takes away most of what the order does to them.
//
// Limit: no interactions but those that are features themselves.

#include "learn/sparse_classifier.hpp"

#include "learn/functions.hpp"
#include "learn/random.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace demarche::learn {
namespace {

struct Row {
    std::vector<std::size_t> features;  // numbers
    std::size_t label = 0;
    float weight = 1;
};

void to_probabilities(std::vector<double>& sums) {
    const double top = *std::max_element(sums.begin(), sums.end());
    double all = 0;
    for (double& sum : sums) all += sum = exponential(sum - top);
    for (double& sum : sums) sum /= all;
}

class Learner {
public:
    Learner(std::vector<Row> rows, std::size_t features, std::size_t classes,
            const ClassifierTraining& recipe)
        : rows_(std::move(rows)),
          recipe_(recipe),
          classes_(classes),
          weights_(features * classes),
          squares_(features * classes, 1e-6F),
          sum_(features * classes),
          count_(features) {
        for (const Row& row : rows_) {
            for (const std::size_t f : row.features) count_[f] += row.weight;
        }
    }

    /// The mean weights, feature after feature.
    std::vector<float> learn() {
        Random random(recipe_.seed);
        std::vector<std::size_t> order(rows_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        float averaged = 0;
        for (std::size_t epoch = 0; epoch < recipe_.epochs; ++epoch) {
            random.shuffle(order);
            for (const std::size_t i : order) step(rows_[i]);
            if (2 * epoch + 1 < recipe_.epochs) continue;
            for (std::size_t w = 0; w < weights_.size(); ++w) sum_[w] += weights_[w];
            ++averaged;
        }
        for (float& sum : sum_) sum /= std::max(averaged, 1.0F);
        return sum_;
    }

private:
    void step(const Row& row) {
        std::vector<double> p(classes_);
        for (const std::size_t f : row.features) {
            for (std::size_t c = 0; c < classes_; ++c) {
                p[c] += static_cast<double>(weights_[f * classes_ + c]);
            }
        }
        to_probabilities(p);
        for (const std::size_t f : row.features) {
            const float shrink = recipe_.decay * row.weight / count_[f];
            for (std::size_t c = 0; c < classes_; ++c) {
                const std::size_t w = f * classes_ + c;
                const float wanted = c == row.label ? 1.0F : 0.0F;
                const float slope =
                    row.weight * (static_cast<float>(p[c]) - wanted) + shrink * weights_[w];
                squares_[w] += slope * slope;
                weights_[w] -= recipe_.rate * slope / std::sqrt(squares_[w]);
            }
        }
    }

    std::vector<Row> rows_;
    const ClassifierTraining& recipe_;
    std::size_t classes_;
    std::vector<float> weights_;
    std::vector<float> squares_;
    std::vector<float> sum_;
    std::vector<float> count_;
};

std::string bytes_of(const std::vector<SparseFeature>& features) {
    std::string bytes;
    for (const SparseFeature feature : features) {
        for (std::size_t b = 0; b < 4; ++b) {
            bytes += static_cast<char>(feature >> (8 * b) & 0xFFU);
        }
    }
    return bytes;
}

std::vector<SparseFeature> features_of(const std::string& bytes) {
    std::vector<SparseFeature> features;
    for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4) {
        SparseFeature feature = 0;
        for (std::size_t b = 0; b < 4; ++b) {
            feature |= static_cast<SparseFeature>(static_cast<unsigned char>(bytes[i + b]))
                       << (8 * b);
        }
        features.push_back(feature);
    }
    return features;
}

std::vector<SparseFeature> unique(std::vector<SparseFeature> features) {
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    return features;
}

}  // namespace

SparseClassifier::SparseClassifier(const ModelFile& file, const std::string& prefix,
                                   const std::string& path)
    : features_(features_of(member(file.texts, prefix + "features", path))),
      weights_(member(file.weights, prefix + "weights", path)) {
    if (weights_.count() != features_.size() || weights_.length == 0) {
        refuse_member(prefix + "weights", path);
    }
    number_features();
}

void SparseClassifier::number_features() {
    for (std::size_t i = 0; i < features_.size(); ++i) numbers_.emplace(features_[i], i);
}

std::vector<double> SparseClassifier::probabilities(
    const std::vector<SparseFeature>& features) const {
    std::vector<double> sums(classes());
    for (const SparseFeature feature : unique(features)) {
        const auto found = numbers_.find(feature);
        if (found == numbers_.end()) continue;
        const std::int8_t* values = weights_.vector(found->second);
        const auto scale = static_cast<double>(weights_.scales[found->second]);
        for (std::size_t c = 0; c < sums.size(); ++c) sums[c] += scale * values[c];
    }
    if (!sums.empty()) to_probabilities(sums);
    return sums;
}

void SparseClassifier::store(const std::string& prefix, ModelFile& file) const {
    file.texts[prefix + "features"] = bytes_of(features_);
    file.weights[prefix + "weights"] = weights_;
}

SparseClassifier train_classifier(const std::vector<ClassifierExample>& examples,
                                  std::size_t classes, const ClassifierTraining& recipe) {
    std::map<SparseFeature, std::size_t> counts;
    for (const ClassifierExample& example : examples) {
        for (const SparseFeature feature : unique(example.features)) ++counts[feature];
    }
    SparseClassifier classifier;
    for (const auto& [feature, count] : counts) {
        if (count >= recipe.least) classifier.features_.push_back(feature);
    }
    classifier.number_features();
    std::vector<Row> rows;
    for (const ClassifierExample& example : examples) {
        Row& row = rows.emplace_back();
        row.label = example.label;
        row.weight = example.weight;
        for (const SparseFeature feature : unique(example.features)) {
            const auto found = classifier.numbers_.find(feature);
            if (found != classifier.numbers_.end()) row.features.push_back(found->second);
        }
    }
    const std::size_t features = classifier.features_.size();
    std::vector<float> weights = Learner(std::move(rows), features, classes, recipe).learn();
    classifier.weights_ = quantise_columns({weights.data(), classes, features, classes});
    return classifier;
}

}  // namespace demarche::learn
