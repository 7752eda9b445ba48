// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "learn/functions.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

using namespace demarche::learn;

namespace {

double off(double value, double right) {
    return right == 0 ? std::fabs(value) : std::fabs(value / right - 1);
}

/// FNV-1a over the bits of what `function` gives from `first` on.
template <class Function>
std::uint64_t digest(Function function, double first, double step, int count) {
    std::uint64_t sum = 14695981039346656037U;
    for (int i = 0; i < count; ++i) {
        sum ^= std::bit_cast<std::uint64_t>(function(first + step * i));
        sum *= 1099511628211U;
    }
    return sum;
}

}  // namespace

TEST_CASE("exponential: near the standard library's over all its range") {
    for (double x = -700; x < 700; x += 0.0371) {
        CAPTURE(x);
        REQUIRE(off(exponential(x), std::exp(x)) < 1e-15);
    }
    for (double x = -1; x < 1; x += 0.000317) {
        CAPTURE(x);
        REQUIRE(off(exponential(x), std::exp(x)) < 4e-16);
    }
}

TEST_CASE("exponential: its ends") {
    CHECK(exponential(0) == 1);
    CHECK(exponential(-0.0) == 1);
    CHECK(exponential(1) == doctest::Approx(std::numbers::e).epsilon(1e-15));
    CHECK(exponential(-1000) == 0);
    CHECK(exponential(-std::numeric_limits<double>::infinity()) == 0);
    CHECK(std::isinf(exponential(1000)));
    CHECK(std::isnan(exponential(std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("logarithm: near the standard library's over all its range") {
    for (double x = 1e-300; x < 1e300; x *= 1.0737) {
        CAPTURE(x);
        REQUIRE(off(logarithm(x), std::log(x)) < 4e-16);
    }
    for (double x = 0.5; x < 2; x += 0.000317) {
        CAPTURE(x);
        REQUIRE(std::fabs(logarithm(x) - std::log(x)) < 2e-16);
    }
}

TEST_CASE("logarithm: its ends") {
    CHECK(logarithm(1) == 0);
    CHECK(logarithm(2) == std::numbers::ln2);
    CHECK(logarithm(std::numeric_limits<double>::denorm_min()) ==
          doctest::Approx(-744.44007192138122).epsilon(1e-15));
    CHECK(logarithm(0) == -std::numeric_limits<double>::infinity());
    CHECK(std::isnan(logarithm(-1)));
    CHECK(std::isinf(logarithm(std::numeric_limits<double>::infinity())));
}

// The digests were worked out once by GCC 12 on x86-64: another compiler or processor that gives
// other bits fails here, and not first in an article.
TEST_CASE("exponential and logarithm: the same bits everywhere") {
    CHECK(digest(exponential, -30, 0.0137, 5000) == 3942883594586971091U);
    CHECK(digest(logarithm, 1e-6, 0.0137, 5000) == 18405534725886932422U);
}
