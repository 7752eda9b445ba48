// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/matrix.hpp"
#include "learn/quantised.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace demarche::learn {

/// A band of rows of some columns: each column has one of a few vectors there, such as the
/// embedding of its word or of its tag.
struct Part {
    Fixed vectors;                         ///< those that occur, each once
    std::vector<std::uint32_t> of_column;  ///< which of them each column has

    /// \param table vectors of `width` numbers, one behind the other
    /// \param numbers which of them each column has
    Part(const std::vector<std::int16_t>& table, std::size_t width,
         const std::vector<std::uint32_t>& numbers);
};

/// Weights for columns that are put together from parts. W x is the sum of the parts' own products,
/// and these are worked out once for each vector, however many columns have it. Sums are of whole
/// numbers, so that the result is IntegerWeights::add_product's, bit for bit.
class PartedWeights {
public:
    PartedWeights() = default;

    /// \param widths of the parts; their sum must be the length of the weights' vectors
    PartedWeights(const Quantised& weights, const std::vector<std::size_t>& widths);

    /// out += weights x; `parts` have the widths given before and a number for each column of
    /// `out`.
    void add_product(const std::vector<Part>& parts, View out) const;

private:
    std::size_t rows_ = 0;
    std::vector<IntegerWeights> parts_;
};

}  // namespace demarche::learn
