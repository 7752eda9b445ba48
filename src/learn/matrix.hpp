// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace demarche::learn {

/// A look at numbers that somebody else owns: column after column, `stride` floats from one column
/// to the next.
struct ConstView {
    const float* data = nullptr;
    std::size_t rows = 0;
    std::size_t cols = 0;
    std::size_t stride = 0;

    [[nodiscard]] const float* column(std::size_t c) const { return data + c * stride; }
};

/// The same, writable.
struct View {
    float* data = nullptr;
    std::size_t rows = 0;
    std::size_t cols = 0;
    std::size_t stride = 0;

    [[nodiscard]] float* column(std::size_t c) const { return data + c * stride; }
    operator ConstView() const { return {data, rows, cols, stride}; }  // a reader may look too
};

/// Numbers, column after column. A column is one token's vector, or all that a feature's value
/// stands for, so the code below walks columns and never rows.
struct Matrix {
    std::size_t rows = 0;
    std::size_t cols = 0;
    std::vector<float> values;

    Matrix() = default;
    Matrix(std::size_t r, std::size_t c) : rows(r), cols(c), values(r * c, 0.0F) {}

    /// All zero, in this size.
    void clear(std::size_t r, std::size_t c) {
        rows = r;
        cols = c;
        values.assign(r * c, 0.0F);
    }

    [[nodiscard]] float* column(std::size_t c) { return values.data() + c * rows; }
    [[nodiscard]] const float* column(std::size_t c) const { return values.data() + c * rows; }

    operator View() { return {values.data(), rows, cols, rows}; }
    operator ConstView() const { return {values.data(), rows, cols, rows}; }

    /// Columns [first, first + count).
    [[nodiscard]] View columns(std::size_t first, std::size_t count) {
        return {values.data() + first * rows, rows, count, rows};
    }
    [[nodiscard]] ConstView columns(std::size_t first, std::size_t count) const {
        return {values.data() + first * rows, rows, count, rows};
    }
    /// Rows [first, first + count) of every column.
    [[nodiscard]] View band(std::size_t first, std::size_t count) {
        return {values.data() + first, count, cols, rows};
    }
    [[nodiscard]] ConstView band(std::size_t first, std::size_t count) const {
        return {values.data() + first, count, cols, rows};
    }
};

}  // namespace demarche::learn
