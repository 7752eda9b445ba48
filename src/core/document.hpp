// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/span.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// What a paragraph is in the layout of a news page. Headline, subhead and body are read;
/// all else is kept in the text but never extracted from.
enum class ParagraphKind {
    headline,
    subhead,
    body,
    dateline,    ///< "Posted on : 2013-10-28 16:11 KST"
    byline,      ///< "By Park Hyun, Washington correspondent"
    image,       ///< image marks and captions
    contact,     ///< "Please direct questions or comments to ..."
    navigation,  ///< "Related stories", "Most viewed articles" and what follows them
};

/// Whether attributions may be found in paragraphs of this kind.
[[nodiscard]] constexpr bool is_read(ParagraphKind kind) {
    return kind == ParagraphKind::headline || kind == ParagraphKind::subhead ||
           kind == ParagraphKind::body;
}

/// A word or punctuation mark; the names are CoNLL-U's.
struct Token {
    Span span;
    std::string form;    ///< the characters at `span`, HTML entities and soft hyphens resolved
    std::string lemma;   ///< empty until tagged
    std::string upos;    ///< universal part of speech, empty until tagged
    std::string xpos;    ///< Penn Treebank tag, empty until tagged
    int head = -1;       ///< 1-based token of its sentence, 0 is the root, -1 until parsed
    std::string deprel;  ///< UD v2 relation to the head, empty until parsed
};

/// A run of tokens of one paragraph. Token and paragraph numbers are indices into the Document.
struct Sentence {
    Span span;
    std::size_t first_token = 0;
    std::size_t end_token = 0;  ///< one past the last
    std::size_t paragraph = 0;
};

/// A block of lines. A paragraph that is not read has no sentences.
struct Paragraph {
    Span span;
    ParagraphKind kind = ParagraphKind::body;
    std::size_t first_sentence = 0;
    std::size_t end_sentence = 0;  ///< one past the last
};

/// A passage in quotation marks. One that runs over several paragraphs with an opening mark in
/// each is one Quotation a paragraph, the later ones `continued`.
struct Quotation {
    Span span;               ///< with its marks
    Span inner;              ///< without them
    bool single = false;     ///< in single marks; such a one may lie inside a double one
    bool closed = true;      ///< false: no closing mark, ends with its paragraph
    bool continued = false;  ///< goes on from the last Quotation of the paragraph before
};

/// A name in the text that may act or be spoken of.
enum class NameKind { person, organisation, place, people, document, other };

/// A run of tokens of one sentence that is a name. Token numbers are indices into the Document.
struct Name {
    std::size_t first_token = 0;
    std::size_t end_token = 0;  ///< one past the last
    NameKind kind = NameKind::other;
};

/// Somebody named in the byline.
struct Author {
    std::string name;
    std::string role;  ///< "Washington correspondent"; empty if not stated

    friend bool operator==(const Author&, const Author&) = default;
};

/// Something odd in the text that did not stop the reading.
struct Diagnostic {
    Span at;  ///< bytes of the document's text
    std::string message;
};

/// An article as read: text, layout, words. Each stage fills its part and leaves the others alone.
struct Document {
    std::string id;      ///< first 32 hex digits of `sha256`
    std::string sha256;  ///< of the article's bytes, 64 hex digits
    std::string name;    ///< the article's id in its collection: member "id" or file name
    std::string title;
    std::string published;  ///< ISO 8601, a date or a time with zone; empty if not known
    std::string modified;   ///< likewise
    std::vector<Author> authors;
    std::string publisher;
    std::string url;
    std::string language = "en";
    std::string text;  ///< valid UTF-8
    std::vector<Paragraph> paragraphs;
    std::vector<Sentence> sentences;
    std::vector<Token> tokens;
    std::vector<Quotation> quotations;
    std::vector<Name> names;
    std::vector<Diagnostic> diagnostics;

    /// The text at `span`; it lives as long as the document.
    [[nodiscard]] std::string_view at(Span span) const {
        return std::string_view(text).substr(span.begin, span.size());
    }
};

}  // namespace demarche
