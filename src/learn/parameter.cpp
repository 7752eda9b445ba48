// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "learn/parameter.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace demarche::learn {
namespace {

struct Rates {
    float rate, beta1, beta2, correction1, correction2, averaging;
};

void move(Parameter& p, std::size_t begin, std::size_t end, const Rates& r) {
    float* const value = p.value.values.data();
    float* const gradient = p.gradient.values.data();
    float* const first = p.first.values.data();
    float* const second = p.second.values.data();
    float* const average = p.average.values.data();
    for (std::size_t i = begin; i < end; ++i) {
        const float g = gradient[i];
        first[i] = r.beta1 * first[i] + (1 - r.beta1) * g;
        second[i] = r.beta2 * second[i] + (1 - r.beta2) * g * g;
        value[i] -=
            r.rate * (first[i] / r.correction1) / (std::sqrt(second[i] / r.correction2) + 1e-8F);
        average[i] = r.averaging * average[i] + (1 - r.averaging) * value[i];
        gradient[i] = 0;
    }
}

void clip_gradients(float limit, const std::vector<Parameter*>& parameters) {
    double squares = 0;
    for (const Parameter* p : parameters) {
        if (p->table) continue;
        for (float g : p->gradient.values)
            squares += static_cast<double>(g) * static_cast<double>(g);
    }
    const auto norm = static_cast<float>(std::sqrt(squares));
    if (norm <= limit) return;
    for (Parameter* p : parameters) {
        if (p->table) continue;
        for (float& g : p->gradient.values) g *= limit / norm;
    }
}

}  // namespace

Parameter::Parameter(std::string n, std::size_t rows, std::size_t cols, float scale, Random& random,
                     bool is_table)
    : name(std::move(n)),
      value(rows, cols),
      gradient(rows, cols),
      first(rows, cols),
      second(rows, cols),
      table(is_table) {
    if (scale > 0) {
        for (float& v : value.values) v = scale * random.normal();
    }
    average = value;
}

void step(Adam& adam, const std::vector<Parameter*>& parameters) {
    clip_gradients(adam.clip, parameters);
    ++adam.steps;
    const auto n = static_cast<float>(adam.steps);
    // Early on the average follows the weights closely, or it would stay near the first ones.
    const float averaging = std::min(adam.averaging, n / (n + 9));
    const Rates rates{
        adam.rate, adam.beta1, adam.beta2, 1 - std::pow(adam.beta1, n), 1 - std::pow(adam.beta2, n),
        averaging};
    for (Parameter* p : parameters) {
        if (!p->table) {
            move(*p, 0, p->value.values.size(), rates);
            continue;
        }
        // A table's rare columns are moved so seldom that an average over steps would lag behind
        // them: it follows the value itself.
        Rates exact = rates;
        exact.averaging = 0;
        std::sort(p->touched.begin(), p->touched.end());
        p->touched.erase(std::unique(p->touched.begin(), p->touched.end()), p->touched.end());
        for (std::uint32_t c : p->touched)
            move(*p, c * p->value.rows, (c + 1) * p->value.rows, exact);
        p->touched.clear();
    }
}

}  // namespace demarche::learn
