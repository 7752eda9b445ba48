// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Text in pictures: what Graphviz would take for markup is replaced, long text is folded.

#include "export/picture.hpp"

#include <cstdint>

namespace demarche::export_ {
namespace {

struct CodePoint {
    std::uint32_t value = 0;
    std::size_t bytes = 1;
};

/// The code point at the start of valid UTF-8.
CodePoint first(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
    };
    const std::uint32_t lead = byte(0);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (size == 1 || size > text.size()) return {lead, 1};
    std::uint32_t value = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) value = (value << 6U) | (byte(i) & 0x3FU);
    return {value, size};
}

bool is_control(std::uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

/// Marks and overrides of writing direction (Unicode Standard Annex 9): they would turn round
/// what stands after the label.
bool turns_direction(std::uint32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

/// East Asian Width W and F, by its blocks (Unicode Standard Annex 11).
bool is_wide(std::uint32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F64F) ||
           (c >= 0x20000 && c <= 0x3FFFD);
}

struct Word {
    std::string text;
    std::size_t columns = 0;
};

/// Words without spaces; one longer than a line, in pieces.
std::vector<Word> words(std::string_view text, std::size_t columns) {
    std::vector<Word> result;
    Word word;
    const auto end = [&] {
        if (!word.text.empty()) result.push_back(word);
        word = {};
    };
    while (!text.empty()) {
        const CodePoint c = first(text);
        const std::size_t width = is_wide(c.value) ? 2 : 1;
        if (c.value == ' ') {
            end();
        } else {
            if (word.columns + width > columns) end();
            word.text += text.substr(0, c.bytes);
            word.columns += width;
        }
        text.remove_prefix(c.bytes);
    }
    end();
    return result;
}

}  // namespace

std::string plain(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const CodePoint c = first(text);
        if (is_control(c.value)) {
            result += ' ';
        } else if (c.value == '&') {
            result += "&amp;";
        } else if (c.value == '\\') {
            result += "\u2216";
        } else if (!turns_direction(c.value)) {
            result += text.substr(0, c.bytes);
        }
        text.remove_prefix(c.bytes);
    }
    return result;
}

std::string clipped(std::string_view text, std::size_t columns) {
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = first(text.substr(at));
        used += is_wide(c.value) ? 2U : 1U;
        if (used > columns) return std::string(text.substr(0, at)) + " …";
        at += c.bytes;
    }
    return std::string(text);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    std::size_t used = columns;
    for (const Word& word : words(text, columns)) {
        if (lines.empty() || used + 1 + word.columns > columns) {
            lines.push_back(word.text);
            used = word.columns;
        } else {
            lines.back() += " " + word.text;
            used += 1 + word.columns;
        }
    }
    return lines;
}

}  // namespace demarche::export_
