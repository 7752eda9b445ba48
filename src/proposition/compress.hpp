// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"
#include "lexicon/words.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// Which words of what somebody says a short label keeps.
namespace demarche::proposition {

/// What an article as a whole tells of its words.
struct ArticleWords {
    std::map<std::string, std::size_t> said;    ///< how often each lemma occurs, lower-case
    std::set<std::string> opening;              ///< lemmas of the first sentence
    std::vector<std::optional<NameKind>> name;  ///< of each token
};

[[nodiscard]] ArticleWords article_words(const lexicon::Words& words);

/// The tokens of `content` that its label keeps, in text order: constituents of one of its
/// sentences, at most `longest` words if one can be found that short. Empty if there is no tree.
[[nodiscard]] std::vector<std::size_t> compress(const lexicon::Words& words,
                                                const ArticleWords& article, const Spans& content,
                                                std::size_t longest);

}  // namespace demarche::proposition
