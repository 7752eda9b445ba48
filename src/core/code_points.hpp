// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/span.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace demarche {

/// The two ways to count a text: bytes inside the program, Unicode code points outside it
/// (W3C Web Annotation, RFC 5147 and PolNeAR count so). Every offset that is written or read
/// passes through this class.
///
/// It keeps the byte position of every 64th code point, so a text of n bytes costs n/8 bytes at
/// most, and a conversion reads at most 64 code points. It does not own the text: the text must
/// outlive it and be valid UTF-8 (text::read_* sees to that).
class CodePoints {
public:
    explicit CodePoints(std::string_view text) : text_(text) {
        for (std::size_t byte = 0; byte < text.size(); ++byte) {
            if (!starts_code_point(text[byte])) continue;
            if (count_ % stride == 0) marks_.push_back(byte);
            ++count_;
        }
    }

    /// Number of code points in the text.
    [[nodiscard]] std::size_t size() const { return count_; }

    /// The number of code points before `byte`; `byte` beyond the text counts as its end.
    [[nodiscard]] std::size_t from_byte(std::size_t byte) const {
        byte = std::min(byte, text_.size());
        const auto after = std::upper_bound(marks_.begin(), marks_.end(), byte);
        if (after == marks_.begin()) return 0;
        const auto mark = static_cast<std::size_t>(after - marks_.begin()) - 1;
        std::size_t points = mark * stride;
        for (std::size_t i = marks_[mark]; i < byte; ++i) points += starts_code_point(text_[i]);
        return points;
    }

    /// The byte at which code point `point` starts; `point` beyond the text gives its end.
    [[nodiscard]] std::size_t to_byte(std::size_t point) const {
        if (point >= count_) return text_.size();
        std::size_t byte = marks_[point / stride];
        for (std::size_t left = point % stride; left > 0; --left) {
            do ++byte;
            while (byte < text_.size() && !starts_code_point(text_[byte]));
        }
        return byte;
    }

    /// Both ends of `span` in code points.
    [[nodiscard]] Span from_bytes(Span span) const {
        return {from_byte(span.begin), from_byte(span.end)};
    }

    /// Both ends of a range of code points in bytes.
    [[nodiscard]] Span to_bytes(Span points) const {
        return {to_byte(points.begin), to_byte(points.end)};
    }

private:
    static constexpr std::size_t stride = 64;

    static bool starts_code_point(char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }

    std::string_view text_;
    std::vector<std::size_t> marks_;
    std::size_t count_ = 0;
};

}  // namespace demarche
