// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Ids as functions of what they name.
//
// A hash of several parts puts U+001F between them, which no name or label is expected to hold, so
// that ("ab", "c") and ("a", "bc") differ; parts are composed first (NFC), so that an accent
// written in one code point or in two is the same. Slugs are for ids that people read: "Oslo Port,
// Ltd." gives oslo-port-ltd. A name that leaves no ASCII letter or digit has the beginning of its
// hash, so that two such names are two.
//
// An address becomes a URI by encoding only what may not stand where it stands:
//
//     " http://oslo.example/a b#c#d"   ->   "http://oslo.example/a%20b#c%23d"
//
// What is a URI already is left alone; "%20" is not encoded twice.
//
// Sources: SHA-256 is FIPS 180-4 (Nettle); NFC, NFKC_Casefold and transliteration are ICU's, after
// UAX #15 and Unicode chapter 3.13; URIs are RFC 3986, appendix A.
// Limits: names that differ in marks or case alone share a slug, which is wanted, and so do names
// that are transliterated alike, which is not. Another ICU may transliterate otherwise. A relative
// address stays relative. Tested by tests/identity/identity_test.cpp.

#include "identity/identity.hpp"

#include <nettle/sha2.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>

namespace demarche::identity {
namespace {

constexpr char separator = '\x1f';
constexpr std::size_t id_digits = 32;

icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

std::string nfc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    const icu::UnicodeString normalised = normalizer->normalize(from_utf8(text), status);
    return U_SUCCESS(status) ? to_utf8(normalised) : std::string(text);
}

icu::UnicodeString nfkc_casefolded(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    icu::UnicodeString folded = normalizer->normalize(from_utf8(text), status);
    return U_SUCCESS(status) ? folded : from_utf8(text).foldCase();
}

/// Letters of any script to ASCII. ICU's transliterators are not safe to share between threads.
const icu::Transliterator* to_ascii() {
    thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    }();
    return transliterator.get();
}

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_percent_code(std::string_view text) {
    return text.size() > 2 && text[0] == '%' && is_hex(text[1]) && is_hex(text[2]);
}

void append_spans(std::vector<std::string>& parts, const std::vector<Passage>& passages) {
    std::string spans;
    for (const Passage& passage : passages) {
        spans += std::to_string(passage.begin) + "," + std::to_string(passage.end) + ";";
    }
    parts.push_back(spans);
}

}  // namespace

std::string sha256(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const std::uint8_t byte : digest) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 15U];
    }
    return hex;
}

std::string hash_id(const std::vector<std::string>& parts) {
    std::string joined;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) joined += separator;
        joined += nfc(parts[i]);
    }
    return sha256(joined).substr(0, id_digits);
}

std::string slug(std::string_view text) {
    icu::UnicodeString letters = nfkc_casefolded(text);
    if (to_ascii() != nullptr) to_ascii()->transliterate(letters);
    std::string result;
    bool gap = false;
    for (std::int32_t i = 0; i < letters.length(); ++i) {
        const char16_t unit = letters.charAt(i);
        const bool upper = unit >= u'A' && unit <= u'Z';
        const bool kept = upper || (unit >= u'a' && unit <= u'z') || (unit >= u'0' && unit <= u'9');
        if (!kept) {
            gap = true;
            continue;
        }
        if (gap && !result.empty()) result += '-';
        gap = false;
        result += static_cast<char>(upper ? unit - u'A' + u'a' : unit);
    }
    if (result.empty()) return "x-" + sha256(text).substr(0, 8);
    return result;
}

std::string normalised(std::string_view text) {
    const icu::UnicodeString letters = nfkc_casefolded(text);
    icu::UnicodeString words;
    bool gap = false;
    for (std::int32_t i = 0; i < letters.length();) {
        const UChar32 c = letters.char32At(i);
        i += U16_LENGTH(c);
        if (!u_isalnum(c) && u_getCombiningClass(c) == 0) {
            gap = true;
            continue;
        }
        if (gap && !words.isEmpty()) words.append(u' ');
        gap = false;
        words.append(c);
    }
    return to_utf8(words);
}

bool is_utf8(std::string_view bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    for (std::size_t at = 0; at < bytes.size();) {
        UChar32 point = 0;
        U8_NEXT(data, at, bytes.size(), point);
        if (point < 0) return false;
    }
    return true;
}

std::string uri(std::string_view address) {
    const auto blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    while (!address.empty() && blank(address.front())) address.remove_prefix(1);
    while (!address.empty() && blank(address.back())) address.remove_suffix(1);
    // Brackets stand around the host of "http://[::1]/" and nowhere else, # only once.
    const std::size_t slashes = address.find("//");
    const bool has_host =
        slashes != std::string_view::npos && address.find_first_of("/?#") == slashes;
    const std::size_t host = has_host ? slashes + 2 : address.size();
    const std::size_t path = std::min(address.find_first_of("/?#", host), address.size());
    const std::size_t fragment = std::min(address.find('#'), address.size());

    constexpr std::string_view hex = "0123456789ABCDEF";
    constexpr std::string_view others = "-._~:/?@!$&'()*+,;=";
    std::string result;
    for (std::size_t i = 0; i < address.size(); ++i) {
        const char c = address[i];
        const bool kept = is_letter_or_digit(c) || others.find(c) != std::string_view::npos ||
                          ((c == '[' || c == ']') && i >= host && i < path) ||
                          (c == '#' && i == fragment) || is_percent_code(address.substr(i));
        if (kept) {
            result += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            result += {'%', hex[byte >> 4U], hex[byte & 15U]};
        }
    }
    return result;
}

std::string actor_id(std::string_view registry_key, std::string_view name) {
    return registry_key.empty() ? slug(name) : std::string(registry_key);
}

std::string unnamed_source_id(std::string_view document, std::size_t n) {
    return "src-" + std::string(document) + "-" + std::to_string(n);
}

std::string scoped_actor_id(std::string_view document, std::string_view name) {
    return slug(name) + "-in-" + std::string(document);
}

std::string position_id(std::string_view issue, std::string_view proposition) {
    return hash_id({std::string(issue), std::string(proposition)});
}

std::string issue_id(std::string_view label) {
    return slug(label);
}

std::string statement_id(const Statement& statement) {
    std::vector<std::string> parts = {statement.document};
    append_spans(parts, statement.source);
    append_spans(parts, statement.cue);
    append_spans(parts, statement.content);
    std::string holders;
    for (const std::string& holder : statement.holders) holders += holder + ";";
    parts.push_back(holders);
    parts.emplace_back(name(statement.relation));
    parts.emplace_back(name(statement.polarity));
    parts.push_back(statement.position);
    parts.push_back(statement.reported_by);
    return hash_id(parts);
}

}  // namespace demarche::identity
