// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The network's gradients against differences of its loss, and what its chains may and may not say.

#include "learn/span_network.hpp"
#include "learn/chain.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace demarche::learn;

namespace {

struct Small {
    SpanNetworkShape shape;
    TokenInput tokens;
    std::vector<WindowInput> windows;
    std::vector<int> token_labels = {0, 1, 2, 0, 5, 3, 4, 4, 0};
    std::vector<std::vector<int>> window_labels = {{1, 2, 0, 3}, {0, 3, 4, 0, 1}};

    Small() {
        shape.token_tables = {{"word", 5, 3, true}, {"tag", 4, 2, false}};
        shape.window_tables = {{"distance", 3, 2, false}};
        shape.units = 3;
        shape.known = 2;
        shape.window_units = 2;
        shape.window_layers = 2;
        tokens.tokens = 9;
        tokens.numbers = {1, 1, 2, 2, 0, 3, 4, 1, 3, 2, 1, 3, 2, 1, 2, 2, 4, 0};
        tokens.piece_ends = {2, 9};
        windows = {{1, 4, {0, 1, 2, 1}}, {3, 5, {2, 2, 1, 0, 1}}};
    }

    double loss(const SpanNetwork& network) const {
        SpanNetwork::Pass pass;
        network.read(tokens, pass);
        network.read_windows(windows, pass);
        double sum = 0;
        std::size_t begin = 0;
        for (const std::size_t end : tokens.piece_ends) {
            const std::vector<int> gold(token_labels.begin() + static_cast<std::ptrdiff_t>(begin),
                                        token_labels.begin() + static_cast<std::ptrdiff_t>(end));
            sum -= 0.5 * log_probability(network.token_steps.value,
                                         pass.emissions.columns(begin, end - begin), gold);
            begin = end;
        }
        for (std::size_t w = 0; w < windows.size(); ++w) {
            sum -= 0.25 * log_probability(network.window_steps.value, pass.window_emissions[w],
                                          window_labels[w]);
        }
        return sum;
    }
};

}  // namespace

TEST_CASE("the network's gradients are the slopes of its loss") {
    const Small small;
    Random random(7);
    SpanNetwork network(small.shape, random);
    for (Parameter* parameter : network.parameters()) {
        for (float& v : parameter->value.values) v += 0.3F * random.normal();
    }
    SpanNetwork::Pass pass;
    network.read(small.tokens, pass);
    network.read_windows(small.windows, pass);
    network.learn(pass, small.token_labels, small.window_labels, 0.5F, 0.25F);
    std::size_t checked = 0;
    for (Parameter* parameter : network.parameters()) {
        for (std::size_t i = 0; i < parameter->value.values.size(); i += 3) {
            CAPTURE(parameter->name);
            CAPTURE(i);
            const float before = parameter->value.values[i];
            constexpr float reach = 0.01F;
            parameter->value.values[i] = before + reach;
            const double above = small.loss(network);
            parameter->value.values[i] = before - reach;
            const double below = small.loss(network);
            parameter->value.values[i] = before;
            const double slope = (above - below) / (2 * static_cast<double>(reach));
            CHECK(static_cast<double>(parameter->gradient.values[i]) ==
                  doctest::Approx(slope).epsilon(0.02).scale(0.05));
            ++checked;
        }
    }
    CHECK(checked > 200);
}

TEST_CASE("two networks from the same seed are the same, from another seed they are not") {
    const Small small;
    Random a(3);
    Random b(3);
    Random c(4);
    CHECK(small.loss(SpanNetwork(small.shape, a)) == small.loss(SpanNetwork(small.shape, b)));
    CHECK(small.loss(SpanNetwork(small.shape, c)) != small.loss(SpanNetwork(small.shape, b)));
}

TEST_CASE("a chain's marginals sum to one, and a span never goes on where none began") {
    Matrix steps(5, 5);
    Matrix emissions(5, 4);
    Random random(11);
    for (float& v : emissions.values) v = 2 * random.normal();
    emissions.column(0)[2] = 50;  // "goes on" at the very start, whatever it scores
    const Matrix shares = marginals(steps, emissions);
    for (std::size_t t = 0; t < 4; ++t) {
        double sum = 0;
        for (std::size_t l = 0; l < 5; ++l) sum += static_cast<double>(shares.column(t)[l]);
        CHECK(sum == doctest::Approx(1));
    }
    CHECK(shares.column(0)[2] == 0);
    const std::vector<int> best = best_labels(steps, emissions);
    CHECK(best[0] != 2);
    for (std::size_t t = 1; t < 4; ++t) {
        if (best[t] == 2) CHECK((best[t - 1] == 1 || best[t - 1] == 2));
        if (best[t] == 4) CHECK((best[t - 1] == 3 || best[t - 1] == 4));
    }
}

TEST_CASE("the best labels are those of the greatest probability") {
    Matrix steps(3, 3);
    Matrix emissions(3, 5);
    Random random(5);
    for (float& v : steps.values) v = random.normal();
    for (float& v : emissions.values) v = random.normal();
    double greatest = -1e9;
    double total = 0;
    std::vector<int> labels(5);
    for (int code = 0; code < 243; ++code) {
        int rest = code;
        bool allowed = true;
        for (std::size_t t = 0; t < 5; ++t, rest /= 3) {
            labels[t] = rest % 3;
            if (labels[t] == 2 && (t == 0 || labels[t - 1] == 0)) allowed = false;
        }
        if (!allowed) continue;
        const double p = log_probability(steps, emissions, labels);
        total += std::exp(p);
        greatest = std::max(greatest, p);
    }
    CHECK(total == doctest::Approx(1));
    CHECK(log_probability(steps, emissions, best_labels(steps, emissions)) ==
          doctest::Approx(greatest));
}
