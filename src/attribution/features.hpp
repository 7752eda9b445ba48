// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attribution/view.hpp"

#include <array>
#include <cstddef>
#include <vector>

/// What the attribution network is told of each token.
namespace demarche::attribution {

/// One kind of feature: its name for people and the fingerprint, the length of its embedding, how
/// often a value must occur in training to get one of its own, and whether it is a word.
struct FeatureKind {
    const char* name;
    std::size_t width;
    std::size_t least;
    bool lexical;
};

/// Of a token by itself.
inline constexpr std::array<FeatureKind, 12> token_features = {{
    {"form", 72, 2, true},
    {"lemma", 48, 3, true},
    {"suffix", 24, 4, false},
    {"prefix", 16, 4, false},
    {"shape", 12, 4, false},
    {"tag", 24, 1, false},
    {"relation", 24, 1, false},
    {"head lemma", 40, 3, true},
    {"head direction", 10, 1, false},
    {"quotation state", 12, 1, false},
    {"dependents", 16, 3, false},
    {"constituent edges", 16, 3, false},
}};

/// Of a token seen from a cue.
inline constexpr std::array<FeatureKind, 8> window_features = {{
    {"distance", 24, 1, false},
    {"branch", 32, 3, false},
    {"path", 32, 5, false},
    {"quotation rank", 16, 1, false},
    {"cue lemma", 24, 3, true},
    {"under a cue", 8, 1, false},
    {"constituent edges", 24, 4, false},
    {"cue's dependents", 16, 3, false},
}};

/// Hashes, one a kind, of every token.
[[nodiscard]] std::vector<std::array<Feature, token_features.size()>> describe_tokens(
    const View& seen);

/// The tokens around a cue where its source and content are looked for: its sentence, the one
/// before and the one after, and further ones while a quotation stays open; at most 600 words to
/// either side.
[[nodiscard]] TokenRun window_of(const View& seen, const TokenRun& cue);

/// The cue's own head: its first token whose head lies outside, a verb before others.
[[nodiscard]] std::size_t head_of(const View& seen, const TokenRun& cue);

/// Hashes, one a kind, of every token of the cue's window. `is_cue`: of every token of the
/// document, whether it belongs to any cue.
[[nodiscard]] std::vector<std::array<Feature, window_features.size()>> describe_window(
    const View& seen, const TokenRun& cue, const std::vector<char>& is_cue);

/// Ends of the pieces in which a document is read: whole paragraphs together up to about 140
/// tokens, a long paragraph cut after a sentence.
[[nodiscard]] std::vector<std::size_t> pieces(const View& seen);

}  // namespace demarche::attribution
