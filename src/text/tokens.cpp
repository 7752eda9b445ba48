// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Words and marks of English news, cut as the Penn Treebank and CoreNLP cut them.
//
// A run of characters without white space is decoded first: entities become the character they
// stand for and invisible characters go, each character keeping its bytes. Then the longest thing
// that can start here is taken, in this order: address (URL, e-mail), handle or tag, number, word,
// mark; a word is cut once more at its contraction.
//
//   don’t pay $1,000.5 to the U.S.-led R&amp;D group...
//   do n’t pay $ 1,000.5 to the U.S.-led R&amp;D group ...
//
// As in CoreNLP and other than in Universal Dependencies, hyphenated words stay whole.
//
// Source: M. Marcus et al., "Building a Large Annotated Corpus of English: The Penn Treebank"
// (1993), and the tokenisation notes at its site; the lists are chosen by hand.
// Limits: a run of more than 2,000 characters is cut; spaces inside "1 000" part it in two.

#include "text/tokens.hpp"

#include "text/abbreviations.hpp"
#include "text/characters.hpp"
#include "text/entities.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace demarche::text {
namespace {

constexpr std::size_t longest_run = 2000;

/// A stretch without white space.
struct Run {
    std::vector<Character> characters;
    std::size_t end = 0;        ///< byte where it stops
    bool address_sign = false;  ///< holds "@"
    bool cut = false;           ///< longer than longest_run
    UChar32 follower = 0;       ///< the first character after the white space that follows; 0: none

    [[nodiscard]] std::size_t size() const { return characters.size(); }
    /// The character at `i`, 0 outside the run.
    [[nodiscard]] UChar32 at(std::size_t i) const {
        return i < characters.size() ? characters[i].c : 0;
    }
};

/// The character at `at`, an entity being one character.
Character decoded_at(std::string_view text, std::size_t at) {
    if (text[at] == '&') {
        const Entity entity = entity_at(text, at);
        if (entity.length > 0) return {entity.c, at, at + entity.length};
    }
    return character_at(text, at);
}

UChar32 next_visible(std::string_view text, std::size_t at, std::size_t end) {
    const std::size_t limit = std::min(end, at + 64);  // a gap wider than that joins nothing
    while (at < limit) {
        const Character character = decoded_at(text, at);
        if (!is_space(character.c) && !is_invisible(character.c)) return character.c;
        at = character.end;
    }
    return 0;
}

/// Reads the run at `at`, where no white space stands.
void read_run(std::string_view text, std::size_t at, std::size_t end, Run& run) {
    run.characters.clear();
    run.address_sign = false;
    run.cut = false;
    while (at < end) {
        const Character character = decoded_at(text, at);
        if (is_space(character.c)) break;
        if (run.characters.size() >= longest_run) {
            run.cut = true;
            break;
        }
        at = character.end;
        if (is_invisible(character.c)) continue;
        run.address_sign = run.address_sign || character.c == '@';
        run.characters.push_back(character);
    }
    run.end = at;
    run.follower = next_visible(text, at, end);
}

bool is_mark(UChar32 c) {
    if (c < 0x300) return false;
    const auto type = u_charType(c);
    return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
           type == U_ENCLOSING_MARK;
}
bool is_word(UChar32 c) {
    return is_letter(c) || is_digit(c) || c == '_' || is_mark(c);
}
bool is_hyphen(UChar32 c) {
    return c == '-' || c == 0x2010 || c == 0x2011;
}

UChar32 lower(UChar32 c) {
    return c < 0x80 ? (c >= 'A' && c <= 'Z' ? c + 32 : c) : u_tolower(c);
}

bool starts_with(const Run& run, std::size_t i, std::string_view word) {
    if (i + word.size() > run.size()) return false;
    for (std::size_t k = 0; k < word.size(); ++k) {
        const UChar32 c = is_apostrophe(run.at(i + k)) ? UChar32{'\''} : lower(run.at(i + k));
        if (c != static_cast<unsigned char>(word[k])) return false;
    }
    return true;
}

void append_utf8(std::string& form, UChar32 c) {
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::int32_t length = 0;
    auto* out = reinterpret_cast<std::uint8_t*>(bytes.data());
    U8_APPEND_UNSAFE(out, length, static_cast<std::uint32_t>(c));
    form.append(bytes.data(), static_cast<std::size_t>(length));
}

/// Lower-case ASCII of [i, j); other characters become "?".
std::string small_word(const Run& run, std::size_t i, std::size_t j) {
    std::string word;
    for (; i < j; ++i) {
        const UChar32 c = lower(run.at(i));
        word += is_apostrophe(c) ? '\'' : c < 0x80 ? static_cast<char>(c) : '?';
    }
    return word;
}

/// Steps back over what closes the sentence rather than the address.
std::size_t without_closers(const Run& run, std::size_t i, std::size_t end) {
    while (end > i) {
        const UChar32 c = run.at(end - 1);
        const bool closes = is_closer(c) || c == '.' || c == ',' || c == ';' || c == ':' ||
                            c == '!' || c == '?' || c == '>' || c == 0x2014 || c == 0x2026;
        if (!closes) break;
        --end;
    }
    return end;
}

bool is_top_level_domain(std::string_view word) {
    constexpr std::array<std::string_view, 26> domains = {
        "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "tv", "io", "co", "uk",
        "eu",  "de",  "fr",  "ru",  "jp",  "kr",  "cn",  "au",   "ca",  "nz", "il", "ly", "news"};
    return std::find(domains.begin(), domains.end(), word) != domains.end();
}

std::size_t end_of_letters(const Run& run, std::size_t i) {
    while (is_letter(run.at(i))) ++i;
    return i;
}

bool ends_in_domain(const Run& run, std::size_t dot) {
    const std::size_t end = end_of_letters(run, dot + 1);
    return end - dot <= 5 && is_top_level_domain(small_word(run, dot + 1, end));
}

/// End of the address at `i`, or `i`.
std::size_t end_of_address(const Run& run, std::size_t i) {
    const UChar32 first = lower(run.at(i));
    if (first == 'h' || first == 'w' || first == 'p' || first == 'f') {
        for (const std::string_view start :
             {"http://", "https://", "www.", "ftp://", "pic.twitter.com/"}) {
            if (!starts_with(run, i, start)) continue;
            std::size_t end = i;
            while (end < run.size() && run.at(end) != '"' && run.at(end) != '<' &&
                   run.at(end) != 0x2014 && run.at(end) != 0x201D) {
                ++end;
            }
            end = without_closers(run, i, end);
            if (end > i + start.size()) return end;
        }
    }
    if (!run.address_sign) return i;
    const auto is_local = [](UChar32 c) {
        return is_word(c) || c == '.' || c == '+' || c == '-' || c == '%';
    };
    std::size_t at_sign = i;
    while (is_local(run.at(at_sign))) ++at_sign;
    if (at_sign == i || run.at(at_sign) != '@') return i;
    std::size_t end = at_sign + 1;
    bool dotted = false;
    while (is_word(run.at(end)) || run.at(end) == '-' ||
           (run.at(end) == '.' && is_word(run.at(end + 1)))) {
        dotted = dotted || run.at(end) == '.';
        ++end;
    }
    return dotted ? end : i;
}

/// Whether the dot at `j` belongs to letters with dots ("U.S.", "a.m."), `piece` being where the
/// letters before it start in the word that starts at `i`.
bool is_acronym_dot(const Run& run, std::size_t i, std::size_t piece, std::size_t j) {
    if (j != piece + 1 || !is_letter(run.at(piece))) return false;
    if (piece > i && run.at(piece - 1) == '.') return true;
    return is_letter(run.at(j + 1)) && !is_word(run.at(j + 2));
}

bool joins_digits(UChar32 c) {
    return c == '.' || c == ',' || c == ':' || c == '/';
}

/// Whether the character at `j`, in the word that started at `i`, goes on with that word.
bool joins(const Run& run, std::size_t i, std::size_t piece, std::size_t j) {
    const UChar32 c = run.at(j);
    const UChar32 before = run.at(j - 1);
    const UChar32 after = run.at(j + 1);
    if (is_hyphen(c)) return is_word(after) && (is_word(before) || before == '.');
    if (c == '&') return is_letter(before) && is_letter(after);
    if (is_apostrophe(c)) return is_letter(before) && is_letter(after);
    if (joins_digits(c) && is_digit(before) && is_digit(after)) return true;
    if (c == '/') return is_letter(before) && is_letter(after);
    if (c != '.') return false;
    return is_acronym_dot(run, i, piece, j) || (is_letter(before) && ends_in_domain(run, j)) ||
           (starts_with(run, piece, "ph.d") && j == piece + 2);
}

bool is_abbreviation(const Run& run, std::size_t i, std::size_t piece, std::size_t j) {
    const std::size_t from = j - piece <= 7 ? piece : i;
    if (j - from > 7) return false;
    std::string word;
    for (std::size_t k = from; k < j; ++k) append_utf8(word, run.at(k));
    if (starts_with(run, i, "ph.d") && j == i + 4) return true;
    const UChar32 next = j + 1 < run.size() ? run.at(j + 1) : run.follower;
    switch (abbreviation(word)) {
        case Abbreviation::none: return false;
        case Abbreviation::title: return next != 0 && next != '.';
        case Abbreviation::ending: return next != '.';
        case Abbreviation::counted: return is_digit(next);
    }
    return false;
}

/// End of the word or number at `i`, with the dot of an abbreviation; `i` if none starts here.
std::size_t end_of_word(const Run& run, std::size_t i) {
    std::size_t j = i;
    const bool fraction = run.at(i) == '.' && is_digit(run.at(i + 1));
    if (fraction || ((run.at(i) == '-' || run.at(i) == '+') && is_digit(run.at(i + 1)))) ++j;
    if (!is_word(run.at(j))) return i;
    std::size_t piece = j;
    while (j < run.size()) {
        const UChar32 c = run.at(j);
        if (is_word(c)) {
            ++j;
        } else if (joins(run, i, piece, j)) {
            ++j;
            piece = j;
        } else {
            break;
        }
    }
    if (run.at(j) == '.' && piece < j && is_abbreviation(run, i, piece, j)) return j + 1;
    if (run.at(j) == '$') {
        const std::string currency = small_word(run, i, j);
        for (const std::string_view known : {"us", "nz", "a", "au", "c", "ca", "hk", "s", "nt"}) {
            if (currency == known) return j + 1;
        }
    }
    return j;
}

/// Words that begin with an apostrophe: "'90s", "'em", "'s" set apart from its noun.
std::size_t end_of_apostrophe_word(const Run& run, std::size_t i) {
    if (!is_apostrophe(run.at(i)) && run.at(i) != 0x2018) return i;
    std::size_t end = i + 1;
    while (is_word(run.at(end))) ++end;
    if (end == i + 1) return i;
    const std::string word = small_word(run, i + 1, end);
    const bool year = word.size() <= 3 && is_digit(run.at(i + 1)) && is_digit(run.at(i + 2)) &&
                      (word.size() == 2 || word[2] == 's');
    if (year) return end;
    for (const std::string_view known : {"em", "til", "cause", "bout", "round", "nuff", "n", "s",
                                         "re", "ve", "ll", "d", "m", "t"}) {
        if (word == known) return end;
    }
    return i;
}

bool is_regional(UChar32 c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/// End of an emoji with its modifiers, of a flag, or of several joined into one.
std::size_t end_of_symbol(const Run& run, std::size_t i) {
    std::size_t end = i + 1;
    if (is_regional(run.at(i)) && is_regional(run.at(end))) ++end;
    while (end < run.size()) {
        const UChar32 c = run.at(end);
        const bool modifies = is_mark(c) || (c >= 0x1F3FB && c <= 0x1F3FF);
        // A joiner was dropped on decoding: what it joined lies three bytes further on.
        const bool joined = u_hasBinaryProperty(c, UCHAR_EMOJI) && c >= 0x2190 &&
                            run.characters[end].begin == run.characters[end - 1].end + 3;
        if (!modifies && !joined) break;
        ++end;
    }
    return end;
}

/// End of the mark at `i`; a repeated one is one token: "...", "--", "``", "?!".
std::size_t end_of_mark(const Run& run, std::size_t i) {
    const UChar32 c = run.at(i);
    if (c >= 0x2190) return end_of_symbol(run, i);
    std::size_t end = i + 1;
    if (c == '.' || c == '-' || c == '*' || c == '=' || c == '~') {
        while (run.at(end) == c) ++end;
        return end;
    }
    if (c == '!' || c == '?') {
        while (run.at(end) == '!' || run.at(end) == '?') ++end;
        return end;
    }
    if ((c == '`' || c == '\'') && run.at(end) == c) return end + 1;
    return end;
}

/// End of a handle, a tag ("@WhiteHouse", "#vote") or a piece of markup ("</p>"), or `i`.
std::size_t end_of_handle(const Run& run, std::size_t i) {
    std::size_t end = i + 1;
    if ((run.at(i) == '@' && is_word(run.at(end))) ||
        (run.at(i) == '#' && is_letter(run.at(end)))) {
        while (is_word(run.at(end))) ++end;
        return end;
    }
    if (run.at(i) != '<' || !(is_letter(run.at(end)) || run.at(end) == '/')) return i;
    while (end < run.size() && end < i + 40 && run.at(end) != '>') ++end;
    return run.at(end) == '>' ? end + 1 : i;
}

/// Where the word [i, j) is cut in two, or `j`: "do|n't", "he|'s", "can|not", "workers|'", "5|pm".
std::size_t cut_of_word(const Run& run, std::size_t i, std::size_t j) {
    if (j - i >= 4 && starts_with(run, j - 3, "n't")) return j - 3;
    for (const std::string_view end : {"'s", "'re", "'ve", "'ll", "'d", "'m"}) {
        if (j - i > end.size() && starts_with(run, j - end.size(), end)) return j - end.size();
    }
    const std::size_t length = j - i;
    if (length < 3 || length > 7) return j;
    const UChar32 last = lower(run.at(j - 1));
    if (last != 't' && last != 'a' && last != 'm' && last != 'e') return j;
    const std::string word = small_word(run, i, j);
    if (word == "cannot" || word == "gonna" || word == "gotta" || word == "wanna" ||
        word == "lemme" || word == "gimme") {
        return i + 3;
    }
    if (!word.ends_with("am") && !word.ends_with("pm")) return j;
    const bool hour = std::all_of(word.begin(), word.end() - 2,
                                  [](char c) { return (c >= '0' && c <= '9') || c == ':'; });
    return hour ? j - 2 : j;
}

void append_token(std::string_view text, const Run& run, std::size_t i, std::size_t j,
                  std::vector<Token>& tokens) {
    Token& token = tokens.emplace_back();
    token.span = {run.characters[i].begin, run.characters[j - 1].end};
    const std::string_view raw = text.substr(token.span.begin, token.span.size());
    std::size_t written = 0;
    bool entity = false;
    for (std::size_t k = i; k < j; ++k) {
        const Character& character = run.characters[k];
        written += character.end - character.begin;
        entity = entity || (raw[character.begin - token.span.begin] == '&' &&
                            character.end > character.begin + 1);
    }
    if (!entity && written == raw.size()) {
        token.form = raw;
        return;
    }
    for (std::size_t k = i; k < j; ++k) append_utf8(token.form, run.at(k));
}

std::size_t end_of_token(const Run& run, std::size_t i) {
    std::size_t end = end_of_address(run, i);
    if (end == i) end = end_of_handle(run, i);
    if (end == i && (i == 0 || !is_word(run.at(i - 1)))) end = end_of_apostrophe_word(run, i);
    return end;
}

void append_run(std::string_view text, const Run& run, std::vector<Token>& tokens) {
    for (std::size_t i = 0; i < run.size();) {
        std::size_t end = end_of_token(run, i);
        if (end == i) {
            end = end_of_word(run, i);
            const std::size_t cut = end > i ? cut_of_word(run, i, end) : end;
            if (cut < end) {
                append_token(text, run, i, cut, tokens);
                i = cut;
            }
        }
        if (end == i) end = end_of_mark(run, i);
        append_token(text, run, i, end, tokens);
        i = end;
    }
}

/// Makes ". . ." one token: the last one goes into the dots before it.
void join_spaced_dots(std::string_view text, std::vector<Token>& tokens) {
    Token& before = tokens[tokens.size() - 2];
    const Token& dot = tokens.back();
    const bool dots = before.form.find_first_not_of(". ") == std::string::npos;
    if (!dots || before.form.size() > 8 || dot.span.begin - before.span.end != 1) return;
    before.span.end = dot.span.end;
    before.form = text.substr(before.span.begin, before.span.size());
    tokens.pop_back();
}

}  // namespace

std::size_t append_tokens(std::string_view text, Span part, std::size_t most,
                          std::vector<Token>& tokens, std::vector<Diagnostic>& diagnostics) {
    const std::size_t first = tokens.size();
    Run run;
    for (std::size_t at = part.begin; at < part.end;) {
        const Character character = decoded_at(text, at);
        if (is_space(character.c) || is_invisible(character.c)) {
            at = character.end;
            continue;
        }
        if (tokens.size() >= most) return at;
        read_run(text, at, part.end, run);
        if (run.cut) {
            diagnostics.push_back({{at, run.end},
                                   "more than " + std::to_string(longest_run) +
                                       " characters without a space, cut here"});
        }
        append_run(text, run, tokens);
        if (run.size() == 1 && run.at(0) == '.' && tokens.size() - first > 1) {
            join_spaced_dots(text, tokens);
        }
        at = run.end;
    }
    return part.end;
}

}  // namespace demarche::text
