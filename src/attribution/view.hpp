// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"
#include "learn/feature_hash.hpp"
#include "learn/matrix.hpp"
#include "learn/quantised.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

/// A document as the reading of attributions sees it: numbers instead of strings, heads and
/// constituents over the whole document, and what stands in quotation marks.
namespace demarche::attribution {

using learn::Feature;

struct ViewedToken {
    Feature form = 0;  ///< lower case
    Feature lemma = 0;
    Feature suffix = 0;    ///< last three bytes, lower case
    Feature prefix = 0;    ///< first three
    Feature shape = 0;     ///< "Xxx-dd", runs shortened
    Feature tag = 0;       ///< Penn Treebank
    Feature relation = 0;  ///< deprel, of the subtypes only those that matter here
    bool verb = false;
    bool punctuation = false;
    int head = -1;  ///< token of the document, -1 for a root
    std::size_t sentence = 0;
    std::size_t paragraph = 0;
    /// In quotation marks: of which passage; a passage goes on over paragraphs
    int quotation = -1;
    bool mark = false;     ///< is a quotation mark
    bool opening = false;  ///< ... that opens
    Feature starts = 0;    ///< relation of the greatest constituent that starts here
    Feature ends = 0;      ///< ... that ends here
    int starts_head = -2;  ///< head of that constituent, -2: none
    int ends_head = -2;
    Feature dependents = 0;  ///< which kinds of dependents it has, and on which side
};

[[nodiscard]] bool has_subject(const ViewedToken& token);

/// Tokens from first to last, both included.
struct TokenRun {
    std::size_t first = 0;
    std::size_t last = 0;
};

struct View {
    std::vector<ViewedToken> tokens;
    std::vector<std::pair<std::size_t, std::size_t>> sentences;  ///< half-open
    std::vector<TokenRun> quotations;   ///< single ones first, then double ones, each in text order
    std::size_t single_quotations = 0;  ///< how many of them are single
    learn::Fixed
        encodings;  ///< of the parser's network, a column a token; empty where it is unknown
};

/// \param encodings what syntax::analyse gave for the same document, or nothing
[[nodiscard]] View view(const Document& document, const learn::Matrix& encodings = {});

}  // namespace demarche::attribution
