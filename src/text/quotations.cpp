// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Passages in quotation marks.
//
// Each token that is a mark is first asked what it could be, from its shape and its neighbours:
//
//   “ `` « „    open             ” »    close
//   "  ''       open where a word follows closely and a space goes before; close where a word
//               stands closely before; else open and close by turns (some newspapers write ''
//               on both sides)
//   ‘           opens            ’  '   closes, or is an apostrophe: "workers’ rights"
//
// Then the marks are paired with a stack, single in double or double in single:
//
//   “He said ‘no’ and left,” she said.  ->  [“He said [‘no’] and left,”]
//   'The workers' rights are ours'      ->  one: a mark after "s" and before a small letter is an
//                                           apostrophe if a better closing mark follows
//
// What is still open at the end of a paragraph ends there, not closed; if the next paragraph opens
// with a mark of the same kind, its passage is marked as continued.
// Limits: a missing closing mark in mid-paragraph ends its passage at the next opening mark or at
// the paragraph's end; »reversed« guillemets are not known.

#include "text/quotations.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

namespace demarche::text {
namespace {

constexpr std::size_t most_places = 20;

enum class Mark : std::uint8_t {
    none,
    open,           ///< “ `` « „
    close,          ///< ” »
    either,         ///< " ''
    single_open,    ///< ‘ ‹
    single_close,   ///< ’ ›, where it may close
    single_either,  ///< ' where it may open or close
};

/// Words that follow a quotation rather than a possessive; chosen by hand.
constexpr std::string_view after_quotations[] = {
    "and",  "or",   "but",  "in",  "on",   "of",   "to",   "for", "as",  "at",
    "by",   "is",   "are",  "was", "were", "said", "says", "he",  "she", "from",
    "with", "that", "when", "has", "have", "had",  "will", "if",  "the", "would",
};

Mark mark_of(std::string_view form) {
    if (form == "''" || form == "\"" || form == "\uFF02") return Mark::either;
    if (form == "``" || form == "\u201C" || form == "\u00AB" || form == "\u201E") return Mark::open;
    if (form == "\u201D" || form == "\u00BB") return Mark::close;
    if (form == "\u2018" || form == "\u2039" || form == "\u201A" || form == "`") {
        return Mark::single_open;
    }
    if (form == "\u2019" || form == "\u203A") return Mark::single_close;
    if (form == "'") return Mark::single_either;
    return Mark::none;
}

bool is_single(Mark mark) {
    return mark == Mark::single_open || mark == Mark::single_close || mark == Mark::single_either;
}

/// The marks of one paragraph, and what is open.
class Pairing {
public:
    Pairing(Document& document, std::size_t paragraph, std::vector<Diagnostic>& odd)
        : document_(document), odd_(odd) {
        const Paragraph& layout = document.paragraphs[paragraph];
        if (layout.first_sentence == layout.end_sentence) return;
        first_ = document.sentences[layout.first_sentence].first_token;
        end_ = document.sentences[layout.end_sentence - 1].end_token;
    }

    /// Pairs all marks. `continues`: the paragraph before left a quotation open; `next_opens`: the
    /// next one starts with a single mark. Returns whether one is left open.
    bool pair(bool continues, bool next_opens) {
        find_single_closers(next_opens);
        continues_ = continues;
        for (std::size_t i = first_; i < end_; ++i) take(i);
        const bool left_open = !open_.empty();
        while (!open_.empty()) close_unmarked(end_ - 1);
        return left_open;
    }

private:
    [[nodiscard]] const Token& token(std::size_t i) const { return document_.tokens[i]; }

    [[nodiscard]] bool glued_left(std::size_t i) const {
        return i > first_ && token(i - 1).span.end == token(i).span.begin;
    }
    [[nodiscard]] bool glued_right(std::size_t i) const {
        return i + 1 < end_ && token(i).span.end == token(i + 1).span.begin;
    }
    [[nodiscard]] UChar32 first_character(std::size_t i) const {
        return character_at(token(i).form, 0).c;
    }
    [[nodiscard]] UChar32 last_character(std::size_t i) const {
        return character_before(token(i).form, token(i).form.size()).c;
    }

    /// Whether something that may stand before an opening mark is before it: nothing, a space, a
    /// dash, a bracket or another opening mark.
    [[nodiscard]] bool free_left(std::size_t i) const {
        if (!glued_left(i)) return true;
        const UChar32 before = last_character(i - 1);
        return before == '(' || before == '[' || before == '-' || before == '/' ||
               before == 0x2014 || before == 0x2013 || before == 0x2015 || before == 0x201C ||
               before == '"' || before == 0x2018 || before == 0x2026 || before == ':';
    }

    /// A single closing mark that may as well be an apostrophe: "workers’ rights", but not
    /// "‘jobs’ and".
    [[nodiscard]] bool is_weak(std::size_t i) const {
        if (i + 1 >= end_ || glued_right(i) || !is_letter(first_character(i + 1))) return false;
        const UChar32 before = last_character(i - 1);
        const bool plural = before == 's' || before == 'S' || before == 'z' || before == 'x';
        return plural && std::find(std::begin(after_quotations), std::end(after_quotations),
                                   token(i + 1).form) == std::end(after_quotations);
    }

    [[nodiscard]] bool may_close_single(std::size_t i) const {
        const Mark mark = mark_of(token(i).form);
        if (mark != Mark::single_close && mark != Mark::single_either) return false;
        if (i == first_) return false;
        if (!glued_left(i)) return mark == Mark::single_close && !glued_right(i);
        if (!glued_right(i)) return true;
        return !is_letter(first_character(i + 1)) && !is_digit(first_character(i + 1));
    }

    /// From the right: for each single opening mark, whether a mark closes it before the next one
    /// opens; for each weak closing mark, whether a better one follows.
    void find_single_closers(bool next_opens) {
        followed_.assign(end_ - first_, false);
        bool any = false;
        bool strong = false;
        for (std::size_t i = end_; i-- > first_;) {
            const Mark mark = mark_of(token(i).form);
            if (!is_single(mark)) continue;
            if (may_close_single(i)) {
                const bool weak = is_weak(i);
                followed_[i - first_] = weak ? strong : any;
                any = true;
                strong = strong || !weak;
            } else {
                const bool carried = i == first_ && next_opens && mark == Mark::single_open;
                followed_[i - first_] = any || carried;
                any = strong = false;
            }
        }
    }

    [[nodiscard]] bool is_open(bool single) const {
        return std::any_of(open_.begin(), open_.end(), [&](std::size_t quotation) {
            return document_.quotations[quotation].single == single;
        });
    }

    void open(std::size_t i, bool single) {
        Quotation quotation;
        quotation.span = token(i).span;
        quotation.inner = {token(i).span.end, token(i).span.end};
        quotation.single = single;
        quotation.closed = false;
        quotation.continued = continues_ && i == first_;
        open_.push_back(document_.quotations.size());
        document_.quotations.push_back(quotation);
    }

    /// Ends the innermost open quotation at token `last`, without a mark.
    void close_unmarked(std::size_t last) {
        Quotation& quotation = document_.quotations[open_.back()];
        open_.pop_back();
        quotation.span.end = std::max(token(last).span.end, quotation.inner.begin);
        quotation.inner.end = quotation.span.end;
    }

    /// Closes the open quotation of that kind at mark `i`; what was opened inside it ends too.
    void close(std::size_t i, bool single) {
        while (document_.quotations[open_.back()].single != single) close_unmarked(i - 1);
        Quotation& quotation = document_.quotations[open_.back()];
        open_.pop_back();
        quotation.span.end = token(i).span.end;
        quotation.inner.end = token(i).span.begin;
        quotation.closed = true;
    }

    void stray(std::size_t i) {
        odd_.push_back({token(i).span, "quotation mark without its partner"});
    }

    /// A double mark opens although one is open: the closing mark is missing.
    void open_anew(std::size_t i) {
        while (is_open(false)) {
            odd_.push_back({document_.quotations[open_.back()].span, "quotation is not closed"});
            close_unmarked(i - 1);
        }
        open(i, false);
    }

    void take(std::size_t i) {
        const Mark mark = mark_of(token(i).form);
        switch (mark) {
            case Mark::none: break;
            case Mark::open: take_open(i); break;
            case Mark::close: take_close(i); break;
            case Mark::either: take_either(i); break;
            case Mark::single_open:
            case Mark::single_close:
            case Mark::single_either: take_single(i, mark); break;
        }
    }

    void take_open(std::size_t i) {
        if (!is_open(false)) return open(i, false);
        const bool used_to_close = glued_left(i) && !glued_right(i);
        if (used_to_close) return close(i, false);
        open_anew(i);
    }

    void take_close(std::size_t i) {
        if (is_open(false)) return close(i, false);
        const bool used_to_open =
            glued_right(i) && free_left(i) &&
            (is_letter(first_character(i + 1)) || is_digit(first_character(i + 1)));
        if (used_to_open) return open(i, false);
        stray(i);
    }

    void take_either(std::size_t i) {
        if (is_open(false)) {
            const bool opens = !glued_left(i) && glued_right(i);
            return opens && closes_later(i) ? open_anew(i) : close(i, false);
        }
        const bool inches = glued_left(i) && is_digit(last_character(i - 1));
        const bool before_word = glued_right(i) && may_start_speech(first_character(i + 1));
        const bool displaced =
            !glued_right(i) && closes_later(i);  // communities," For example ..."
        if (!inches && (before_word || !glued_left(i) || displaced)) return open(i, false);
        stray(i);
    }

    /// Whether a passage may start with `c`: no mark that ends one.
    [[nodiscard]] static bool may_start_speech(UChar32 c) {
        return c != '.' && c != ',' && c != ';' && c != ':' && c != '?' && c != '!' && c != ')' &&
               c != ']';
    }

    /// Whether, of the marks after `i` in the paragraph, the next one closes rather than opens.
    /// Looks no further than 400 tokens, so that the whole stays linear.
    [[nodiscard]] bool closes_later(std::size_t i) const {
        const std::size_t limit = std::min(end_, i + 400);
        for (std::size_t k = i + 1; k < limit; ++k) {
            if (mark_of(token(k).form) == Mark::either) return glued_left(k);
        }
        return false;
    }

    void take_single(std::size_t i, Mark mark) {
        const bool followed = followed_[i - first_];
        if (is_open(true) && may_close_single(i)) {
            if (!(is_weak(i) && followed)) close(i, true);
            return;
        }
        if (is_open(true) || !followed) return;
        const bool opens = mark == Mark::single_open
                               ? glued_right(i)
                               : mark == Mark::single_either && free_left(i) && glued_right(i);
        if (opens) open(i, true);
    }

    Document& document_;
    std::vector<Diagnostic>& odd_;
    std::size_t first_ = 0;
    std::size_t end_ = 0;
    bool continues_ = false;
    std::vector<std::size_t> open_;  ///< indices of quotations, outermost first
    std::vector<bool> followed_;     ///< see find_single_closers
};

/// The first mark of a paragraph, if it starts with one.
Mark first_mark(const Document& document, std::size_t paragraph) {
    const Paragraph& layout = document.paragraphs[paragraph];
    if (layout.first_sentence == layout.end_sentence) return Mark::none;
    const Sentence& sentence = document.sentences[layout.first_sentence];
    return mark_of(document.tokens[sentence.first_token].form);
}

bool opens_with_mark(Mark mark) {
    return mark == Mark::open || mark == Mark::either || mark == Mark::single_open ||
           mark == Mark::single_either;
}

}  // namespace

void find_quotations(Document& document) {
    std::vector<std::size_t> read;
    for (std::size_t p = 0; p < document.paragraphs.size(); ++p) {
        const Paragraph& paragraph = document.paragraphs[p];
        if (paragraph.first_sentence < paragraph.end_sentence) read.push_back(p);
    }
    std::vector<Diagnostic> odd;
    bool left_open = false;
    for (std::size_t k = 0; k < read.size(); ++k) {
        const Mark next = k + 1 < read.size() ? first_mark(document, read[k + 1]) : Mark::none;
        Pairing pairing(document, read[k], odd);
        const bool continues = left_open && opens_with_mark(first_mark(document, read[k]));
        left_open = pairing.pair(continues, next == Mark::single_open);
        if (left_open && !opens_with_mark(next)) {
            odd.push_back({document.quotations.back().span, "quotation is not closed"});
        }
    }
    append_diagnostics(document.diagnostics, std::move(odd), most_places);
}

}  // namespace demarche::text
