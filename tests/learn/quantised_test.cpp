#include "learn/elementwise.hpp"
#include "learn/quantised.hpp"
#include "learn/random.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>

using namespace demarche::learn;

namespace {

Matrix random_matrix(std::size_t rows, std::size_t cols, Random& random) {
    Matrix m(rows, cols);
    for (float& v : m.values) v = random.normal();
    return m;
}

}  // namespace

TEST_CASE("quantising: each number is off by half a step of its vector at most") {
    Random random(1);
    const Matrix m = random_matrix(7, 5, random);
    const Quantised rows = quantise_rows(m);
    const Quantised columns = quantise_columns(m);
    REQUIRE(rows.count() == 7);
    REQUIRE(rows.length == 5);
    REQUIRE(columns.count() == 5);
    REQUIRE(columns.length == 7);
    for (std::size_t r = 0; r < 7; ++r) {
        for (std::size_t c = 0; c < 5; ++c) {
            const float by_row = rows.scales[r] * static_cast<float>(rows.vector(r)[c]);
            const float by_column = columns.scales[c] * static_cast<float>(columns.vector(c)[r]);
            CHECK(std::fabs(by_row - m.column(c)[r]) <= rows.scales[r] * 0.5001F);
            CHECK(std::fabs(by_column - m.column(c)[r]) <= columns.scales[c] * 0.5001F);
        }
    }
}

TEST_CASE("quantising: a vector of zeros stays one") {
    const Quantised q = quantise_rows(Matrix(2, 3));
    CHECK(q.scales == std::vector<float>{0, 0});
    CHECK(q.values == std::vector<std::int8_t>(6, 0));
}

TEST_CASE("integer products: the exact sums, for all widths of the tiles") {
    Random random(2);
    for (const std::size_t rows : {1U, 15U, 16U, 17U, 50U}) {
        for (const std::size_t length : {1U, 2U, 7U, 128U, 512U}) {
            for (const std::size_t cols : {1U, 2U, 3U, 4U, 5U, 9U}) {
                CAPTURE(rows);
                CAPTURE(length);
                CAPTURE(cols);
                const Quantised q = quantise_rows(random_matrix(rows, length, random));
                Fixed x(length, cols);
                for (std::size_t c = 0; c < cols; ++c) {
                    for (std::size_t k = 0; k < length; ++k) {
                        x.column(c)[k] = static_cast<std::int16_t>(static_cast<int>(random.below(65535)) - 32767);
                    }
                }
                Matrix out(rows, cols);
                for (float& v : out.values) v = 1;
                IntegerWeights(q).add_product(x.column(0), x.rows, cols, out);
                bool same = true;
                for (std::size_t r = 0; r < rows; ++r) {
                    for (std::size_t c = 0; c < cols; ++c) {
                        std::int64_t sum = 0;
                        for (std::size_t k = 0; k < length; ++k) sum += q.vector(r)[k] * x.column(c)[k];
                        const float expected =
                            1 + static_cast<float>(sum) * (q.scales[r] / fixed_one);
                        same = same && out.column(c)[r] == expected;
                    }
                }
                CHECK(same);
            }
        }
    }
}

TEST_CASE("integer products: the largest sums fit") {
    Quantised q;
    q.length = IntegerWeights::longest_row;
    q.scales = {1};
    q.values.assign(q.length, 127);
    Fixed x(q.length, 1);
    x.values.assign(x.values.size(), 32767);
    Matrix out(1, 1);
    IntegerWeights(q).add_product(x.column(0), x.rows, 1, out);
    CHECK(out.values[0] == doctest::Approx(127.0 * 32767 * 512 / 4096));
}

TEST_CASE("fixed-point numbers: rounded to the nearest, kept in range") {
    const float in[] = {0, 1, -1, 0.5F / 4096, 0.6F / 4096, -0.6F / 4096, 100, -100};
    std::int16_t out[8];
    to_fixed(in, 8, out);
    const std::int16_t expected[] = {0, 4096, -4096, 0, 1, -1, 32767, -32767};
    for (std::size_t i = 0; i < 8; ++i) CHECK(out[i] == expected[i]);
}

TEST_CASE("functions of single numbers: near those of the standard library") {
    for (float x = -20; x < 20; x += 0.0137F) {
        float s = x, t = x, e = x;
        sigmoid(&s, 1);
        hyperbolic_tangent(&t, 1);
        exponential(&e, 1);
        REQUIRE(std::fabs(s - 1 / (1 + std::exp(-x))) < 5e-7F);
        REQUIRE(std::fabs(t - std::tanh(x)) < 5e-7F);
        REQUIRE(std::fabs(e / std::exp(x) - 1) < 2e-6F);
    }
}

TEST_CASE("functions of single numbers: the same bits alone and in a row") {
    std::vector<float> row;
    for (float x = -9; x < 9; x += 0.31F) row.push_back(x);
    std::vector<float> together = row;
    hyperbolic_tangent(together.data(), together.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
        hyperbolic_tangent(&row[i], 1);
        CHECK(row[i] == together[i]);
    }
}

TEST_CASE("softmax: sums to one, and large numbers do not overflow") {
    std::vector<float> x = {1000, 1001, 999};
    softmax(x.data(), x.size());
    CHECK(x[0] + x[1] + x[2] == doctest::Approx(1));
    CHECK(x[1] > x[0]);
    CHECK(x[0] > x[2]);
    CHECK(arg_max(x.data(), 3) == 1);
}
