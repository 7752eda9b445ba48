#pragma once

#include "learn/matrix.hpp"
#include "learn/random.hpp"

#include <cstddef>

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

/// Adds `bias` (rows x 1) to every column.
void add_bias(ConstView bias, View x);

/// Index of the largest, the first of equals. n > 0.
[[nodiscard]] std::size_t arg_max(const float* x, std::size_t n);

/// Sets a share `rate` of the numbers to zero and scales the others by 1 / (1 - rate); `mask`
/// becomes what each was multiplied by, for the way back (Srivastava et al. 2014).
void drop_out(Matrix& x, Matrix& mask, float rate, Random& random);

}  // namespace demarche::learn
