// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/vocabulary.hpp"
#include "syntax/features.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace demarche::syntax {

/// What is read off a word by a softmax over closed classes.
enum Head : std::size_t { upos_head, xpos_head, lemma_head, name_head, head_count };

inline constexpr std::array<std::string_view, head_count> head_names = {"upos", "xpos", "lemma",
                                                                        "name"};

/// Number of values of everything that is closed.
struct Counts {
    std::array<std::size_t, feature_count> features{};
    std::size_t treebanks = 0;
    std::array<std::size_t, head_count> classes{};
    std::size_t labels = 0;
};

/// All that is closed: what the network's numbers stand for.
struct Inventory {
    Vocabularies features;
    std::array<learn::Vocabulary, head_count> classes;
    learn::Vocabulary labels;
    learn::Vocabulary treebanks;

    [[nodiscard]] Counts counts() const;
};

/// What a model's file has of an inventory, list by list: `function(name, list)`.
template <class Inventories, class Function>
void for_each_list(Inventories& inventory, Function function) {
    for (std::size_t f = 0; f < feature_count; ++f) {
        function("feature." + std::string(feature_names[f]), inventory.features[f]);
    }
    for (std::size_t h = 0; h < head_count; ++h) {
        function("class." + std::string(head_names[h]), inventory.classes[h]);
    }
    function("label", inventory.labels);
    function("treebank", inventory.treebanks);
}

}  // namespace demarche::syntax
