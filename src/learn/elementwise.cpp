// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Exponentials and their kin over arrays, the same bits with any vector unit.
//
// e^x is worked out as 2^n e^r. For x = 1: x / ln 2 = 1.4427, so n = 1, r = 1 - 0.6931 = 0.3069,
// e^r = 1.3591 by the polynomial, and times 2, whose bits are put together from n, that is 2.7183.
// ln 2 is taken away in two parts of which the first has so few bits that n times it is exact (Cody
// and Waite 1980). Rounding adds 1.5 x 2^23 and takes it away: at that size a float has no bits
// behind the point. There is no branch and no table, so that compilers make loops of any width of
// it. Sigmoid and tanh are made of it.
//
// Each loop is there twice: as the compiler makes it for every machine, and for AVX2. Both do the
// same operations on each number in the same order; nothing is fused (-ffp-contract=off) and no sum
// goes across numbers, so width does not show. AVX2 alone brings no fused instructions.
//
// Fixed-point numbers (to_fixed) are what integer products read: 4096 is 1, rounded by the same
// trick.
//
// Limits: e^x ends at -87 and 88; a share of drop_out is a multiple of 1/65536. Tested by
// tests/learn/quantised_test.cpp.

#include "learn/elementwise.hpp"

#include "learn/vector_unit.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace demarche::learn {
namespace {

// e^x = 2^n e^r with n the integer next to x / ln 2 and |r| <= ln 2 / 2; e^r by its Taylor
// polynomial of degree 6, whose rest is below 2e-7 there.
[[gnu::always_inline]] inline float exponential_of(float x) {
    x = std::min(std::max(x, -87.0F), 88.0F);
    constexpr float round = 0x1.8p23F;  // adding and taking it away rounds to an integer
    const float n = (x * 1.44269504F + round) - round;
    const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;  // ln 2 in two parts
    float p = 1.0F / 720;
    p = p * r + 1.0F / 120;
    p = p * r + 1.0F / 24;
    p = p * r + 1.0F / 6;
    p = p * r + 0.5F;
    p = p * r + 1.0F;
    p = p * r + 1.0F;
    const auto exponent = static_cast<std::uint32_t>(static_cast<std::int32_t>(n) + 127) << 23U;
    return p * std::bit_cast<float>(exponent);
}

[[gnu::always_inline]] inline float sigmoid_of(float x) {
    return 1.0F / (1.0F + exponential_of(-x));
}

[[gnu::always_inline]] inline float tangent_of(float x) {
    return 2.0F * sigmoid_of(2.0F * x) - 1.0F;
}

template <float (*Function)(float)>
[[gnu::always_inline]] inline void apply(float* x, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) x[i] = Function(x[i]);
}

[[gnu::always_inline]] inline void step_cell_of(float* gates, std::size_t n, float* cell,
                                                float* state) {
    apply<sigmoid_of>(gates, 3 * n);
    apply<tangent_of>(gates + 3 * n, n);
    for (std::size_t i = 0; i < n; ++i) {
        const float kept = gates[n + i] * cell[i];
        const float fresh = gates[i] * gates[3 * n + i];
        cell[i] = kept + fresh;
        state[i] = gates[2 * n + i] * tangent_of(cell[i]);
    }
}

[[gnu::always_inline]] inline void add_matrix_vector_of(ConstView m, const float* x, float* out) {
    for (std::size_t c = 0; c < m.cols; ++c) {
        const float* const column = m.column(c);
        const float factor = x[c];
        for (std::size_t r = 0; r < m.rows; ++r) out[r] += column[r] * factor;
    }
}

[[gnu::always_inline]] inline void to_fixed_of(const float* from, std::size_t n, std::int16_t* to) {
    for (std::size_t i = 0; i < n; ++i) {
        constexpr float round = 0x1.8p23F;
        const float scaled = std::min(std::max(from[i] * fixed_one, -32767.0F), 32767.0F);
        to[i] = static_cast<std::int16_t>(static_cast<std::int32_t>((scaled + round) - round));
    }
}

/// The loops for a vector unit.
struct Loops {
    void (*exponential)(float*, std::size_t);
    void (*sigmoid)(float*, std::size_t);
    void (*hyperbolic_tangent)(float*, std::size_t);
    void (*step_cell)(float*, std::size_t, float*, float*);
    void (*add_matrix_vector)(ConstView, const float*, float*);
    void (*to_fixed)(const float*, std::size_t, std::int16_t*);
};

// The same loops twice: for the plain x86-64 that every machine has (or any other), ...
constexpr Loops plain = {
    [](float* x, std::size_t n) { apply<exponential_of>(x, n); },
    [](float* x, std::size_t n) { apply<sigmoid_of>(x, n); },
    [](float* x, std::size_t n) { apply<tangent_of>(x, n); },
    [](float* g, std::size_t n, float* c, float* s) { step_cell_of(g, n, c, s); },
    [](ConstView m, const float* x, float* out) { add_matrix_vector_of(m, x, out); },
    [](const float* from, std::size_t n, std::int16_t* to) { to_fixed_of(from, n, to); },
};

// ... and eight numbers wide.
#if defined(__x86_64__)
#define DEMARCHE_WIDE [[gnu::target("avx2")]]
DEMARCHE_WIDE void exponential_wide(float* x, std::size_t n) {
    apply<exponential_of>(x, n);
}
DEMARCHE_WIDE void sigmoid_wide(float* x, std::size_t n) {
    apply<sigmoid_of>(x, n);
}
DEMARCHE_WIDE void tangent_wide(float* x, std::size_t n) {
    apply<tangent_of>(x, n);
}
DEMARCHE_WIDE void step_cell_wide(float* g, std::size_t n, float* c, float* s) {
    step_cell_of(g, n, c, s);
}
DEMARCHE_WIDE void add_matrix_vector_wide(ConstView m, const float* x, float* out) {
    add_matrix_vector_of(m, x, out);
}
DEMARCHE_WIDE void to_fixed_wide(const float* from, std::size_t n, std::int16_t* to) {
    to_fixed_of(from, n, to);
}
constexpr Loops wide = {exponential_wide, sigmoid_wide,           tangent_wide,
                        step_cell_wide,   add_matrix_vector_wide, to_fixed_wide};
#endif

const Loops& loops() {
#if defined(__x86_64__)
    if (vector_unit() != VectorUnit::portable) return wide;
#endif
    return plain;
}

}  // namespace

void exponential(float* x, std::size_t n) {
    loops().exponential(x, n);
}
void sigmoid(float* x, std::size_t n) {
    loops().sigmoid(x, n);
}
void hyperbolic_tangent(float* x, std::size_t n) {
    loops().hyperbolic_tangent(x, n);
}
void step_cell(float* gates, std::size_t n, float* cell, float* state) {
    loops().step_cell(gates, n, cell, state);
}
void add_matrix_vector(ConstView m, const float* x, float* out) {
    loops().add_matrix_vector(m, x, out);
}
void to_fixed(const float* from, std::size_t n, std::int16_t* to) {
    loops().to_fixed(from, n, to);
}

void softmax(float* x, std::size_t n) {
    if (n == 0) return;
    const float largest = *std::max_element(x, x + n);
    for (std::size_t i = 0; i < n; ++i) x[i] -= largest;
    exponential(x, n);
    float sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += x[i];
    for (std::size_t i = 0; i < n; ++i) x[i] /= sum;
}

void from_fixed(const std::int16_t* from, std::size_t n, float* to) {
    for (std::size_t i = 0; i < n; ++i) to[i] = static_cast<float>(from[i]) / fixed_one;
}

void add_bias(ConstView bias, View x) {
    for (std::size_t c = 0; c < x.cols; ++c) {
        float* column = x.column(c);
        for (std::size_t r = 0; r < x.rows; ++r) column[r] += bias.data[r];
    }
}

Matrix repeated(ConstView column, std::size_t times) {
    Matrix m;
    m.rows = column.rows;
    m.cols = times;
    m.values.reserve(m.rows * m.cols);
    for (std::size_t c = 0; c < times; ++c) {
        m.values.insert(m.values.end(), column.data, column.data + column.rows);
    }
    return m;
}

std::size_t arg_max(const float* x, std::size_t n) {
    return static_cast<std::size_t>(std::max_element(x, x + n) - x);
}

void drop_out(Matrix& x, Matrix& mask, float rate, Random& random) {
    mask.clear(x.rows, x.cols);
    const float kept = 1.0F / (1.0F - rate);
    const auto threshold = static_cast<std::uint64_t>(rate * 65536.0F);
    const std::size_t n = x.values.size();
    for (std::size_t i = 0; i < n; i += 4) {
        const std::uint64_t bits = random.bits();  // 16 for each of four numbers
        for (std::size_t k = i; k < std::min(i + 4, n); ++k) {
            mask.values[k] = (bits >> (16 * (k - i)) & 0xFFFFU) < threshold ? 0.0F : kept;
            x.values[k] *= mask.values[k];
        }
    }
}

}  // namespace demarche::learn
