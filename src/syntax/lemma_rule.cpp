// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "syntax/lemma_rule.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace demarche::syntax {
namespace {

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Length of the common beginning, whole characters only.
std::size_t common_prefix(std::string_view a, std::string_view b) {
    std::size_t n = 0;
    while (n < a.size() && n < b.size() && a[n] == b[n]) ++n;
    while (n > 0 && ((n < a.size() && continues(a[n])) || (n < b.size() && continues(b[n])))) --n;
    return n;
}

/// The lower-case letter to a two-byte capital of Latin-1, Greek or Cyrillic, or 0.
unsigned lower_of(unsigned point) {
    if ((point >= 0xC0 && point <= 0xDE && point != 0xD7) || (point >= 0x391 && point <= 0x3A9) ||
        (point >= 0x410 && point <= 0x42F)) {
        return point + 32;
    }
    return point >= 0x400 && point <= 0x40F ? point + 80 : 0;
}

}  // namespace

std::string lower_case(std::string_view form) {
    std::string out(form);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto byte = static_cast<unsigned char>(out[i]);
        if (byte >= 'A' && byte <= 'Z') {
            out[i] = static_cast<char>(byte + 32);
        } else if ((byte & 0xE0U) == 0xC0U && i + 1 < out.size() && continues(out[i + 1])) {
            const unsigned next = static_cast<unsigned char>(out[i + 1]);
            if (const unsigned lower = lower_of((byte & 0x1FU) << 6U | (next & 0x3FU))) {
                out[i] = static_cast<char>(0xC0U | lower >> 6U);
                out[i + 1] = static_cast<char>(0x80U | (lower & 0x3FU));
            }
            ++i;
        }
    }
    return out;
}

std::string lemma_rule(std::string_view form, std::string_view lemma) {
    const std::string low = lower_case(form);
    const std::size_t kept = common_prefix(form, lemma);
    const std::size_t lowered = common_prefix(low, lemma);
    const bool lower = lowered > kept;
    const std::size_t n = std::max(kept, lowered);
    // An ending of more than four bytes off is no ending but another word.
    if (n == 0 || form.size() - n > 4) return "=" + std::string(lemma);
    return std::string(lower ? "l-" : "k-") + std::to_string(form.size() - n) + "+" +
           std::string(lemma.substr(n));
}

std::string lemma_from(std::string_view form, std::string_view rule) {
    if (rule.starts_with("=")) return std::string(rule.substr(1));
    const std::size_t plus = rule.find('+');
    std::size_t off = 0;
    if (rule.size() < 4 || plus == std::string_view::npos) return std::string(form);
    std::from_chars(rule.data() + 2, rule.data() + plus, off);
    if (off > form.size() || (off > 0 && continues(form[form.size() - off]))) {
        return std::string(form);
    }
    std::string out = rule.front() == 'l' ? lower_case(form) : std::string(form);
    out.resize(out.size() - off);
    out += rule.substr(plus + 1);
    return out.empty() ? std::string(form) : out;
}

}  // namespace demarche::syntax
