// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/span_network.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace demarche::training {

/// A recipe as data: all that makes a model of attributions but the corpus and the trees.
///
///     # a comment
///     seed = 1
///     corpus = polnear-train.jsonl.gz
///     epochs = 6
///     cue_bias = 0.1
struct AttributionRecipe {
    std::uint64_t seed = 1;
    std::string corpus;        ///< inside the folder of the corpora: annotated articles
    std::size_t networks = 1;  ///< trained from different first weights, averaged at run time
    std::size_t epochs = 6;
    std::size_t articles_a_step = 2;
    float rate = 0.002F;
    /// Of the last step, as a part of the first; linear between them
    float last_rate = 0.03F;
    float averaging = 0.998F;
    std::size_t states = 0;  ///< what the network takes of each of the parser's states
    std::size_t layers = 2;
    std::size_t units = 112;
    std::size_t known = 96;
    std::size_t window_units = 64;
    std::size_t window_layers = 1;
    learn::Dropout dropout;
    float window_weight = 1;  ///< of a window's token against a token
    float tree_dropout = 0;   ///< share of articles that are read without their trees
    float state_dropout = 0;  ///< ... without the parser's states
    /// How unlikely a cue still serves as an example of a wrong one
    double wrong_cue_bias = 1;
    std::size_t held_out_every = 20;  ///< every so many-th article is kept for calibration; 0: none
    double cue_bias = 0;              ///< the balance: above zero finds more, and more wrong ones
    double inner_bias = 0;            ///< the same inside contents
    double link_bias = 0;             ///< above zero finds longer contents, and contents at all
    double first_reading = 0;         ///< weight of the first reading's word on contents
};

/// \throws InputError with file and line at an unknown key or a value that is none.
[[nodiscard]] AttributionRecipe read_attribution_recipe(std::string_view text,
                                                        const std::string& file);

}  // namespace demarche::training
