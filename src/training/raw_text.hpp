// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"
#include "training/conllu.hpp"
#include "training/syntax_score.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// A treebank as the text that it was made of, to measure the whole way from characters to trees.
namespace demarche::training {

/// One document of a treebank. All spans are bytes of `text`.
struct RawText {
    std::string text;
    std::vector<Span> paragraphs;
    std::size_t first_tree = 0;            ///< in the treebank
    std::vector<std::vector<Span>> words;  ///< of each of its trees, the first being `first_tree`
};

/// The texts of a treebank, one for each "# newdoc", or a single one. Words stand where begin= of
/// MISC says, in code points, if all words of the document have it; else one behind the other, with
/// a space where there is no SpaceAfter=No. A paragraph begins at "# newpar" and, where offsets are
/// given, where two words lie two or more characters apart.
[[nodiscard]] std::vector<RawText> raw_texts(const Treebank& gold);

/// Compares what was read in `raw.text` with the gold trees and adds to `scores`. Words are the
/// same where they cover the same characters, sentences where their words begin and end together
/// (as in the CoNLL 2018 shared task). A head is right where it is the same word, or the root, in
/// both.
void compare_raw(const Treebank& gold, const RawText& raw, const Document& read, Scores& scores);

/// The figures of a treebank read from its characters on: text::append_tokens and what follows.
/// \param treebank as in evaluate()
/// \throws UsageError likewise
[[nodiscard]] Scores evaluate_raw(const Treebank& gold, const syntax::Model& model,
                                  std::string_view treebank);

}  // namespace demarche::training
