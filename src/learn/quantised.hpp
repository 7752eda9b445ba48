// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

/// A trained model's arithmetic: whole numbers, so that a sum is the same in any order and with any
/// vector unit, and a model is four times smaller than in floats.
namespace demarche::learn {

/// Vectors of equal length, each as whole numbers from -127 to 127 times a scale of its own.
struct Quantised {
    std::size_t length = 0;
    std::vector<float> scales;        ///< one a vector
    std::vector<std::int8_t> values;  ///< vector after vector

    [[nodiscard]] std::size_t count() const { return scales.size(); }
    [[nodiscard]] const std::int8_t* vector(std::size_t i) const {
        return values.data() + i * length;
    }

    friend bool operator==(const Quantised&, const Quantised&) = default;
};

/// Each row becomes a vector: for weights, whose rows are the outputs.
[[nodiscard]] Quantised quantise_rows(ConstView m);

/// Each column becomes a vector: for tables of embeddings.
[[nodiscard]] Quantised quantise_columns(ConstView m);

/// What the layers hand on: numbers between -8 and 8 in steps of 1 / fixed_one, column after
/// column. Rows are filled up to an even number with zeros.
struct Fixed {
    std::size_t rows = 0;  ///< even
    std::size_t cols = 0;
    std::vector<std::int16_t> values;

    Fixed() = default;
    Fixed(std::size_t r, std::size_t c) : rows(r + r % 2), cols(c), values(rows * c, 0) {}

    [[nodiscard]] std::int16_t* column(std::size_t c) { return values.data() + c * rows; }
    [[nodiscard]] const std::int16_t* column(std::size_t c) const {
        return values.data() + c * rows;
    }
};

/// Weights laid out for products with Fixed columns.
class IntegerWeights {
public:
    /// Longest rows whose sums surely fit into 32 bits.
    static constexpr std::size_t longest_row = 512;
    /// Rows that are worked out together.
    static constexpr std::size_t block_rows = 16;

    IntegerWeights() = default;

    /// Rows are the vectors of `weights`; their length must not exceed longest_row.
    explicit IntegerWeights(const Quantised& weights);

    [[nodiscard]] std::size_t rows() const { return rows_; }

    /// out += weights x. `x` are `cols` columns, `x_stride` apart.
    void add_product(const std::int16_t* x, std::size_t x_stride, std::size_t cols, View out) const;

    /// The sums alone, of the rows of one block: sums[c * block_rows + i] becomes row
    /// block * block_rows + i times column c, zero where there is no such row.
    void block_sums(std::size_t block, const std::int16_t* x, std::size_t x_stride,
                    std::size_t cols, std::int32_t* sums) const;

    [[nodiscard]] std::size_t blocks() const { return scales_.size() / block_rows; }

    /// What a sum of each row is to be multiplied by, filled up to whole blocks.
    [[nodiscard]] const float* scales() const { return scales_.data(); }

private:
    std::size_t rows_ = 0;
    std::size_t pairs_ = 0;             // of inputs
    std::vector<std::int16_t> packed_;  // see quantised.cpp
    std::vector<float> scales_;         // of a row's sum, filled up to whole blocks

    /// add_product for the rows of one block; `out` are these rows alone.
    void add_block(std::size_t block, const std::int16_t* x, std::size_t x_stride, View out) const;
    /// The same for the last block, if it is not full.
    void add_last_block(const std::int16_t* x, std::size_t x_stride, View out) const;
};

}  // namespace demarche::learn
