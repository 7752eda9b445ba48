// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/matrix.hpp"
#include "learn/random.hpp"

#include <cstddef>
#include <cstdint>

/// Functions of single numbers over arrays, made of additions, multiplications and divisions in a
/// fixed order only, so that they give the same bits with any vector unit.
namespace demarche::learn {

/// x = e^x, relative error below 3e-7; below -87 gives a number near zero, above 88 is taken as 88.
void exponential(float* x, std::size_t n);

/// x = 1 / (1 + e^-x)
void sigmoid(float* x, std::size_t n);

/// x = tanh x, absolute error below 5e-7
void hyperbolic_tangent(float* x, std::size_t n);

/// x = e^x / sum e^x. n = 0 does nothing.
void softmax(float* x, std::size_t n);

/// One step of an LSTM cell of `n` numbers: the 4n gates (input, forget, output, candidate), given
/// before their functions, are put through them; `cell` goes on and `state` becomes what it shows.
void step_cell(float* gates, std::size_t n, float* cell, float* state);

/// out += m x, column after column.
void add_matrix_vector(ConstView m, const float* x, float* out);

/// Fixed-point numbers: what 1 is. They reach from -8 to 8.
inline constexpr float fixed_one = 4096;

/// to[i] = from[i], rounded; numbers beyond the range become its ends.
void to_fixed(const float* from, std::size_t n, std::int16_t* to);

/// The way back, exact.
void from_fixed(const std::int16_t* from, std::size_t n, float* to);

/// Adds `bias` (rows x 1) to every column.
void add_bias(ConstView bias, View x);

/// `column` (rows x 1) so many times beside itself.
[[nodiscard]] Matrix repeated(ConstView column, std::size_t times);

/// Index of the largest, the first of equals. n > 0.
[[nodiscard]] std::size_t arg_max(const float* x, std::size_t n);

/// Sets a share `rate` of the numbers to zero and scales the others by 1 / (1 - rate); `mask`
/// becomes what each was multiplied by, for the way back (Srivastava et al. 2014).
void drop_out(Matrix& x, Matrix& mask, float rate, Random& random);

}  // namespace demarche::learn
