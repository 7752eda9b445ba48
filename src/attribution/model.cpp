// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// What a file of a model of attributions must hold, and checks that it can be used.
//
// A vocabulary is stored as the hashes of its features, four bytes each, little-endian, in order:
// the number of a feature is its place, from 1, and 0 is left for all others. Embeddings are read
// by such numbers, so each table must have a vector for each; every network must have the labels of
// the roles, and vectors of the parser of the same length.
//
// A calibration is a line through points: scores 0.2 and 0.6 with probabilities 0.1 and 0.5 make
// 0.3 of the score 0.4; beyond the ends it is flat.
//
// Limits: probabilities are held to 0 to 1, not to rise. Whether the parser is the one that the
// model was trained with is asked where both are loaded (pipeline.cpp). Tested by
// tests/training/attribution_training_test.cpp and tests/pipeline/model_shapes_test.cpp.

#include "attribution/model.hpp"

#include "attribution/cues.hpp"

#include <algorithm>
#include <system_error>

namespace demarche::attribution {
namespace {

template <class Kinds, class Numbers>
void read_numbers(const learn::ModelFile& file, const std::string& prefix, const Kinds& kinds,
                  Numbers& numbers, const std::string& path) {
    for (std::size_t f = 0; f < kinds.size(); ++f) {
        numbers[f] =
            FeatureNumbers::from_bytes(learn::member(file.texts, prefix + kinds[f].name, path));
    }
}

Calibration calibration(const learn::ModelFile& file, const std::string& name,
                        const std::string& path) {
    Calibration read{learn::member(file.floats, name + " scores", path),
                     learn::member(file.floats, name + " probabilities", path)};
    if (read.scores.empty() || read.scores.size() != read.probabilities.size()) {
        learn::refuse_member(name + " scores", path);
    }
    if (!std::is_sorted(read.scores.begin(), read.scores.end())) {
        learn::refuse_member(name + " scores", path);
    }
    for (const float probability : read.probabilities) {
        if (probability < 0 || probability > 1) {
            learn::refuse_member(name + " probabilities", path);
        }
    }
    return read;
}

/// A network has a vector for each number that a feature may get, and labels for each role.
void check_shape(const learn::SpanReader& network, const AttributionVocabulary& vocabulary,
                 const std::string& prefix, const std::string& path) {
    const auto check = [&](const std::vector<std::size_t>& sizes, const auto& numbers,
                           const std::string& tables) {
        if (sizes.size() != numbers.size()) learn::refuse_member(prefix + tables + "s", path);
        for (std::size_t f = 0; f < sizes.size(); ++f) {
            if (sizes[f] >= numbers[f].size()) continue;
            learn::refuse_member(prefix + tables + " " + std::to_string(f), path);
        }
    };
    check(network.table_sizes(), vocabulary.token, "table");
    check(network.window_table_sizes(), vocabulary.window, "window table");
    if (network.token_steps().rows != 2 * token_roles + 1) {
        learn::refuse_member(prefix + "token steps", path);
    }
    if (network.window_steps().rows != 2 * window_roles + 1) {
        learn::refuse_member(prefix + "window steps", path);
    }
    if (network.given() != vocabulary.encodings) learn::refuse_member(prefix + "given", path);
}

}  // namespace

FeatureNumbers::FeatureNumbers(const std::vector<Feature>& features) {
    for (const Feature feature : features) {
        numbers_.emplace(feature, static_cast<std::uint32_t>(numbers_.size() + 1));
    }
}

std::string FeatureNumbers::bytes() const {
    std::string bytes(numbers_.size() * 4, '\0');
    for (const auto& [feature, number] : numbers_) {
        for (std::size_t b = 0; b < 4; ++b) {
            bytes[(number - 1) * 4 + b] = static_cast<char>(feature >> (8 * b) & 0xFFU);
        }
    }
    return bytes;
}

FeatureNumbers FeatureNumbers::from_bytes(std::string_view bytes) {
    std::vector<Feature> features;
    for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4) {
        Feature feature = 0;
        for (std::size_t b = 0; b < 4; ++b) {
            feature |= static_cast<Feature>(static_cast<unsigned char>(bytes[i + b])) << (8 * b);
        }
        features.push_back(feature);
    }
    return FeatureNumbers(features);
}

void AttributionVocabulary::add(const View& seen, learn::TokenInput& input) const {
    for (const std::size_t end : pieces(seen)) input.piece_ends.push_back(input.tokens + end);
    for (const auto& described : describe_tokens(seen)) {
        for (std::size_t f = 0; f < described.size(); ++f) {
            input.numbers.push_back(token[f].number(described[f]));
        }
    }
    if (seen.encodings.cols == seen.tokens.size()) {
        input.given.insert(input.given.end(), seen.encodings.values.begin(),
                           seen.encodings.values.end());
    } else {
        input.given.resize(input.given.size() + encodings * seen.tokens.size());
    }
    input.tokens += seen.tokens.size();
}

learn::WindowInput AttributionVocabulary::window_input(const View& seen, const TokenRun& cue,
                                                       const std::vector<char>& is_cue,
                                                       std::size_t offset) const {
    learn::WindowInput input;
    input.first_token = offset + window_of(seen, cue).first;
    for (const auto& described : describe_window(seen, cue, is_cue)) {
        for (std::size_t f = 0; f < described.size(); ++f) {
            input.numbers.push_back(window[f].number(described[f]));
        }
        ++input.tokens;
    }
    return input;
}

double Calibration::probability(double score) const {
    const auto s = static_cast<float>(score);
    const auto above = std::upper_bound(scores.begin(), scores.end(), s);
    if (above == scores.begin()) return static_cast<double>(probabilities.front());
    if (above == scores.end()) return static_cast<double>(probabilities.back());
    const auto i = static_cast<std::size_t>(above - scores.begin());
    const float share = (s - scores[i - 1]) / (scores[i] - scores[i - 1]);
    return static_cast<double>(probabilities[i - 1] +
                               share * (probabilities[i] - probabilities[i - 1]));
}

AttributionModel::AttributionModel(const learn::ModelFile& file, const std::string& path) {
    read_numbers(file, "token ", token_features, vocabulary.token, path);
    read_numbers(file, "window ", window_features, vocabulary.window, path);
    const std::size_t count = learn::count_member(file, "networks", path);
    for (std::size_t n = 0; n < count; ++n) {
        networks.emplace_back(file, "network " + std::to_string(n) + " ", path);
    }
    if (networks.empty()) learn::refuse_member("networks", path);
    vocabulary.encodings = networks.front().given();
    for (std::size_t n = 0; n < count; ++n) {
        check_shape(networks[n], vocabulary, "network " + std::to_string(n) + " ", path);
    }
    const std::string& lemmas = learn::member(file.texts, "cue lemmas", path);
    for (std::size_t begin = 0; begin < lemmas.size();) {
        const std::size_t end = std::min(lemmas.find('\n', begin), lemmas.size());
        cue_lemmas.insert(learn::feature_hash(std::string_view(lemmas).substr(begin, end - begin)));
        begin = end + 1;
    }
    made_with = learn::origins(file, path);
    digest = learn::digest(file);
    cue_bias = learn::single_figure(file, "cue bias", path);
    inner_bias = learn::single_figure(file, "inner bias", path);
    link_bias = learn::single_figure(file, "link bias", path);
    first_reading = learn::single_figure(file, "first reading", path);
    outer = calibration(file, "outer", path);
    inner = calibration(file, "inner", path);
}

std::string attribution_fingerprint() {
    std::string kinds;
    for (const FeatureKind& kind : token_features) kinds += std::string(kind.name) + "\n";
    for (const FeatureKind& kind : window_features) kinds += std::string(kind.name) + "\n";
    return learn::fingerprint("attributions-2", {kinds});
}

AttributionModel read_attribution_model(const std::string& path) {
    return AttributionModel(learn::read_model(path, attribution_kind, attribution_fingerprint()),
                            path);
}

}  // namespace demarche::attribution
