// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Example: three columns, of two parts each.
//
//     word   ship port ship        products of (ship, port) and of (NOUN, VERB) are worked out,
//     tag    NOUN NOUN VERB        and column 3 is ship's plus VERB's
//
// In an article of a thousand words the forms give half as many vectors, tags and relations a few
// dozen. One block of rows is finished before the next, so that the products of all vectors for it
// (64 bytes each) stay in the caches while the columns pick theirs.

#include "learn/parted.hpp"

#include <algorithm>
#include <array>

namespace demarche::learn {
namespace {

constexpr std::size_t block_rows = IntegerWeights::block_rows;

Quantised band(const Quantised& weights, std::size_t first, std::size_t width) {
    Quantised own;
    own.length = width;
    own.scales = weights.scales;
    for (std::size_t r = 0; r < weights.count(); ++r) {
        const std::int8_t* const from = weights.vector(r) + first;
        own.values.insert(own.values.end(), from, from + width);
    }
    return own;
}

}  // namespace

Part::Part(const std::vector<std::int16_t>& table, std::size_t width,
           const std::vector<std::uint32_t>& numbers) {
    std::vector<std::uint32_t> places(table.size() / width, 0);  // from 1; 0: not seen yet
    std::vector<std::uint32_t> occurring;
    of_column.reserve(numbers.size());
    for (const std::uint32_t number : numbers) {
        if (places[number] == 0) {
            occurring.push_back(number);
            places[number] = static_cast<std::uint32_t>(occurring.size());
        }
        of_column.push_back(places[number] - 1);
    }
    vectors = Fixed(width, occurring.size());
    for (std::size_t i = 0; i < occurring.size(); ++i) {
        std::copy_n(table.data() + occurring[i] * width, width, vectors.column(i));
    }
}

PartedWeights::PartedWeights(const Quantised& weights, const std::vector<std::size_t>& widths)
    : rows_(weights.count()) {
    std::size_t first = 0;
    for (const std::size_t width : widths) {
        parts_.emplace_back(band(weights, first, width));
        first += width;
    }
}

void PartedWeights::add_product(const std::vector<Part>& parts, View out) const {
    std::vector<std::vector<std::int32_t>> sums;
    for (const Part& part : parts) sums.emplace_back(part.vectors.cols * block_rows);
    for (std::size_t r = 0; r < rows_; r += block_rows) {
        for (std::size_t p = 0; p < parts.size(); ++p) {
            const Fixed& x = parts[p].vectors;
            parts_[p].block_sums(r / block_rows, x.values.data(), x.rows, x.cols, sums[p].data());
        }
        const std::size_t height = std::min(block_rows, rows_ - r);
        const float* const scales = parts_.front().scales() + r;
        constexpr std::size_t ahead = 8;
        for (std::size_t c = 0; c < out.cols; ++c) {
            if (c + ahead < out.cols) __builtin_prefetch(out.column(c + ahead) + r, 1);
            std::array<std::int32_t, block_rows> sum = {};
            for (std::size_t p = 0; p < parts.size(); ++p) {
                const std::int32_t* const own = sums[p].data() + parts[p].of_column[c] * block_rows;
                for (std::size_t i = 0; i < block_rows; ++i) sum[i] += own[i];
            }
            float* const to = out.column(c) + r;
            for (std::size_t i = 0; i < height; ++i)
                to[i] += static_cast<float>(sum[i]) * scales[i];
        }
    }
}

}  // namespace demarche::learn
