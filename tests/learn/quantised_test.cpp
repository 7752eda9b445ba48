// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "learn/quantised.hpp"
#include "learn/elementwise.hpp"
#include "learn/parted.hpp"
#include "learn/random.hpp"
#include "learn/vector_unit.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace demarche::learn;

namespace {

Matrix random_matrix(std::size_t rows, std::size_t cols, Random& random) {
    Matrix m(rows, cols);
    for (float& v : m.values) v = random.normal();
    return m;
}

/// Runs `test` with each vector unit of this machine and leaves the fastest in use.
template <class Test>
void with_each_unit(Test test) {
    for (const VectorUnit unit : vector_units()) {
        const std::string_view unit_name = name(unit);
        CAPTURE(unit_name);
        use_vector_unit(unit);
        test();
    }
    use_vector_unit(vector_units().back());
}

}  // namespace

TEST_CASE("vector units: the portable one is always there, the fastest is in use") {
    std::string units;
    for (const VectorUnit unit : vector_units()) units += " " + std::string(name(unit));
    MESSAGE("run on this machine:" << units);
    CHECK(vector_units().front() == VectorUnit::portable);
    CHECK(vector_unit() == vector_units().back());
    use_vector_unit(VectorUnit::portable);
    CHECK(vector_unit() == VectorUnit::portable);
    use_vector_unit(vector_units().back());
}

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

TEST_CASE("integer products: the exact sums, for all widths of the tiles and with each unit") {
    Random random(2);
    for (const std::size_t rows : {1U, 15U, 16U, 17U, 50U}) {
        for (const std::size_t length : {1U, 2U, 7U, 128U, 512U}) {
            for (const std::size_t cols : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 13U}) {
                CAPTURE(rows);
                CAPTURE(length);
                CAPTURE(cols);
                const Quantised q = quantise_rows(random_matrix(rows, length, random));
                Fixed x(length, cols);
                for (std::size_t c = 0; c < cols; ++c) {
                    for (std::size_t k = 0; k < length; ++k) {
                        x.column(c)[k] = static_cast<std::int16_t>(
                            static_cast<int>(random.below(65535)) - 32767);
                    }
                }
                Matrix expected(rows, cols);
                for (std::size_t r = 0; r < rows; ++r) {
                    for (std::size_t c = 0; c < cols; ++c) {
                        std::int64_t sum = 0;
                        for (std::size_t k = 0; k < length; ++k)
                            sum += q.vector(r)[k] * x.column(c)[k];
                        expected.column(c)[r] =
                            1 + static_cast<float>(sum) * (q.scales[r] / fixed_one);
                    }
                }
                with_each_unit([&] {
                    Matrix out(rows, cols);
                    for (float& v : out.values) v = 1;
                    IntegerWeights(q).add_product(x.column(0), x.rows, cols, out);
                    CHECK(out.values == expected.values);
                });
            }
        }
    }
}

TEST_CASE("parts: each vector that occurs is kept once") {
    const std::vector<std::int16_t> table = {10, 11, 20, 21, 30, 31};
    const Part part(table, 2, {2, 0, 2, 2});
    CHECK(part.of_column == std::vector<std::uint32_t>{0, 1, 0, 0});
    CHECK(part.vectors.values == std::vector<std::int16_t>{30, 31, 10, 11});
    CHECK(Part(table, 2, {}).vectors.cols == 0);
}

TEST_CASE("parts: the product of columns put together is that of the whole columns, bit for bit") {
    Random random(3);
    const std::vector<std::size_t> widths = {7, 2, 24, 1};
    for (const std::size_t rows : {1U, 16U, 50U}) {
        for (const std::size_t cols : {0U, 1U, 12U}) {
            CAPTURE(rows);
            CAPTURE(cols);
            const Quantised q = quantise_rows(random_matrix(rows, 34, random));
            Fixed whole(34, cols);
            std::vector<Part> parts;
            std::size_t first = 0;
            for (const std::size_t width : widths) {
                std::vector<std::int16_t> table(5 * width);
                for (std::int16_t& v : table)
                    v = static_cast<std::int16_t>(static_cast<int>(random.below(65535)) - 32767);
                std::vector<std::uint32_t> numbers(cols);
                for (std::size_t c = 0; c < cols; ++c) {
                    numbers[c] = static_cast<std::uint32_t>(random.below(5));
                    std::copy_n(table.data() + numbers[c] * width, width, whole.column(c) + first);
                }
                parts.emplace_back(table, width, numbers);
                first += width;
            }
            Matrix expected(rows, cols);
            for (float& v : expected.values) v = random.normal();
            const Matrix before = expected;
            IntegerWeights(q).add_product(whole.values.data(), whole.rows, cols, expected);
            with_each_unit([&] {
                Matrix out = before;
                PartedWeights(q, widths).add_product(parts, out);
                CHECK(out.values == expected.values);
            });
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
    with_each_unit([&] {
        Matrix out(1, 1);
        IntegerWeights(q).add_product(x.column(0), x.rows, 1, out);
        CHECK(out.values[0] == 127.0F * 32767 * 512 / 4096);
    });
}

TEST_CASE("fixed-point numbers: rounded to the nearest, kept in range") {
    const float in[] = {0, 1, -1, 0.5F / 4096, 0.6F / 4096, -0.6F / 4096, 100, -100};
    const std::int16_t expected[] = {0, 4096, -4096, 0, 1, -1, 32767, -32767};
    with_each_unit([&] {
        std::int16_t out[8] = {};
        to_fixed(in, 8, out);
        for (std::size_t i = 0; i < 8; ++i) CHECK(out[i] == expected[i]);
    });
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

TEST_CASE("functions of single numbers: the same bits alone, in a row and with each unit") {
    std::vector<float> row;
    for (float x = -9; x < 9; x += 0.31F) row.push_back(x);
    using Function = void (*)(float*, std::size_t);
    for (const Function function : {Function{exponential}, Function{sigmoid},
                                    Function{hyperbolic_tangent}, Function{softmax}}) {
        use_vector_unit(VectorUnit::portable);
        std::vector<float> expected = row;
        function(expected.data(), expected.size());
        with_each_unit([&] {
            std::vector<float> together = row;
            function(together.data(), together.size());
            CHECK(together == expected);
            for (std::size_t i = 0; i < row.size() && function != softmax; ++i) {
                float alone = row[i];
                function(&alone, 1);
                CHECK(alone == expected[i]);
            }
        });
    }
}

TEST_CASE("a step of a cell, and a matrix times a vector: the same bits with each unit") {
    Random random(4);
    constexpr std::size_t cells = 37;
    const Matrix weights = random_matrix(4 * cells, cells, random);
    const Matrix start = random_matrix(cells, 2, random);
    std::vector<float> first;
    with_each_unit([&] {
        std::vector<float> gates(4 * cells, 0.25F);
        Matrix x = start;
        std::vector<float> state(cells);
        add_matrix_vector(weights, x.column(0), gates.data());
        step_cell(gates.data(), cells, x.column(1), state.data());
        state.insert(state.end(), x.column(1), x.column(1) + cells);
        if (first.empty()) first = state;
        CHECK(state == first);
    });
}

TEST_CASE("softmax: sums to one, and large numbers do not overflow") {
    std::vector<float> x = {1000, 1001, 999};
    softmax(x.data(), x.size());
    CHECK(x[0] + x[1] + x[2] == doctest::Approx(1));
    CHECK(x[1] > x[0]);
    CHECK(x[0] > x[2]);
    CHECK(arg_max(x.data(), 3) == 1);
}
