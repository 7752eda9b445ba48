// Products of int8 weights with 16-bit inputs, summed in 32 bits.
//
// x86 has an instruction that multiplies sixteen pairs of 16-bit numbers and adds neighbours
// (PMADDWD), giving eight 32-bit sums. The weights are laid out for it: a block is 16 rows; inside
// a block the inputs go by twos, and for each two stand the 16 rows' weights for them:
//
//     block 0:  w[0][0] w[0][1]  w[1][0] w[1][1] ... w[15][0] w[15][1] | w[0][2] w[0][3] ...
//
// One load brings two weights of eight rows, one broadcast brings two inputs to all eight, and no sum
// ever goes across a register. Four columns are treated at once, so that each load of weights serves four
// products: 8 sums, 2 weights and 4 inputs stay in the 16 registers (with six columns GCC 12 spills).
//
// Sums are whole numbers and thus exact: the plain version below gives the same bits.
// Tested by tests/learn/quantised_test.cpp.

#include "learn/quantised.hpp"

#include "learn/elementwise.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace demarche::learn {
namespace {

constexpr std::size_t block_rows = 16;
constexpr std::size_t columns_at_once = 4;

Quantised quantise(std::size_t count, std::size_t length, const float* data, std::size_t step,
                   std::size_t stride) {
    Quantised q;
    q.length = length;
    q.values.reserve(count * length);
    for (std::size_t i = 0; i < count; ++i) {
        float largest = 0;
        for (std::size_t k = 0; k < length; ++k) {
            largest = std::max(largest, std::fabs(data[i * stride + k * step]));
        }
        const float scale = largest / 127;
        q.scales.push_back(scale);
        for (std::size_t k = 0; k < length; ++k) {
            const float value = scale > 0 ? data[i * stride + k * step] / scale : 0;
            q.values.push_back(static_cast<std::int8_t>(std::lround(value)));
        }
    }
    return q;
}

/// What a tile of the product needs; sums are written as `Columns` times block_rows.
struct Tile {
    const std::int16_t* weights;  // of one block
    const std::int16_t* x;
    std::size_t x_stride;
    std::size_t pairs;
};

template <std::size_t Columns>
void plain(const Tile& t, std::int32_t* sums) {
    std::fill_n(sums, Columns * block_rows, 0);
    for (std::size_t p = 0; p < t.pairs; ++p) {
        const std::int16_t* const w = t.weights + p * 2 * block_rows;
        for (std::size_t c = 0; c < Columns; ++c) {
            const std::int32_t x0 = t.x[c * t.x_stride + 2 * p];
            const std::int32_t x1 = t.x[c * t.x_stride + 2 * p + 1];
            for (std::size_t r = 0; r < block_rows; ++r) {
                sums[c * block_rows + r] += w[2 * r] * x0 + w[2 * r + 1] * x1;
            }
        }
    }
}

#if defined(__x86_64__)
template <std::size_t Columns>
[[gnu::target("avx2")]] void wide(const Tile& t, std::int32_t* sums) {
    __m256i low[Columns];
    __m256i high[Columns];
#pragma GCC unroll 4
    for (std::size_t c = 0; c < Columns; ++c) low[c] = high[c] = _mm256_setzero_si256();
    const auto* w = reinterpret_cast<const __m256i*>(t.weights);
    for (std::size_t p = 0; p < t.pairs; ++p, w += 2) {
        const __m256i w_low = _mm256_loadu_si256(w);
        const __m256i w_high = _mm256_loadu_si256(w + 1);
#pragma GCC unroll 4
        for (std::size_t c = 0; c < Columns; ++c) {
            std::int32_t two;
            std::memcpy(&two, t.x + c * t.x_stride + 2 * p, sizeof two);
            const __m256i x = _mm256_set1_epi32(two);
            low[c] = _mm256_add_epi32(low[c], _mm256_madd_epi16(w_low, x));
            high[c] = _mm256_add_epi32(high[c], _mm256_madd_epi16(w_high, x));
        }
    }
#pragma GCC unroll 4
    for (std::size_t c = 0; c < Columns; ++c) {
        auto* const to = reinterpret_cast<__m256i*>(sums + c * block_rows);
        _mm256_storeu_si256(to, low[c]);
        _mm256_storeu_si256(to + 1, high[c]);
    }
}
#endif

using Kernel = void (*)(const Tile&, std::int32_t*);

/// Kernels for 1 to columns_at_once columns.
const Kernel* kernels() {
    static constexpr Kernel plain_ones[] = {plain<1>, plain<2>, plain<3>, plain<4>};
#if defined(__x86_64__)
    static constexpr Kernel wide_ones[] = {wide<1>, wide<2>, wide<3>, wide<4>};
    if (__builtin_cpu_supports("avx2") != 0) return wide_ones;
#endif
    return plain_ones;
}

}  // namespace

Quantised quantise_rows(ConstView m) { return quantise(m.rows, m.cols, m.data, m.stride, 1); }

Quantised quantise_columns(ConstView m) { return quantise(m.cols, m.rows, m.data, 1, m.stride); }

IntegerWeights::IntegerWeights(const Quantised& weights)
    : rows_(weights.count()), pairs_((weights.length + 1) / 2) {
    const std::size_t blocks = (rows_ + block_rows - 1) / block_rows;
    packed_.assign(blocks * pairs_ * 2 * block_rows, 0);
    for (std::size_t r = 0; r < rows_; ++r) {
        std::int16_t* const block = packed_.data() + r / block_rows * pairs_ * 2 * block_rows;
        for (std::size_t k = 0; k < weights.length; ++k) {
            block[k / 2 * 2 * block_rows + r % block_rows * 2 + k % 2] = weights.vector(r)[k];
        }
        scales_.push_back(weights.scales[r] / fixed_one);
    }
}

void IntegerWeights::add_product(const std::int16_t* x, std::size_t x_stride, std::size_t cols,
                                 View out) const {
    static const Kernel* const kernel = kernels();
    std::int32_t sums[columns_at_once * block_rows];
    for (std::size_t c = 0; c < cols; c += columns_at_once) {
        const std::size_t width = std::min(columns_at_once, cols - c);
        for (std::size_t r = 0; r < rows_; r += block_rows) {
            const Tile tile{packed_.data() + r * pairs_ * 2, x + c * x_stride, x_stride, pairs_};
            kernel[width - 1](tile, sums);
            const std::size_t height = std::min(block_rows, rows_ - r);
            for (std::size_t k = 0; k < width; ++k) {
                float* const to = out.column(c + k) + r;
                for (std::size_t i = 0; i < height; ++i) {
                    to[i] += static_cast<float>(sums[k * block_rows + i]) * scales_[r + i];
                }
            }
        }
    }
}

}  // namespace demarche::learn
