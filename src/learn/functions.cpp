// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Both functions take out the power of two, which is exact, and are left with a small number, whose
// series is short:
//
//     e^x   = 2^n e^r        n the integer next to x / ln 2, |r| <= ln 2 / 2 = 0.347
//     ln x  = n ln 2 + ln m  x = 2^n m, m between sqrt(1/2) and sqrt 2
//
// e^r is its Taylor polynomial of degree 13 (what is left out is below 5e-18); ln m is
// 2 (s + s^3/3 + s^5/5 + ...) with s = (m - 1) / (m + 1), |s| <= 0.172, up to s^21 (rest below
// 2e-19). ln 2 comes in two parts, the first with so many zeros at its end that n times it is exact
// (Cody and Waite 1980, Software Manual for the Elementary Functions, chapters 5 and 6).
//
// By hand: ln 3 = 2 ln 2 + ln 0.75; s = -0.25 / 1.75 = -0.142857; 2 (s + s^3/3 + s^5/5) =
// -0.287682; 1.386294 - 0.287682 = 1.098612.
//
// Tested by tests/learn/functions_test.cpp.

#include "learn/functions.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace demarche::learn {
namespace {

constexpr double ln2_high = 0x1.62e42feep-1;  // its last 20 bits are zero
constexpr double ln2_low = 0x1.a39ef35793c76p-33;
constexpr std::uint64_t mantissa_bits = (std::uint64_t{1} << 52U) - 1;

/// 1 / k! for k from 0 to 13.
constexpr std::array<double, 14> inverse_factorials = [] {
    std::array<double, 14> inverse{};
    double factorial = 1;
    for (std::size_t k = 0; k < inverse.size(); ++k) {
        if (k > 0) factorial *= static_cast<double>(k);
        inverse[k] = 1 / factorial;
    }
    return inverse;
}();

double power_of_two(std::int64_t n) {  // -1022 <= n <= 1023
    return std::bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52U);
}

}  // namespace

double exponential(double x) {
    if (std::isnan(x)) return x;
    if (x < -708) return 0;
    if (x > 709) return std::numeric_limits<double>::infinity();
    constexpr double round = 0x1.8p52;  // adding and taking it away rounds to an integer
    const double n = (x * 0x1.71547652b82fep+0 + round) - round;
    const double r = (x - n * ln2_high) - n * ln2_low;
    double p = inverse_factorials.back();
    for (std::size_t k = inverse_factorials.size() - 1; k-- > 0;) p = p * r + inverse_factorials[k];
    return p * power_of_two(static_cast<std::int64_t>(n));
}

double logarithm(double x) {
    if (std::isnan(x) || x < 0) return std::numeric_limits<double>::quiet_NaN();
    if (x == 0) return -std::numeric_limits<double>::infinity();
    if (std::isinf(x)) return x;
    std::int64_t n = 0;
    if (x < std::numeric_limits<double>::min()) {  // 2^54 makes it a normal number
        x *= 0x1p54;
        n = -54;
    }
    const auto bits = std::bit_cast<std::uint64_t>(x);
    n += static_cast<std::int64_t>(bits >> 52U) - 1023;
    double m = std::bit_cast<double>((bits & mantissa_bits) | std::bit_cast<std::uint64_t>(1.0));
    if (m > 0x1.6a09e667f3bcdp+0) {  // sqrt 2
        m /= 2;
        ++n;
    }
    const double s = (m - 1) / (m + 1);
    const double square = s * s;
    double p = 0;
    for (int k = 21; k > 1; k -= 2) p = square * (p + 1.0 / k);
    const auto whole = static_cast<double>(n);
    return whole * ln2_high + (2 * s + (2 * s * p + whole * ln2_low));
}

}  // namespace demarche::learn
