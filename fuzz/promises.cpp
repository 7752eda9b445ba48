// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "promises.hpp"

#include "text/utf8.hpp"

#include <cstdio>
#include <cstdlib>
#include <vector>

namespace demarche::fuzz {
namespace {

bool is_edge(const std::string& text, std::size_t at) {
    return at == text.size() ||
           (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

/// Inside `outer`, not reversed, between characters.
void require_span(const Document& document, Span span, Span outer, std::string_view what) {
    require(span.begin <= span.end && outer.contains(span),
            std::string(what) + " lies inside of what it is part of");
    require(is_edge(document.text, span.begin) && is_edge(document.text, span.end),
            std::string(what) + " begins and ends between characters");
}

void require_layout(const Document& document) {
    const Span whole{0, document.text.size()};
    std::size_t end = 0;
    std::size_t sentence = 0;
    for (const Paragraph& paragraph : document.paragraphs) {
        require_span(document, paragraph.span, whole, "a paragraph");
        require(paragraph.span.begin >= end, "paragraphs are in order and do not overlap");
        end = paragraph.span.end;
        require(paragraph.first_sentence <= paragraph.end_sentence &&
                    paragraph.end_sentence <= document.sentences.size(),
                "the sentences of a paragraph are there");
        if (paragraph.first_sentence == paragraph.end_sentence) continue;
        require(is_read(paragraph.kind), "only a paragraph that is read has sentences");
        require(paragraph.first_sentence == sentence, "each sentence is of one paragraph");
        sentence = paragraph.end_sentence;
    }
    require(sentence == document.sentences.size(), "each sentence is of a paragraph");
}

void require_words(const Document& document) {
    std::size_t token = 0;
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        require(sentence.paragraph < document.paragraphs.size(), "a sentence has its paragraph");
        const Paragraph& paragraph = document.paragraphs[sentence.paragraph];
        require(paragraph.first_sentence <= s && s < paragraph.end_sentence,
                "a paragraph has its sentence");
        require_span(document, sentence.span, paragraph.span, "a sentence");
        require(sentence.first_token == token && sentence.first_token < sentence.end_token,
                "sentences part the tokens");
        token = sentence.end_token;
        require(token <= document.tokens.size(), "the tokens of a sentence are there");
        std::size_t end = sentence.span.begin;
        for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
            const Token& one = document.tokens[t];
            require_span(document, one.span, sentence.span, "a token");
            require(one.span.begin >= end && !one.span.empty(), "tokens are in order, not empty");
            end = one.span.end;
            require(!one.form.empty(), "a token has a form");
            require_utf8(one.form, "a form is UTF-8");
        }
    }
    require(token == document.tokens.size(), "each token is of a sentence");
}

void require_quotations(const Document& document) {
    std::size_t begin = 0;
    for (const Quotation& quotation : document.quotations) {
        require_span(document, quotation.span, {0, document.text.size()}, "a quotation");
        require_span(document, quotation.inner, quotation.span, "the inside of a quotation");
        require(quotation.span.begin >= begin, "quotations are in order");
        begin = quotation.span.begin;
    }
}

}  // namespace

void require(bool kept, std::string_view promise) {
    if (kept) return;
    std::fprintf(stderr, "broken: %.*s\n", static_cast<int>(promise.size()), promise.data());
    std::abort();
}

void require_utf8(std::string_view text, std::string_view promise) {
    require(text::is_utf8(text), promise);
}

void require_prompt(double seconds, std::size_t bytes) {
    require(seconds < 0.5 + 1e-4 * static_cast<double>(bytes),
            "the time is linear in the size of the input (" + std::to_string(seconds) + " s for " +
                std::to_string(bytes) + " bytes)");
}

void require_whole(const Document& document) {
    for (const std::string* text :
         {&document.text, &document.id, &document.name, &document.title, &document.published,
          &document.modified, &document.publisher, &document.url, &document.language}) {
        require_utf8(*text, "what a document says is UTF-8");
    }
    for (const Author& author : document.authors) {
        require_utf8(author.name + author.role, "an author is UTF-8");
    }
    for (const Diagnostic& diagnostic : document.diagnostics) {
        require_span(document, diagnostic.at, {0, document.text.size()}, "a diagnostic");
        require_utf8(diagnostic.message, "a diagnostic is UTF-8");
    }
    require(document.sha256.size() == 64 && document.sha256.starts_with(document.id) &&
                document.id.size() == 32,
            "a document's id begins its digest");
    require_layout(document);
    require_words(document);
    require_quotations(document);
}

}  // namespace demarche::fuzz
