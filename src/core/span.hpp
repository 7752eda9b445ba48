// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace demarche {

/// A half-open range [begin, end) of bytes of a document's text.
/// Offsets that leave the program are code points instead: see core/code_points.hpp.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] bool empty() const { return begin >= end; }
    [[nodiscard]] std::size_t size() const { return empty() ? 0 : end - begin; }
    [[nodiscard]] bool contains(Span other) const {
        return begin <= other.begin && other.end <= end;
    }
    [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

    friend bool operator==(Span, Span) = default;
    friend auto operator<=>(Span, Span) = default;
};

/// Pieces of one part of speech or thought, in text order, without overlap.
using Spans = std::vector<Span>;

}  // namespace demarche
