// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "training/conllu.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::training {

/// Joins words with hyphens between them ("15", "-", "year") to one ("15-year"), as the tokeniser
/// of room text leaves them. The word takes tags and relation of the piece that the others hang on.
/// Without such words the tree is returned as it is.
[[nodiscard]] Tree join_hyphens(const Tree& tree);

/// Whether a machine's reading of a sentence is clean enough to learn from: a tree with one root,
/// at most one "dep", 3 to `longest` words.
[[nodiscard]] bool is_clean(const Tree& tree, std::size_t longest);

/// The value of "key=value" in MISC, empty if there is none. It lives as long as `misc`.
[[nodiscard]] std::string_view misc_value(std::string_view misc, std::string_view key);

/// A name of each word: "B-PERSON", "I-PERSON", "O" ...; the kinds are PERSON, ORGANIZATION,
/// LOCATION and MISC.
using NameTags = std::vector<std::string>;

/// A name: words [first, end) and its kind, "PERSON".
struct NamedRun {
    std::size_t first;
    std::size_t end;
    std::string kind;

    friend auto operator<=>(const NamedRun&, const NamedRun&) = default;
};

/// The names that such tags stand for, in order. An "I-" that continues nothing begins one.
[[nodiscard]] std::vector<NamedRun> named_runs(const NameTags& tags);

/// From "NER=" in MISC (the CoreNLP layer).
[[nodiscard]] NameTags name_tags_from_ner(const Tree& tree);

/// From "Entity=" in MISC (GUM): the longest mentions that are made of proper nouns alone, with a
/// few small words between them.
[[nodiscard]] NameTags name_tags_from_entities(const Tree& tree);

}  // namespace demarche::training
