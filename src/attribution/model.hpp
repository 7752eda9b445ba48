// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attribution/features.hpp"
#include "learn/model_file.hpp"
#include "learn/span_network.hpp"
#include "learn/span_reader.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace demarche::attribution {

/// Of the kinds of features and of how they are worked out (its version is changed by hand with
/// that): a model made for others is refused.
[[nodiscard]] std::string attribution_fingerprint();
inline constexpr std::string_view attribution_kind = "attributions";

/// Numbers of the hashes of one kind of feature, from 1; 0 stands for all others.
class FeatureNumbers {
public:
    FeatureNumbers() = default;
    /// In this order, from 1.
    explicit FeatureNumbers(const std::vector<Feature>& features);

    [[nodiscard]] std::uint32_t number(Feature feature) const {
        const auto found = numbers_.find(feature);
        return found == numbers_.end() ? 0 : found->second;
    }
    [[nodiscard]] std::size_t size() const { return numbers_.size() + 1; }
    /// Four bytes a feature, little-endian, in order.
    [[nodiscard]] std::string bytes() const;
    [[nodiscard]] static FeatureNumbers from_bytes(std::string_view bytes);

private:
    std::unordered_map<Feature, std::uint32_t> numbers_;
};

struct AttributionVocabulary {
    std::array<FeatureNumbers, token_features.size()> token;
    std::array<FeatureNumbers, window_features.size()> window;
    std::size_t encodings = 0;  ///< rows of the parser's encodings; 0: they are not asked for

    /// Adds the tokens of `seen` to `input`, as a document of its own.
    void add(const View& seen, learn::TokenInput& input) const;

    /// The window of a cue; `offset` is where the view's tokens begin in the input.
    [[nodiscard]] learn::WindowInput window_input(const View& seen, const TokenRun& cue,
                                                  const std::vector<char>& is_cue,
                                                  std::size_t offset) const;
};

/// From a raw score to a probability: straight lines between points, learned on articles that were
/// not trained on.
struct Calibration {
    std::vector<float> scores;         ///< rising
    std::vector<float> probabilities;  ///< rising, one a score

    [[nodiscard]] double probability(double score) const;
};

/// What reads attributions: see docs/attributions.md.
struct AttributionModel {
    AttributionVocabulary vocabulary;
    std::vector<learn::SpanReader> networks;  ///< their probabilities are averaged
    std::unordered_set<Feature> cue_lemmas;   ///< worth a look inside a content
    learn::Origins made_with;                 ///< the model of syntax, whose encodings it takes
    std::uint64_t digest = 0;                 ///< tells this model from any other
    double cue_bias = 0;                      ///< see find_cues
    double inner_bias = 0;                    ///< the same for cues inside contents
    double link_bias = 0;                     ///< see best_link
    double first_reading = 0;                 ///< see add_first_reading
    Calibration outer;
    Calibration inner;

    /// \throws InputError if the file lacks something.
    AttributionModel(const learn::ModelFile& file, const std::string& path);
};

/// \throws InputError if there is no such file, or it is not a whole model of attributions made for
///         these features.
[[nodiscard]] AttributionModel read_attribution_model(const std::string& path);

}  // namespace demarche::attribution
