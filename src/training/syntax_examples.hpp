// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syntax/inventory.hpp"
#include "training/conllu.hpp"
#include "training/syntax_network.hpp"
#include "training/syntax_recipe.hpp"
#include "training/treebank.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// Trees to numbers that a network learns from.
namespace demarche::training {

/// Distinct forms and their features.
class Forms {
public:
    explicit Forms(const syntax::Vocabularies& vocabularies) : vocabularies_(vocabularies) {}

    [[nodiscard]] std::uint32_t number(const std::string& form);
    [[nodiscard]] const std::vector<syntax::FormFeatures>& features() const { return features_; }

private:
    const syntax::Vocabularies& vocabularies_;
    std::map<std::string, std::uint32_t> numbers_;
    std::vector<syntax::FormFeatures> features_;
};

/// A sentence with the tags of its names; no tags where they are not known.
struct Annotated {
    Tree tree;
    NameTags names;
};

/// The sentences of a corpus that the recipe lets through.
[[nodiscard]] std::vector<Annotated> annotated(const Treebank& treebank, const Corpus& corpus,
                                               std::size_t longest);

/// What occurs often enough in these corpora, by the recipe's limits.
[[nodiscard]] syntax::Inventory take_inventory(const Recipe& recipe,
                                               const std::vector<std::vector<Annotated>>& corpora);

[[nodiscard]] Example example(const Annotated& sentence, const Corpus& corpus,
                              const syntax::Inventory& inventory, Forms& forms);

}  // namespace demarche::training
