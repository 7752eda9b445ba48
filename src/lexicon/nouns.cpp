// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "lexicon/nouns.hpp"

#include "lexicon/closed_words.hpp"

namespace demarche::lexicon {

bool is_source_noun(std::string_view word) {
    if (is(WordClass::source_noun, word)) return true;
    return word.ends_with("s") && word.size() > 4 &&
           is(WordClass::source_noun, word.substr(0, word.size() - 1));
}

bool is_plural(std::string_view word) {
    return (word.ends_with("s") && !word.ends_with("ss")) || is(WordClass::plural_without_s, word);
}

bool speaks_for(std::string_view word) {
    return word.starts_with("spokes");
}

bool means_government(std::string_view word) {
    return is(WordClass::government_noun, word);
}

bool is_body_noun(std::string_view word) {
    return is(WordClass::body_noun, word);
}

bool is_document_noun(std::string_view word) {
    return is(WordClass::document_noun, word);
}

bool is_utterance_noun(std::string_view word) {
    if (is(WordClass::utterance_noun, word)) return true;
    return word.size() > 4 && word.ends_with("s") &&
           is(WordClass::utterance_noun, word.substr(0, word.size() - 1));
}

bool means_campaign(std::string_view word) {
    return is(WordClass::campaign_noun, word);
}

bool means_body_again(std::string_view word) {
    return is(WordClass::body_again, word);
}

}  // namespace demarche::lexicon
