// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "learn/lstm.hpp"
#include "learn/parameter.hpp"
#include "learn/vocabulary.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <string>
#include <vector>

using namespace demarche::learn;

TEST_CASE("packing: sequences side by side without padding") {
    const Packing packing({3, 2, 1});
    CHECK(packing.start == std::vector<std::size_t>{0, 3, 5, 6});
    CHECK(packing.width(1) == 2);
    CHECK(packing.columns() == 6);
    CHECK(Packing(std::vector<std::size_t>{}).columns() == 0);
}

namespace {

constexpr std::size_t inputs = 3, cells = 4;

/// A loss that weighs all outputs differently, so that every gradient is seen.
double loss(const Lstm& lstm, const Packing& packing, const Matrix& in, Matrix& out,
            Lstm::Trace& trace) {
    out.clear(cells, packing.columns());
    lstm.forward(packing, in, out, trace);
    double sum = 0;
    for (std::size_t i = 0; i < out.values.size(); ++i) {
        sum += std::sin(static_cast<double>(i)) * static_cast<double>(out.values[i]);
    }
    return sum;
}

void check_gradient(std::vector<float>& values, const std::vector<float>& gradient,
                    const std::function<double()>& value) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float kept = values[i];
        values[i] = kept + 0.01F;
        const double above = value();
        values[i] = kept - 0.01F;
        const double below = value();
        values[i] = kept;
        CHECK(static_cast<double>(gradient[i]) ==
              doctest::Approx((above - below) / 0.02).epsilon(0.02).scale(0.05));
    }
}

}  // namespace

TEST_CASE("LSTM: the gradient on the way back is that of the way there, in both directions") {
    for (const bool backward : {false, true}) {
        CAPTURE(backward);
        Random random(3);
        Lstm lstm("test", inputs, cells, backward, random);
        const Packing packing({3, 2, 2, 1});
        Matrix in(inputs, packing.columns());
        for (float& v : in.values) v = random.normal();
        Matrix out;
        Lstm::Trace trace;
        loss(lstm, packing, in, out, trace);
        Matrix out_gradient(cells, packing.columns());
        for (std::size_t i = 0; i < out.values.size(); ++i) {
            out_gradient.values[i] = static_cast<float>(std::sin(static_cast<double>(i)));
        }
        Matrix in_gradient(inputs, packing.columns());
        lstm.back(packing, in, out, out_gradient, trace, in_gradient);
        const auto again = [&] {
            Matrix other;
            Lstm::Trace other_trace;
            return loss(lstm, packing, in, other, other_trace);
        };
        check_gradient(in.values, in_gradient.values, again);
        for (Parameter* p : {&lstm.input, &lstm.recurrent, &lstm.bias}) {
            CAPTURE(p->name);
            check_gradient(p->value.values, p->gradient.values, again);
        }
    }
}

TEST_CASE("LSTM: a sequence's states do not depend on its neighbours") {
    Random random(4);
    const Lstm lstm("test", inputs, cells, true, random);
    Matrix in(inputs, 5);
    for (float& v : in.values) v = random.normal();
    Matrix both(cells, 5);
    Lstm::Trace trace;
    lstm.forward(Packing({3, 2}), in, both, trace);  // columns a0 b0 a1 b1 a2
    Matrix alone_in(inputs, 2);
    for (std::size_t r = 0; r < inputs; ++r) {
        alone_in.column(0)[r] = in.column(1)[r];
        alone_in.column(1)[r] = in.column(3)[r];
    }
    Matrix alone(cells, 2);
    lstm.forward(Packing({2}), alone_in, alone, trace);
    for (std::size_t r = 0; r < cells; ++r) {
        CHECK(alone.column(0)[r] == doctest::Approx(both.column(1)[r]));
        CHECK(alone.column(1)[r] == doctest::Approx(both.column(3)[r]));
    }
}

TEST_CASE("Adam: finds the bottom of a bowl; a table moves only where it was touched") {
    Random random(5);
    Parameter plain("plain", 2, 2, 1, random);
    Parameter table("table", 2, 3, 1, random, true);
    const Matrix before = table.value;
    Adam adam{.rate = 0.05F};
    for (int i = 0; i < 500; ++i) {
        for (std::size_t k = 0; k < 4; ++k) plain.gradient.values[k] = plain.value.values[k] - 3;
        table.gradient.column(1)[0] = table.value.column(1)[0] - 3;
        table.touched = {1, 1};
        step(adam, {&plain, &table});
    }
    for (const float v : plain.value.values) CHECK(v == doctest::Approx(3).epsilon(0.01));
    CHECK(table.value.column(1)[0] == doctest::Approx(3).epsilon(0.01));
    CHECK(table.value.column(0)[0] == before.column(0)[0]);
    CHECK(table.value.column(2)[1] == before.column(2)[1]);
    CHECK(plain.gradient.values == std::vector<float>(4, 0.0F));
}

TEST_CASE("vocabulary: by count, then by bytes; 0 stands for all others") {
    const auto v = Vocabulary::from_counts({{"b", 2}, {"a", 2}, {"c", 5}, {"d", 1}}, 2);
    CHECK(v.entries() == std::vector<std::string>{"c", "a", "b"});
    CHECK(v.number("c") == 1);
    CHECK(v.number("d") == 0);
    CHECK(v.size() == 4);
    CHECK(v.entry(2) == "a");
    CHECK(v.entry(0).empty());
    CHECK(Vocabulary({"x", "y", "x"}).number("x") == 1);
}

TEST_CASE("random numbers: the same from the same seed, written down once") {
    Random random(1);
    CHECK(random.bits() == 10451216379200822465ULL);
    CHECK(random.bits() == 13757245211066428519ULL);
}
