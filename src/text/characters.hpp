// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace demarche::text {

/// A character of the text and the bytes it stands at. An HTML entity is one character whose
/// bytes are those of the whole entity.
struct Character {
    UChar32 c = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The character at byte `at`. `text` is valid UTF-8 and `at` < text.size() starts a character.
[[nodiscard]] inline Character character_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, at, at + 1};
    const char* bytes = text.data() + at;
    std::int32_t length = 0;
    UChar32 c = 0;
    U8_NEXT_UNSAFE(bytes, length, c);
    return {c, at, at + static_cast<std::size_t>(length)};
}

/// The character that ends at byte `end` > 0.
[[nodiscard]] inline Character character_before(std::string_view text, std::size_t end) {
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return character_at(text, at);
}

/// Soft hyphen, zero-width space and joiners, word joiner, byte order mark: never part of a form.
[[nodiscard]] inline bool is_invisible(UChar32 c) {
    return c >= 0xAD &&
           (c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
            (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF);
}

/// What parts words: white space of any kind, and control characters, which scraping leaves.
[[nodiscard]] inline bool is_space(UChar32 c) {
    if (c < 0x80) return c <= 0x20 || c == 0x7F;
    return u_isUWhiteSpace(c) || u_charType(c) == U_CONTROL_CHAR;
}

[[nodiscard]] inline bool is_line_end(UChar32 c) {
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

[[nodiscard]] inline bool is_digit(UChar32 c) {
    if (c < 0x80) return c >= '0' && c <= '9';
    return u_isdigit(c) || u_charType(c) == U_OTHER_NUMBER;
}

[[nodiscard]] inline bool is_letter(UChar32 c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return u_isalpha(c);
}

[[nodiscard]] inline bool is_upper(UChar32 c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return u_isupper(c) || u_istitle(c);
}

[[nodiscard]] inline bool is_lower(UChar32 c) {
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return u_islower(c);
}

[[nodiscard]] inline bool is_apostrophe(UChar32 c) {
    return c == '\'' || c == 0x2019;
}

/// Quotation marks and brackets that may follow an end mark within its sentence.
[[nodiscard]] inline bool is_closer(UChar32 c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D ||
           c == 0xBB || c == 0x203A;
}

/// ASCII lower case with straight apostrophes and plain spaces, for comparing with tables of
/// English phrases.
[[nodiscard]] std::string folded(std::string_view text);

/// `text` without white space, controls and invisible characters at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace demarche::text
