// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "text/read.hpp"

#include "text/layout.hpp"
#include "text/quotations.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace demarche::text {
namespace {

// About 6 MB of news; a Document takes some 250 bytes a token.
constexpr std::size_t most_tokens = 50'000;
constexpr std::size_t most_places = 20;
constexpr std::size_t id_digits = 32;

/// Words and sentences of the paragraphs that are read.
void read_words(Document& document) {
    std::vector<Diagnostic> cuts;
    for (std::size_t p = 0; p < document.paragraphs.size(); ++p) {
        Paragraph& paragraph = document.paragraphs[p];
        paragraph.first_sentence = document.sentences.size();
        if (is_read(paragraph.kind)) {
            const std::size_t first = document.tokens.size();
            const std::size_t end =
                append_tokens(document.text, paragraph.span, most_tokens, document.tokens, cuts);
            append_sentences(document, p, first, document.tokens.size());
            if (end < paragraph.span.end) {
                document.diagnostics.push_back(
                    {{end, document.text.size()},
                     "more than " + std::to_string(most_tokens) +
                         " words; what follows is not read. Split the file by articles."});
                paragraph.end_sentence = document.sentences.size();
                for (++p; p < document.paragraphs.size(); ++p) {
                    document.paragraphs[p].first_sentence = document.sentences.size();
                    document.paragraphs[p].end_sentence = document.sentences.size();
                }
                break;
            }
        }
        paragraph.end_sentence = document.sentences.size();
    }
    append_diagnostics(document.diagnostics, std::move(cuts), most_places);
}

}  // namespace

Document read(const Article& article) {
    Document document;
    document.sha256 = article.sha256;
    document.id = article.sha256.substr(0, id_digits);
    document.name = article.name;
    document.publisher = article.publisher;
    document.url = article.url;
    document.text = article.text;
    document.diagnostics = article.diagnostics;
    lay_out(article, document);
    read_words(document);
    find_quotations(document);
    return document;
}

}  // namespace demarche::text
