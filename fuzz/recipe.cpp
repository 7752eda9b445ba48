// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Recipes of training, and the lists of words that belong to one.

#include "pieces.hpp"
#include "target.hpp"

#include "syntax/word_classes.hpp"
#include "training/attribution_recipe.hpp"
#include "training/name_training.hpp"
#include "training/position_recipe.hpp"
#include "training/syntax_recipe.hpp"

using namespace demarche;

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return fuzz::mutate_pieces_or_bytes(data, size, most, seed,
                                        seed % 3 == 0 ? fuzz::lines : fuzz::words);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::bytes_of(data, size);
    (void)fuzz::accepts([&] { (void)training::read_recipe(bytes, "a.recipe"); });
    (void)fuzz::accepts([&] { (void)training::read_name_recipe(bytes, "a.recipe"); });
    (void)fuzz::accepts([&] { (void)training::read_attribution_recipe(bytes, "a.recipe"); });
    (void)fuzz::accepts([&] { (void)training::read_position_recipe(bytes, "a.recipe"); });
    (void)fuzz::accepts([&] { (void)syntax::WordClasses(bytes, "a.words"); });
    return 0;
}
