// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The words of a document made ready for comparing: folded once, and asked by number.
//
// The stems of a verb's form are all that English spelling allows, right or wrong: "ferries" gives
// ferries, ferry, ferri, ferrie. That needs no dictionary, for whoever asks looks each of them up
// in a table of true words, and the wrong ones stand in none.
//
// Limits: capitals are folded in ASCII alone, as the lists that words are compared with are
// English; capitals beyond Latin-1 are not seen as such. Signs outside ASCII count as letters, but
// for those of Latin-1, dashes, the usual quotation marks and the ellipsis. Tested by
// tests/lexicon/registry_test.cpp.

#include "lexicon/words.hpp"

#include <algorithm>
#include <array>

namespace demarche::lexicon {
namespace {

constexpr std::string_view curly_apostrophe = "\u2019";

bool is_vowel(char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

void add_past_or_ing(std::vector<std::string>& found, std::string_view stem) {
    if (stem.size() < 2) return;
    found.emplace_back(stem);
    if (stem.back() == 'i') found.push_back(std::string(stem.substr(0, stem.size() - 1)) + "y");
    const char last = stem.back();
    if (last == stem[stem.size() - 2] && !is_vowel(last)) {
        found.emplace_back(stem.substr(0, stem.size() - 1));
    }
    found.push_back(std::string(stem) + "e");
}

}  // namespace

std::string folded(std::string_view form) {
    std::string result;
    result.reserve(form.size());
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form.substr(i).starts_with(curly_apostrophe)) {
            result += '\'';
            i += curly_apostrophe.size() - 1;
        } else {
            const char c = form[i];
            result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return result;
}

std::vector<std::string> stems(std::string_view form) {
    std::vector<std::string> found{std::string(form)};
    const std::size_t n = form.size();
    if (n > 3 && form.ends_with("ies")) found.push_back(std::string(form.substr(0, n - 3)) + "y");
    if (n > 3 && form.ends_with("es")) found.emplace_back(form.substr(0, n - 2));
    if (n > 2 && form.ends_with("s") && !form.ends_with("ss")) {
        found.emplace_back(form.substr(0, n - 1));
    }
    if (n > 3 && form.ends_with("ed")) add_past_or_ing(found, form.substr(0, n - 2));
    if (n > 4 && form.ends_with("ing")) add_past_or_ing(found, form.substr(0, n - 3));
    return found;
}

Words::Words(const Document& document) : document_(&document) {
    folded_.reserve(document.tokens.size());
    for (const Token& token : document.tokens) folded_.push_back(folded(token.form));
    sentence_.resize(document.tokens.size());
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) sentence_[t] = s;
    }
    if (document.quotations.empty()) return;
    single_.resize(document.tokens.size());
    double_.resize(document.tokens.size());
    for (std::size_t q = 0; q < document.quotations.size(); ++q) {
        const TokenRange inside = range(document.quotations[q].span);
        auto& own = document.quotations[q].single ? single_ : double_;
        for (std::size_t t = inside.first; t < inside.end; ++t) own[t] = q + 1;
    }
}

bool Words::starts_sentence(std::size_t token) const {
    const std::size_t first = sentence_at(token).first_token;
    for (std::size_t t = first; t < token; ++t) {
        if (is_word(t)) return false;
    }
    return true;
}

bool Words::capitalised(std::size_t token) const {
    const std::string& own = form(token);
    if (own.empty()) return false;
    const auto lead = static_cast<unsigned char>(own[0]);
    if (lead < 0x80) return lead >= 'A' && lead <= 'Z';
    // U+00C0 to U+00DE, the capitals of Latin-1, are the usual ones in names outside ASCII.
    return lead == 0xC3 && own.size() > 1 && static_cast<unsigned char>(own[1]) <= 0x9E;
}

bool Words::is_word(std::size_t token) const {
    const std::string& own = form(token);
    if (is_quote(token)) return false;
    return std::any_of(own.begin(), own.end(),
                       [](char c) {
                           const auto byte = static_cast<unsigned char>(c);
                           return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                                  (byte >= 'a' && byte <= 'z') || byte >= 0xC3;
                       }) &&
           own != "\u2014" && own != "\u2013" && own != "\u2026";
}

bool Words::is_quote(std::size_t token) const {
    static constexpr std::array<std::string_view, 9> marks = {
        "\"", "\u201C", "\u201D", "``", "''", "\u2018", "\u00AB", "\u00BB", "\u201E"};
    return std::find(marks.begin(), marks.end(), form(token)) != marks.end();
}

bool Words::joined(std::size_t token) const {
    return token > 0 && token < size() &&
           document_->tokens[token - 1].span.end == document_->tokens[token].span.begin;
}

TokenRange Words::range(Span span) const {
    const auto& tokens = document_->tokens;
    const auto first = std::partition_point(
        tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.end <= span.begin; });
    const auto end = std::partition_point(first, tokens.end(),
                                          [&](const Token& t) { return t.span.begin < span.end; });
    return {static_cast<std::size_t>(first - tokens.begin()),
            static_cast<std::size_t>(end - tokens.begin())};
}

Span Words::span(TokenRange range) const {
    if (range.empty()) return {};
    return {document_->tokens[range.first].span.begin, document_->tokens[range.end - 1].span.end};
}

std::string Words::text(TokenRange range) const {
    return range.empty() ? std::string() : single_spaced(document_->at(span(range)));
}

std::size_t Words::match(std::size_t at, std::string_view phrase) const {
    std::size_t token = at;
    while (!phrase.empty()) {
        const std::size_t space = std::min(phrase.find(' '), phrase.size());
        if (token >= size() || folded_[token] != phrase.substr(0, space)) return at;
        ++token;
        phrase.remove_prefix(std::min(space + 1, phrase.size()));
    }
    return token;
}

std::string single_spaced(std::string_view text) {
    std::string result;
    bool gap = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool wide = text.substr(i).starts_with("\u00A0");
        if (wide || text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
            gap = true;
            if (wide) ++i;
            continue;
        }
        if (gap && !result.empty()) result += ' ';
        gap = false;
        result += text[i];
    }
    return result;
}

std::optional<std::size_t> head_of(const Words& words, std::size_t token) {
    const int head = words.document().tokens[token].head;
    if (head <= 0) return std::nullopt;
    return words.sentence_at(token).first_token + static_cast<std::size_t>(head) - 1;
}

}  // namespace demarche::lexicon
