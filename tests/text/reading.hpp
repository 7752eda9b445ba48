// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/read.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::text {

inline Document read_text(std::string_view text) {
    return read(plain_article(text, "article", "article.txt"));
}

/// The forms of all tokens, with spaces between; a sentence's end is "|".
inline std::string words(const Document& document) {
    std::string result;
    for (const Sentence& sentence : document.sentences) {
        if (!result.empty()) result += " | ";
        for (std::size_t i = sentence.first_token; i < sentence.end_token; ++i) {
            if (i > sentence.first_token) result += ' ';
            result += document.tokens[i].form;
        }
    }
    return result;
}

/// The text of each sentence.
inline std::vector<std::string> sentences(const Document& document) {
    std::vector<std::string> result;
    for (const Sentence& sentence : document.sentences)
        result.emplace_back(document.at(sentence.span));
    return result;
}

/// Each paragraph as "kind: text".
inline std::vector<std::string> layout(const Document& document) {
    constexpr std::string_view names[] = {"headline", "subhead", "body",    "dateline",
                                          "byline",   "image",   "contact", "navigation"};
    std::vector<std::string> result;
    for (const Paragraph& paragraph : document.paragraphs) {
        result.push_back(std::string(names[static_cast<std::size_t>(paragraph.kind)]) + ": " +
                         std::string(document.at(paragraph.span)));
    }
    return result;
}

}  // namespace demarche::text
