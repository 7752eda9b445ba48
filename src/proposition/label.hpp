// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft/draft.hpp"
#include "draft/names.hpp"
#include "lexicon/words.hpp"
#include "proposition/compress.hpp"

#include <string>

/// A short affirmative label that can be read without the article.
namespace demarche::proposition {

inline constexpr std::size_t longest_label = 14;  ///< words that are kept; names may add some

/// The label of what `statement` says. Its words are those of the content (of the cue where there
/// is none), of names that the article gives, and function words; empty if nothing is said. What is
/// refused is labelled as what would be done ("will not stand in the way": "will stand in the
/// way"). Of other relations a "not" stays: "demands that the bill not pass" must not read
/// "demands: the bill passes".
[[nodiscard]] std::string label_of(const draft::Draft& draft, const ArticleWords& article,
                                   const draft::StatementDraft& statement);

}  // namespace demarche::proposition
