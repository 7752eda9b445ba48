// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"
#include "learn/sparse_chain.hpp"
#include "syntax/word_classes.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::syntax {

/// Changed whenever a feature is worked out differently: a model made for others is refused.
inline constexpr std::string_view name_fingerprint = "en-names-2";

/// What the name finder sees of a document with tags and trees: one chain a sentence, in order.
/// Names that the document has already, the network's, are seen, too.
/// \param scheme in whose manner names are to be marked; empty: in that of new text
[[nodiscard]] std::vector<learn::SparseTokens> describe_names(const Document& document,
                                                              const WordClasses& classes,
                                                              std::string_view scheme);

}  // namespace demarche::syntax
