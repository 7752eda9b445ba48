// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "learn/sparse_chain.hpp"

#include "learn/chain.hpp"

#include <algorithm>
#include <utility>

namespace demarche::learn {
namespace {

/// FNV-1a leaves its lower bits unevenly spread over short texts.
std::size_t slot_of(std::uint32_t feature, std::size_t mask) {
    return (feature * 2654435769U >> 7U) & mask;
}

std::string little_endian(const std::vector<std::uint32_t>& numbers) {
    std::string bytes;
    bytes.reserve(numbers.size() * 4);
    for (const std::uint32_t number : numbers) {
        for (unsigned shift = 0; shift < 32; shift += 8) {
            bytes += static_cast<char>(number >> shift & 0xFFU);
        }
    }
    return bytes;
}

std::vector<std::uint32_t> from_little_endian(std::string_view bytes) {
    std::vector<std::uint32_t> numbers(bytes.size() / 4);
    for (std::size_t i = 0; i < numbers.size() * 4; ++i) {
        numbers[i / 4] |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]))
                          << (i % 4 * 8);
    }
    return numbers;
}

}  // namespace

SparseChain::SparseChain(std::vector<std::uint32_t> features, Quantised weights, Matrix steps)
    : features_(std::move(features)), weights_(std::move(weights)), steps_(std::move(steps)) {
    fill_slots();
}

SparseChain::SparseChain(const ModelFile& file, const std::string& prefix, const std::string& path)
    : features_(from_little_endian(member(file.texts, prefix + "features", path))),
      weights_(member(file.weights, prefix + "weights", path)) {
    const std::vector<float>& steps = member(file.floats, prefix + "steps", path);
    const std::size_t labels = weights_.length;
    if (labels % 2 == 0 || steps.size() != labels * labels) refuse_member(prefix + "steps", path);
    if (features_.size() != weights_.count()) refuse_member(prefix + "features", path);
    steps_.clear(labels, labels);
    steps_.values = steps;
    fill_slots();
}

void SparseChain::store(ModelFile& file, const std::string& prefix) const {
    file.texts[prefix + "features"] = little_endian(features_);
    file.weights[prefix + "weights"] = weights_;
    file.floats[prefix + "steps"] = steps_.values;
}

void SparseChain::fill_slots() {
    std::size_t size = 16;
    while (size < 2 * features_.size()) size *= 2;
    slots_.assign(size, 0);
    for (std::size_t i = 0; i < features_.size(); ++i) {
        std::size_t slot = slot_of(features_[i], size - 1);
        while (slots_[slot] != 0) slot = (slot + 1) & (size - 1);
        slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

Matrix SparseChain::emissions(const SparseTokens& tokens) const {
    const std::size_t labels = this->labels();
    const std::size_t mask = slots_.size() - 1;
    Matrix scores(labels, tokens.size());
    if (features_.empty()) return scores;
    std::size_t f = 0;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        float* const score = scores.column(t);
        for (; f < tokens.ends[t]; ++f) {
            const std::uint32_t feature = tokens.features[f];
            std::size_t slot = slot_of(feature, mask);
            while (slots_[slot] != 0 && features_[slots_[slot] - 1] != feature)
                slot = (slot + 1) & mask;
            if (slots_[slot] == 0) continue;
            const std::size_t row = slots_[slot] - 1;
            const float scale = weights_.scales[row];
            const std::int8_t* const values = weights_.vector(row);
            for (std::size_t l = 0; l < labels; ++l)
                score[l] += scale * static_cast<float>(values[l]);
        }
    }
    return scores;
}

std::vector<int> SparseChain::best(const SparseTokens& tokens) const {
    return best_labels(steps_, emissions(tokens));
}

Matrix SparseChain::probabilities(const SparseTokens& tokens) const {
    return marginals(steps_, emissions(tokens));
}

}  // namespace demarche::learn
