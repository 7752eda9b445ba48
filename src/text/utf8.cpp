// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "text/utf8.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace demarche::text {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t most_places = 20;

struct Step {
    std::size_t length = 0;
    bool good = true;
};

/// The character or the maximal bad subpart at `at`. ICU's macro counts in int32_t, so it is shown
/// no more than one character's bytes at a time.
Step step_at(std::string_view bytes, std::size_t at) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data()) + at;
    const auto left = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size() - at, 4));
    std::int32_t length = 0;
    UChar32 c = 0;
    U8_NEXT(data, length, left, c);
    return {static_cast<std::size_t>(length), c >= 0};
}

/// Where the good characters that start at `at` stop.
std::size_t end_of_good(std::string_view bytes, std::size_t at) {
    while (at < bytes.size()) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const Step step = step_at(bytes, at);
        if (!step.good) break;
        at += step.length;
    }
    return at;
}

std::string in_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hex;
    for (const char byte : bytes.substr(0, 8)) {
        const auto value = static_cast<unsigned char>(byte);
        if (!hex.empty()) hex += ' ';
        hex += digits[value >> 4U];
        hex += digits[value & 15U];
    }
    return bytes.size() > 8 ? hex + " ..." : hex;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    return end_of_good(bytes, 0) == bytes.size();
}

ValidText repaired(std::string_view bytes) {
    ValidText valid;
    valid.text.reserve(bytes.size());
    std::vector<Diagnostic> found;
    std::size_t runs = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t good = end_of_good(bytes, at);
        valid.text += bytes.substr(at, good - at);
        at = good;
        if (at == bytes.size()) break;
        const std::size_t bad = at;
        const std::size_t begin = valid.text.size();
        while (at < bytes.size()) {
            const Step step = step_at(bytes, at);
            if (step.good) break;
            at += step.length;
            valid.text += replacement;
            ++valid.replaced;
        }
        if (++runs > most_places) continue;
        found.push_back({{begin, valid.text.size()},
                         "not UTF-8: '" + in_hex(bytes.substr(bad, at - bad)) + "', replaced"});
    }
    valid.diagnostics = std::move(found);
    if (runs > most_places) {
        const std::size_t rest = runs - most_places;
        valid.diagnostics.push_back(
            {valid.diagnostics.back().at, "not UTF-8 in " + std::to_string(rest) + " more places"});
    }
    return valid;
}

void append_diagnostics(std::vector<Diagnostic>& all, std::vector<Diagnostic> found,
                        std::size_t most) {
    const std::size_t kept = std::min(found.size(), most);
    for (std::size_t i = 0; i < kept; ++i) all.push_back(std::move(found[i]));
    if (found.size() > kept) {
        all.push_back(
            {found[kept].at, "and " + std::to_string(found.size() - kept) + " more such places"});
    }
}

}  // namespace demarche::text
