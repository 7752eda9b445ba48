// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/vocabulary.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What the network sees of a word: a function of its form alone, so that it is worked out once
/// for all places where the form stands.
namespace demarche::syntax {

inline constexpr std::size_t feature_count = 6;

/// Names of the features with a vocabulary of their own, in order.
inline constexpr std::array<std::string_view, feature_count> feature_names = {
    "word", "prefix3", "suffix2", "suffix3", "suffix4", "shape"};

/// Number of rows of the table of character n-grams; n-grams are hashed into it.
inline constexpr std::uint32_t ngram_buckets = 8192;

/// Of the features and of how they are worked out (its version is changed by hand with that): a
/// model made for others is refused.
[[nodiscard]] std::string feature_fingerprint();

/// The features of a form as text. Lower-cased, digits as "0", apostrophes and quotation marks
/// straightened, all but the shape, which says where capitals, small letters and digits are
/// ("Xx-d").
[[nodiscard]] std::array<std::string, feature_count> features(std::string_view form);

/// Buckets of the n-grams of three and four bytes of "<form>"; at most 60.
[[nodiscard]] std::vector<std::uint32_t> ngrams(std::string_view form);

/// The same as numbers.
struct FormFeatures {
    std::array<std::uint32_t, feature_count> numbers{};
    std::vector<std::uint32_t> ngrams;
};

using Vocabularies = std::array<learn::Vocabulary, feature_count>;

[[nodiscard]] FormFeatures look_up(const Vocabularies& vocabularies, std::string_view form);

}  // namespace demarche::syntax
