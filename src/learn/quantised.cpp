// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Products of int8 weights with 16-bit inputs, summed in 32 bits.
//
// x86 has an instruction that multiplies sixteen pairs of 16-bit numbers and adds neighbours
// (PMADDWD), giving eight 32-bit sums. The weights are laid out for it: a block is 16 rows; inside
// a block the inputs go by twos, and for each two stand the 16 rows' weights for them:
//
//     block 0:  w[0][0] w[0][1]  w[1][0] w[1][1] ... w[15][0] w[15][1] | w[0][2] w[0][3] ...
//
// One load brings two weights of eight rows, one broadcast brings two inputs to all eight, and no
// sum ever goes across a register. Six columns are treated at once, so that each load of weights
// serves six products: 12 sums, 2 weights, 1 input and 1 product fill the 16 registers. GCC 12 does
// not find that by itself: it loads weights again and copies sums, unless told to keep them
// (in_register). One block stays in the first-level cache while some columns go by, and these in
// the second while the blocks do.
//
// Processors with VNNI multiply and add in one step (VPDPWSSD), which does the same, as a sum that
// fits into 32 bits (longest_row) never saturates nor wraps.
//
// Sums are whole numbers and thus exact: each version, the portable one too, gives the same bits.
// Tested by tests/learn/quantised_test.cpp.

#include "learn/quantised.hpp"

#include "learn/elementwise.hpp"
#include "learn/vector_unit.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace demarche::learn {
namespace {

constexpr std::size_t block_rows = IntegerWeights::block_rows;
constexpr std::size_t columns_at_once = 6;
/// Columns that all blocks see before the next ones: their inputs and outputs (3 KB each in the
/// widest layer) stay in the second-level cache.
constexpr std::size_t columns_in_cache = 48;

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

/// What a tile of the product needs: one block of weights, 1 to columns_at_once columns.
struct Tile {
    const std::int16_t* weights;
    const float* scales;
    const std::int16_t* x;
    std::size_t x_stride;
    std::size_t pairs;
    float* out;  // block_rows numbers of each column, to which the products are added, ...
    std::size_t out_stride;
    std::int32_t* sums;  // ... or, if this is given, where the bare sums go, column after column
};

template <std::size_t Columns>
void plain(const Tile& t) {
    std::int32_t sums[Columns * block_rows] = {};
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
    if (t.sums) {
        std::copy_n(sums, Columns * block_rows, t.sums);
        return;
    }
    for (std::size_t c = 0; c < Columns; ++c) {
        for (std::size_t r = 0; r < block_rows; ++r) {
            t.out[c * t.out_stride + r] +=
                static_cast<float>(sums[c * block_rows + r]) * t.scales[r];
        }
    }
}

#if defined(__x86_64__)
#define DEMARCHE_AVX2 [[gnu::target("avx2"), gnu::always_inline]] inline
#define DEMARCHE_VNNI [[gnu::target("avx2,avx512vl,avx512vnni"), gnu::always_inline]] inline

/// The sums of a tile: of rows 0 to 7 and of rows 8 to 15, a register a column.
template <std::size_t Columns>
struct Sums {
    __m256i low[Columns];
    __m256i high[Columns];
};

/// Nothing but a promise: from here on the value is in a register.
DEMARCHE_AVX2 void in_register(__m256i& value) {
    asm("" : "+x"(value));
}

DEMARCHE_AVX2 __m256i broadcast(const std::int16_t* pair) {
    std::int32_t two;
    std::memcpy(&two, pair, sizeof two);
    __m256i both = _mm256_set1_epi32(two);
    in_register(both);
    return both;
}

DEMARCHE_AVX2 void add_products(__m256i weights, __m256i x, __m256i& sums) {
    __m256i products = _mm256_madd_epi16(weights, x);
    in_register(products);
    sums = _mm256_add_epi32(products, sums);
    in_register(sums);
}

DEMARCHE_VNNI void add_products_vnni(__m256i weights, __m256i x, __m256i& sums) {
    sums = _mm256_dpwssd_epi32(sums, weights, x);
    in_register(sums);
}

template <std::size_t Columns>
DEMARCHE_AVX2 void start(const Tile& t, Sums<Columns>& sums) {
#pragma GCC unroll 6
    for (std::size_t c = 0; c < Columns; ++c) {
        sums.low[c] = sums.high[c] = _mm256_setzero_si256();
        __builtin_prefetch(t.out + c * t.out_stride, 1);  // wanted by finish()
    }
}

// The two loops differ in one call, but what is inlined into both would have to be compiled for
// one.
template <std::size_t Columns>
DEMARCHE_AVX2 void sum_up(const Tile& t, Sums<Columns>& sums) {
    const auto* const w = reinterpret_cast<const __m256i*>(t.weights);
    for (std::size_t p = 0; p < t.pairs; ++p) {
        __m256i w_low = _mm256_loadu_si256(w + 2 * p);
        __m256i w_high = _mm256_loadu_si256(w + 2 * p + 1);
        in_register(w_low);
        in_register(w_high);
#pragma GCC unroll 6
        for (std::size_t c = 0; c < Columns; ++c) {
            const __m256i both = broadcast(t.x + c * t.x_stride + 2 * p);
            add_products(w_low, both, sums.low[c]);
            add_products(w_high, both, sums.high[c]);
        }
    }
}

template <std::size_t Columns>
DEMARCHE_VNNI void sum_up_vnni(const Tile& t, Sums<Columns>& sums) {
    const auto* const w = reinterpret_cast<const __m256i*>(t.weights);
    for (std::size_t p = 0; p < t.pairs; ++p) {
        __m256i w_low = _mm256_loadu_si256(w + 2 * p);
        __m256i w_high = _mm256_loadu_si256(w + 2 * p + 1);
        in_register(w_low);
        in_register(w_high);
#pragma GCC unroll 6
        for (std::size_t c = 0; c < Columns; ++c) {
            const __m256i both = broadcast(t.x + c * t.x_stride + 2 * p);
            add_products_vnni(w_low, both, sums.low[c]);
            add_products_vnni(w_high, both, sums.high[c]);
        }
    }
}

DEMARCHE_AVX2 void add_scaled(__m256i sums, __m256 scales, float* out) {
    const __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(sums), scales);
    _mm256_storeu_ps(out, _mm256_add_ps(_mm256_loadu_ps(out), scaled));
}

template <std::size_t Columns>
DEMARCHE_AVX2 void finish(const Tile& t, const Sums<Columns>& sums) {
    if (t.sums) {
        auto* const to = reinterpret_cast<__m256i*>(t.sums);
#pragma GCC unroll 6
        for (std::size_t c = 0; c < Columns; ++c) {
            _mm256_storeu_si256(to + 2 * c, sums.low[c]);
            _mm256_storeu_si256(to + 2 * c + 1, sums.high[c]);
        }
        return;
    }
    const __m256 scales_low = _mm256_loadu_ps(t.scales);
    const __m256 scales_high = _mm256_loadu_ps(t.scales + 8);
#pragma GCC unroll 6
    for (std::size_t c = 0; c < Columns; ++c) {
        add_scaled(sums.low[c], scales_low, t.out + c * t.out_stride);
        add_scaled(sums.high[c], scales_high, t.out + c * t.out_stride + 8);
    }
}

template <std::size_t Columns>
[[gnu::target("avx2")]] void avx2(const Tile& t) {
    Sums<Columns> sums;
    start(t, sums);
    sum_up(t, sums);
    finish(t, sums);
}

template <std::size_t Columns>
[[gnu::target("avx2,avx512vl,avx512vnni")]] void vnni(const Tile& t) {
    Sums<Columns> sums;
    start(t, sums);
    sum_up_vnni(t, sums);
    finish(t, sums);
}
#endif

using Kernel = void (*)(const Tile&);

/// Kernels of the vector unit in use for 1 to columns_at_once columns.
const Kernel* kernels() {
    static constexpr Kernel plain_ones[] = {plain<1>, plain<2>, plain<3>,
                                            plain<4>, plain<5>, plain<6>};
#if defined(__x86_64__)
    static constexpr Kernel avx2_ones[] = {avx2<1>, avx2<2>, avx2<3>, avx2<4>, avx2<5>, avx2<6>};
    static constexpr Kernel vnni_ones[] = {vnni<1>, vnni<2>, vnni<3>, vnni<4>, vnni<5>, vnni<6>};
    switch (vector_unit()) {
        case VectorUnit::vnni: return vnni_ones;
        case VectorUnit::avx2: return avx2_ones;
        case VectorUnit::portable: break;
    }
#endif
    return plain_ones;
}

/// How many columns to treat next of `left`: seven go as 4 + 3, not 6 + 1, for a lone one is slow.
std::size_t next_columns(std::size_t left) {
    const std::size_t tiles = (left + columns_at_once - 1) / columns_at_once;
    return (left + tiles - 1) / tiles;
}

}  // namespace

Quantised quantise_rows(ConstView m) {
    return quantise(m.rows, m.cols, m.data, m.stride, 1);
}

Quantised quantise_columns(ConstView m) {
    return quantise(m.cols, m.rows, m.data, 1, m.stride);
}

IntegerWeights::IntegerWeights(const Quantised& weights)
    : rows_(weights.count()), pairs_((weights.length + 1) / 2) {
    const std::size_t blocks = (rows_ + block_rows - 1) / block_rows;
    packed_.assign(blocks * pairs_ * 2 * block_rows, 0);
    scales_.assign(blocks * block_rows, 0);
    for (std::size_t r = 0; r < rows_; ++r) {
        std::int16_t* const block = packed_.data() + r / block_rows * pairs_ * 2 * block_rows;
        for (std::size_t k = 0; k < weights.length; ++k) {
            block[k / 2 * 2 * block_rows + r % block_rows * 2 + k % 2] = weights.vector(r)[k];
        }
        scales_[r] = weights.scales[r] / fixed_one;
    }
}

void IntegerWeights::add_product(const std::int16_t* x, std::size_t x_stride, std::size_t cols,
                                 View out) const {
    for (std::size_t c = 0; c < cols; c += columns_in_cache) {
        const std::size_t width = std::min(columns_in_cache, cols - c);
        for (std::size_t block = 0; block < rows_ / block_rows; ++block) {
            add_block(block, x + c * x_stride, x_stride,
                      {out.column(c) + block * block_rows, block_rows, width, out.stride});
        }
        if (rows_ % block_rows > 0) {
            add_last_block(x + c * x_stride, x_stride,
                           {out.column(c) + rows_ / block_rows * block_rows, rows_ % block_rows,
                            width, out.stride});
        }
    }
}

void IntegerWeights::add_last_block(const std::int16_t* x, std::size_t x_stride, View out) const {
    Matrix whole(block_rows, out.cols);
    for (std::size_t c = 0; c < out.cols; ++c)
        std::copy_n(out.column(c), out.rows, whole.column(c));
    add_block(rows_ / block_rows, x, x_stride, whole);
    for (std::size_t c = 0; c < out.cols; ++c)
        std::copy_n(whole.column(c), out.rows, out.column(c));
}

void IntegerWeights::add_block(std::size_t block, const std::int16_t* x, std::size_t x_stride,
                               View out) const {
    const Kernel* const kernel = kernels();
    const std::size_t r = block * block_rows;
    for (std::size_t c = 0, width = 0; c < out.cols; c += width) {
        width = next_columns(out.cols - c);
        kernel[width - 1]({packed_.data() + r * pairs_ * 2, scales_.data() + r, x + c * x_stride,
                           x_stride, pairs_, out.column(c), out.stride, nullptr});
    }
}

void IntegerWeights::block_sums(std::size_t block, const std::int16_t* x, std::size_t x_stride,
                                std::size_t cols, std::int32_t* sums) const {
    const Kernel* const kernel = kernels();
    for (std::size_t c = 0, width = 0; c < cols; c += width) {
        width = next_columns(cols - c);
        kernel[width - 1]({packed_.data() + block * pairs_ * 2 * block_rows, nullptr,
                           x + c * x_stride, x_stride, pairs_, nullptr, 0, sums + c * block_rows});
    }
}

}  // namespace demarche::learn
