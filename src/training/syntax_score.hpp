// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"
#include "syntax/model.hpp"
#include "training/conllu.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace demarche::training {

/// Right, found and wanted of something; on gold tokens all words are found and wanted alike.
struct Count {
    std::size_t right = 0;
    std::size_t found = 0;
    std::size_t gold = 0;

    /// In percent, 0 where there is nothing to count.
    [[nodiscard]] double f1() const;
};

/// A reading against a gold treebank. A relation is right where head and label are.
struct Scores {
    std::size_t sentences = 0;
    Count words, sentence_ends;  ///< of raw text alone
    Count upos, xpos, lemma, uas, las;
    std::map<std::string, Count, std::less<>> relations;
    Count names;  ///< whole names with their kind; only where the gold file has NER= in MISC
};

/// Reads the gold file's words and compares. Its words, sentences and nothing else are taken from
/// it. \param treebank scheme of annotation to read in; empty: the one that new text is read in
/// \throws UsageError if the model does not know that treebank.
[[nodiscard]] Scores evaluate(const Treebank& gold, const syntax::Model& model,
                              std::string_view treebank);

/// The number of a treebank that the model was trained on.
/// \param treebank its name; empty: the one that new text is read as
/// \throws UsageError if the model does not know that treebank.
[[nodiscard]] std::uint32_t treebank_number(const syntax::Model& model, std::string_view treebank);

/// A document of the gold words of some sentences, as text::read would leave it, the text being the
/// words with spaces where the treebank has them.
[[nodiscard]] Document document_of(const Treebank& gold);

/// For people: one line a figure.
[[nodiscard]] std::string table(const Scores& scores);

}  // namespace demarche::training
