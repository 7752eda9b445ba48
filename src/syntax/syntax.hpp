// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"
#include "learn/matrix.hpp"
#include "syntax/model.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

/// Tokens to tags, lemmas, dependency trees and names.
namespace demarche::syntax {

/// A longer sentence is read in pieces of at most so many tokens; the roots of the later ones hang
/// on the first one's root as parataxis, and the document gets a diagnostic.
inline constexpr std::size_t longest_piece = 200;

/// Fills lemma, upos, xpos, head and deprel of all tokens that stand in sentences, and the names.
/// Each sentence becomes a tree with one root. Never fails: odd text gets odd trees.
/// \param encodings if given, gets the encoder's vector of each token of the document, a column
/// each
///        (Model::vector_size rows), zero for tokens outside of sentences
void analyse(Document& document, const Model& model, learn::Matrix* encodings = nullptr);

/// The same in the manner of another treebank than `model.run_as()`, for measuring.
void analyse_as(Document& document, const Model& model, std::uint32_t treebank,
                learn::Matrix* encodings = nullptr);

/// The document's sentences in CoNLL-U. MISC has SpaceAfter=No, the token's offsets in code points
/// of the text (begin=, end=) and the names (Name=B-person).
[[nodiscard]] std::string conllu(const Document& document);

}  // namespace demarche::syntax
