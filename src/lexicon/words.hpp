// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"
#include "core/token_range.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::lexicon {

/// `form` for comparing: ASCII letters lower-case, curly apostrophes straight.
[[nodiscard]] std::string folded(std::string_view form);

/// What a verb's `form` (folded) may be a form of by the rules of English spelling, itself first:
/// "planned" -> planned, plann, plan, planne. Irregular forms stand in the tables.
[[nodiscard]] std::vector<std::string> stems(std::string_view form);

/// The words of a document made ready for comparing. It does not own the document, which must
/// outlive it. Beyond the document's last token, and before its first, stands the empty word, which
/// is neither word, name nor mark: a look at a neighbour needs no check of its own.
class Words {
public:
    explicit Words(const Document& document);

    [[nodiscard]] const Document& document() const { return *document_; }
    [[nodiscard]] std::size_t size() const { return folded_.size(); }
    [[nodiscard]] const std::string& operator[](std::size_t token) const {
        return token < folded_.size() ? folded_[token] : no_word_;
    }
    [[nodiscard]] const std::string& form(std::size_t token) const {
        return token < folded_.size() ? document_->tokens[token].form : no_word_;
    }
    /// The sentence a token stands in.
    [[nodiscard]] std::size_t sentence_of(std::size_t token) const { return sentence_[token]; }
    [[nodiscard]] const Sentence& sentence_at(std::size_t token) const {
        return document_->sentences[sentence_[token]];
    }
    [[nodiscard]] bool starts_sentence(std::size_t token) const;
    [[nodiscard]] bool capitalised(std::size_t token) const;
    [[nodiscard]] bool is_word(std::size_t token) const;  ///< has a letter or a digit
    [[nodiscard]] bool is_quote(std::size_t token) const;
    /// No space stands between this token and the one before.
    [[nodiscard]] bool joined(std::size_t token) const;

    /// The passage in double or in single marks that a token stands in, or is a mark of; null if in
    /// none.
    [[nodiscard]] const Quotation* quotation(std::size_t token, bool single) const {
        const auto& own = single ? single_ : double_;
        return token < own.size() && own[token] > 0 ? &document_->quotations[own[token] - 1]
                                                    : nullptr;
    }

    /// The tokens that touch `span`.
    [[nodiscard]] TokenRange range(Span span) const;
    [[nodiscard]] Span span(TokenRange range) const;
    /// The text from the first to the last token, white space runs as one space.
    [[nodiscard]] std::string text(TokenRange range) const;
    /// Whether the tokens from `at` are `phrase` (folded words separated by spaces); the end of the
    /// match, or `at` if there is none.
    [[nodiscard]] std::size_t match(std::size_t at, std::string_view phrase) const;

private:
    const Document* document_;
    std::vector<std::string> folded_;
    std::vector<std::size_t> sentence_;
    std::vector<std::size_t> single_;  ///< number of the quotation of each token, from 1; 0: none
    std::vector<std::size_t> double_;
    std::string no_word_;
};

/// The token that `token` hangs on in its sentence's tree; none for a root or without a tree.
[[nodiscard]] std::optional<std::size_t> head_of(const Words& words, std::size_t token);

/// `text` with runs of white space as one space and none at the ends.
[[nodiscard]] std::string single_spaced(std::string_view text);

}  // namespace demarche::lexicon
