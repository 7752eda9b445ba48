// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "syntax/features.hpp"

#include "learn/model_file.hpp"

#include "syntax/lemma_rule.hpp"

#include <algorithm>

namespace demarche::syntax {
namespace {

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Longer forms are links and the like; their beginning and end say enough.
constexpr std::size_t longest_form = 48;

std::string shortened(std::string_view form) {
    if (form.size() <= longest_form) return std::string(form);
    return std::string(form.substr(0, longest_form / 2)) +
           std::string(form.substr(form.size() - longest_form / 2));
}

/// One spelling for marks that are written in several ways.
std::string straightened(std::string_view form) {
    struct Mark {
        std::string_view written, read;
    };
    static constexpr std::array<Mark, 6> marks = {{
        {"\u2019", "'"},
        {"\u2018", "'"},
        {"\u201C", "``"},
        {"\u201D", "''"},
        {"\u2013", "-"},
        {"\u2014", "--"},
    }};
    std::string out;
    for (std::size_t i = 0; i < form.size();) {
        const auto mark = std::find_if(marks.begin(), marks.end(), [&](const Mark& m) {
            return form.substr(i).starts_with(m.written);
        });
        if (mark == marks.end()) {
            out += form[i++];
        } else {
            out += mark->read;
            i += mark->written.size();
        }
    }
    return out;
}

std::string normal_form(std::string_view form) {
    std::string out = lower_case(straightened(shortened(form)));
    for (char& c : out) {
        if (c >= '0' && c <= '9') c = '0';
    }
    return out;
}

/// The first n characters.
std::string prefix(std::string_view text, std::size_t n) {
    std::size_t end = 0;
    while (end < text.size() && n > 0) {
        do ++end;
        while (end < text.size() && continues(text[end]));
        --n;
    }
    return std::string(text.substr(0, end));
}

/// The last n characters.
std::string suffix(std::string_view text, std::size_t n) {
    std::size_t begin = text.size();
    while (begin > 0 && n > 0) {
        do --begin;
        while (begin > 0 && continues(text[begin]));
        --n;
    }
    return std::string(text.substr(begin));
}

char class_of(char c) {
    if (c >= 'A' && c <= 'Z') return 'X';
    if (c >= 'a' && c <= 'z') return 'x';
    if (c >= '0' && c <= '9') return 'd';
    return static_cast<unsigned char>(c) >= 0x80 ? 'u' : c;
}

/// Runs are written once or, where they are longer than one, twice; at most 10 signs.
std::string shape(std::string_view form) {
    std::string out;
    for (const char c : form) {
        const char now = class_of(c);
        const std::size_t n = out.size();
        if (n >= 2 && out[n - 1] == now && out[n - 2] == now) continue;
        if (n == 10) break;
        out += now;
    }
    return out;
}

}  // namespace

std::array<std::string, feature_count> features(std::string_view form) {
    const std::string normal = normal_form(form);
    return {normal,
            prefix(normal, 3),
            suffix(normal, 2),
            suffix(normal, 3),
            suffix(normal, 4),
            shape(shortened(form))};
}

std::vector<std::uint32_t> ngrams(std::string_view form) {
    const std::string text = "<" + normal_form(form) + ">";
    std::vector<std::uint32_t> out;
    for (std::size_t n = 3; n <= 4; ++n) {
        for (std::size_t i = 0; i + n <= text.size() && out.size() < 60; ++i) {
            std::uint32_t hash = 2166136261U;  // FNV-1a
            for (std::size_t k = i; k < i + n; ++k) {
                hash = (hash ^ static_cast<unsigned char>(text[k])) * 16777619U;
            }
            out.push_back((hash ^ hash >> 15U) % ngram_buckets);
        }
    }
    return out;
}

FormFeatures look_up(const Vocabularies& vocabularies, std::string_view form) {
    FormFeatures out;
    const auto texts = features(form);
    for (std::size_t f = 0; f < feature_count; ++f)
        out.numbers[f] = vocabularies[f].number(texts[f]);
    out.ngrams = ngrams(form);
    return out;
}

std::string feature_fingerprint() {
    std::string names;
    for (const std::string_view name : feature_names) names += std::string(name) + "\n";
    return learn::fingerprint("en-form-1", {names});
}

}  // namespace demarche::syntax
