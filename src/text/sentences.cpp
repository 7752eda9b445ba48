// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Where sentences of news end.
//
// A sentence ends at ". ! ? ..." or at an abbreviation, together with the quotation marks and
// brackets that follow, if what comes next can open a sentence:
//
//   “Who pays?” he asked.      one: "he" goes on
//   the U.S. President said    one: "President" is no word that opens a sentence after "U.S."
//   the U.S. He said           two: "He" is
//   Mr. The                    one: nobody ends a sentence with "Mr."
//
// The rules are our own, measured against CoreNLP's sentence ends; CoreNLP differs in that it ends
// a sentence at any full stop or question mark, even before a lower-case word.
// Limits: headlines in title case with an abbreviation before "The", "In" and the like.

#include "text/sentences.hpp"

#include "text/abbreviations.hpp"
#include "text/characters.hpp"

#include <string>
#include <string_view>

namespace demarche::text {
namespace {

/// Far beyond prose (none of the sentences of 391 articles of news has more than 200 words); what
/// is read of a sentence costs memory and time by the square of its length. Chosen by hand.
constexpr std::size_t longest_sentence = 400;

/// How a token may end a sentence.
enum class End { none, full, ellipsis, abbreviated };

UChar32 first_character(std::string_view form) {
    return form.empty() ? 0 : character_at(form, 0).c;
}

End end_of(std::string_view form) {
    const UChar32 first = first_character(form);
    if (form == ".") return End::full;
    if (first == '!' || first == '?' || first == 0x3002 || first == 0xFF01 || first == 0xFF1F ||
        first == 0x061F || first == 0x0964) {
        return End::full;
    }
    if (form == "\u2026" ||
        (first == '.' && form.find_first_not_of(". ") == std::string_view::npos)) {
        return End::ellipsis;
    }
    if (form.size() < 2 || form.back() != '.') return End::none;
    const std::string_view word = form.substr(0, form.size() - 1);
    if (word.find('.') != std::string_view::npos) return End::abbreviated;
    switch (abbreviation(word)) {
        case Abbreviation::ending: return End::abbreviated;
        case Abbreviation::title: return word.size() == 1 ? End::abbreviated : End::none;
        case Abbreviation::none:
        case Abbreviation::counted: return End::none;
    }
    return End::none;
}

bool is_closing(std::string_view form) {
    return form == "''" || (form.size() <= 3 && is_closer(first_character(form)) &&
                            character_at(form, 0).end == form.size());
}

bool is_opening_mark(std::string_view form) {
    const UChar32 first = first_character(form);
    return form == "``" || form == "''" || first == '"' || first == '\'' || first == '(' ||
           first == '[' || first == 0x201C || first == 0x2018 || first == 0xAB;
}

/// A paragraph's tokens and the gaps between them.
struct Words {
    const Document& document;
    std::size_t end;

    [[nodiscard]] std::string_view form(std::size_t i) const { return document.tokens[i].form; }
    [[nodiscard]] bool spaced(std::size_t i) const {
        return document.tokens[i - 1].span.end < document.tokens[i].span.begin;
    }
};

/// One past the closing marks that belong to the sentence that ends before `next`. A straight mark
/// closes if it stands close to what is before it, or apart from what follows.
std::size_t after_closers(const Words& words, std::size_t next) {
    while (next < words.end && is_closing(words.form(next))) {
        const bool glued = !words.spaced(next);
        const UChar32 mark = first_character(words.form(next));
        const bool straight = mark == '"' || mark == '\'';
        if (!glued && straight) {
            const bool last = next + 1 >= words.end || words.spaced(next + 1);
            if (!last) break;
        }
        ++next;
    }
    return next;
}

/// The first word from `next` on, past opening marks: what a sentence would start with.
std::size_t first_word(const Words& words, std::size_t next) {
    while (next < words.end && is_opening_mark(words.form(next))) ++next;
    return next;
}

/// Whether a sentence may start at token `next` after one that would end with `end`, with closing
/// marks if `closed`.
bool can_open(const Words& words, std::size_t next, End end, bool closed) {
    const std::size_t word = first_word(words, next);
    if (word >= words.end) return word > next;
    const std::string_view form = words.form(word);
    const UChar32 first = first_character(form);
    if (end == End::abbreviated) {
        if (word > next && is_upper(first)) return true;
        return is_upper(first) && opens_sentence(form);
    }
    if (is_lower(first)) return false;
    if (is_letter(first) || is_digit(first)) return true;
    if (word > next) return true;
    // A mark that joins goes on (“No!” — he wrote); others open ("@name", "$5", "•").
    const bool joins = first == ',' || first == ';' || first == ':' || first == '-' ||
                       first == 0x2013 || first == 0x2014 || first == 0x2015 || first == ')' ||
                       first == ']' || first == 0x2026 || first == '.';
    return !joins && !closed;
}

/// "J.": before another single letter ("J. A Vance") it ends nothing.
bool is_initial(std::string_view form) {
    return form.size() == 2 && form.back() == '.';
}

/// One past the last token of the sentence if it ends at token `i`, else `i`.
std::size_t end_if_ends(const Words& words, std::size_t i) {
    const End end = end_of(words.form(i));
    if (end == End::none) return i;
    const std::size_t next = after_closers(words, i + 1);
    if (next >= words.end) return next;
    const bool closed = next > i + 1;
    const bool apart = words.spaced(next);
    switch (end) {
        case End::none: return i;
        case End::full:
            if (!apart && !closed && !is_upper(first_character(words.form(next)))) return i;
            break;
        case End::ellipsis:
            if (!apart) return i;
            break;
        case End::abbreviated:
            if (!apart) return i;
            if (is_initial(words.form(i)) && words.form(next).size() == 1) return i;
            break;
    }
    // A closing mark after an abbreviation ("... the U.S.” The") tells more than the word after.
    const End told = end == End::abbreviated && closed ? End::full : end;
    return can_open(words, next, told, closed) ? next : i;
}

void append_sentence(Document& document, std::size_t paragraph, std::size_t first,
                     std::size_t end) {
    const Span span = {document.tokens[first].span.begin, document.tokens[end - 1].span.end};
    document.sentences.push_back({span, first, end, paragraph});
}

/// Where to cut the tokens [first, end): behind the last mark in their second half, else at `end`.
std::size_t cut_at_mark(const Words& words, std::size_t first, std::size_t end) {
    constexpr std::string_view marks = ",;:";
    for (std::size_t i = end; i > first + (end - first) / 2; --i) {
        const std::string_view form = words.form(i - 1);
        if (form.size() == 1 && marks.find(form.front()) != std::string_view::npos) return i;
    }
    return end;
}

}  // namespace

void append_sentences(Document& document, std::size_t paragraph, std::size_t first_token,
                      std::size_t end_token) {
    const Words words{document, end_token};
    std::size_t first = first_token;
    std::size_t i = first_token;
    while (i < end_token) {
        const std::size_t end = end_if_ends(words, i);
        if (end > i) {
            append_sentence(document, paragraph, first, end);
            first = i = end;
            continue;
        }
        ++i;
        if (i - first >= longest_sentence && i < end_token) {
            document.diagnostics.push_back(
                {document.tokens[i].span, "a sentence of more than " +
                                              std::to_string(longest_sentence) +
                                              " words, read in parts"});
            i = cut_at_mark(words, first, i);
            append_sentence(document, paragraph, first, i);
            first = i;
        }
    }
    if (first < end_token) append_sentence(document, paragraph, first, end_token);
}

}  // namespace demarche::text
