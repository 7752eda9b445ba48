// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"
#include "learn/sparse_chain.hpp"
#include "syntax/word_classes.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::syntax {

/// Of the kinds of names and of how features are worked out (its version is changed by hand with
/// that): a model made for others is refused.
[[nodiscard]] std::string name_fingerprint();

/// What the name finder sees of a document with tags and trees: one chain a sentence, in order.
/// Names that the document has already, the network's, are seen, too.
/// \param scheme in whose manner names are to be marked; empty: in that of new text
[[nodiscard]] std::vector<learn::SparseTokens> describe_names(const Document& document,
                                                              const WordClasses& classes,
                                                              std::string_view scheme);

}  // namespace demarche::syntax
