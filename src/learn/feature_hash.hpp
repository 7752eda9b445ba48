// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

/// Features as numbers: a word, a label or a combination of them is its hash. 32 bits are enough
/// for the vocabularies at hand.
namespace demarche::learn {

using Feature = std::uint32_t;

/// FNV-1a, 32 bits, going on from `hash`.
[[nodiscard]] constexpr std::uint32_t feature_hash(std::string_view text,
                                                   std::uint32_t hash = 2166136261U) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

/// A feature made of two, the order of which counts.
[[nodiscard]] constexpr std::uint32_t joined_hash(std::uint32_t a, std::uint32_t b) {
    std::uint64_t mixed = (static_cast<std::uint64_t>(a) << 32U | b) * 0x9E3779B97F4A7C15ULL;
    mixed ^= mixed >> 29U;
    mixed *= 0xBF58476D1CE4E5B9ULL;
    return static_cast<std::uint32_t>(mixed >> 32U);
}

}  // namespace demarche::learn
