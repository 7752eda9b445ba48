// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "learn/lstm.hpp"

#include "learn/elementwise.hpp"
#include "learn/product.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::learn {
namespace {

/// Step numbers in the order in which a direction goes through them.
std::size_t nth_step(std::size_t n, std::size_t steps, bool backward) {
    return backward ? steps - 1 - n : n;
}

}  // namespace

Packing::Packing(const std::vector<std::size_t>& lengths) : start{0} {
    std::size_t open = lengths.size();
    for (std::size_t t = 0; open > 0; ++t) {
        while (open > 0 && lengths[open - 1] <= t) --open;
        if (open > 0) start.push_back(start.back() + open);
    }
}

Lstm::Lstm(const std::string& name, std::size_t inputs, std::size_t cell_count, bool is_backward,
           Random& random)
    : size(cell_count),
      backward(is_backward),
      input(name + ".input", 4 * size, inputs, 1 / std::sqrt(static_cast<float>(inputs + size)),
            random),
      recurrent(name + ".recurrent", 4 * size, size, 1 / std::sqrt(2 * static_cast<float>(size)),
                random),
      bias(name + ".bias", 4 * size, 1, 0, random) {
    // Forget gates start open (Jozefowicz, Zaremba and Sutskever 2015).
    std::fill_n(bias.value.column(0) + size, size, 1.0F);
    bias.average = bias.value;
}

void Lstm::forward(const Packing& packing, ConstView in, View out, Trace& trace) const {
    const std::size_t columns = packing.columns();
    trace.gates.clear(4 * size, columns);
    trace.cells.clear(size, columns);
    add_product(input.value, in, trace.gates);
    add_bias(bias.value, trace.gates);
    if (columns == 0) return;
    Matrix state(size, packing.width(0));
    Matrix cell(size, packing.width(0));
    for (std::size_t n = 0; n < packing.steps(); ++n) {
        const std::size_t t = nth_step(n, packing.steps(), backward);
        const std::size_t width = packing.width(t);
        add_product(recurrent.value, state.columns(0, width),
                    trace.gates.columns(packing.start[t], width));
        for (std::size_t b = 0; b < width; ++b) {
            float* const gate = trace.gates.column(packing.start[t] + b);
            float* const h = state.column(b);
            step_cell(gate, size, cell.column(b), h);
            std::copy_n(cell.column(b), size, trace.cells.column(packing.start[t] + b));
            std::copy_n(h, size, out.column(packing.start[t] + b));
        }
    }
}

void Lstm::back(const Packing& packing, ConstView in, ConstView out, ConstView out_gradient,
                const Trace& trace, View in_gradient) {
    const std::size_t columns = packing.columns();
    if (columns == 0) return;
    Matrix gates(4 * size, columns);       // gradient before the gates' functions
    Matrix before(size, columns);          // state before each item
    Matrix state(size, packing.width(0));  // gradient that comes from the next item
    Matrix cell(size, packing.width(0));
    std::vector<float> squashed(size);
    for (std::size_t n = packing.steps(); n-- > 0;) {
        const std::size_t t = nth_step(n, packing.steps(), backward);
        const std::size_t width = packing.width(t);
        for (std::size_t b = 0; b < width; ++b) {
            const std::size_t column = packing.start[t] + b;
            // The item before this one in the direction of reading, if there is one.
            const bool has_before =
                backward ? t + 1 < packing.steps() && b < packing.width(t + 1) : t > 0;
            const std::size_t column_before =
                !has_before ? 0 : packing.start[backward ? t + 1 : t - 1] + b;
            const float* const gate = trace.gates.column(column);
            float* const d = gates.column(column);
            float* const dh = state.column(b);
            float* const dc = cell.column(b);
            const float* const from_above = out_gradient.column(column);
            std::copy_n(trace.cells.column(column), size, squashed.begin());
            hyperbolic_tangent(squashed.data(), size);
            const float* const cell_before =
                has_before ? trace.cells.column(column_before) : nullptr;
            for (std::size_t i = 0; i < size; ++i) {
                const float in_gate = gate[i];
                const float forget = gate[size + i];
                const float output = gate[2 * size + i];
                const float candidate = gate[3 * size + i];
                const float dhi = dh[i] + from_above[i];
                const float dci = dc[i] + dhi * output * (1 - squashed[i] * squashed[i]);
                d[i] = dci * candidate * in_gate * (1 - in_gate);
                d[size + i] = cell_before ? dci * cell_before[i] * forget * (1 - forget) : 0;
                d[2 * size + i] = dhi * squashed[i] * output * (1 - output);
                d[3 * size + i] = dci * in_gate * (1 - candidate * candidate);
                dc[i] = dci * forget;
                dh[i] = 0;
            }
            if (has_before) std::copy_n(out.column(column_before), size, before.column(column));
        }
        // A sequence that starts here (backward, its last item) has nobody before it; what is put
        // into its column then is never read.
        add_transposed_product(recurrent.value, gates.columns(packing.start[t], width),
                               state.columns(0, width));
    }
    add_product_transposed(gates, in, input.gradient);
    add_product_transposed(gates, before, recurrent.gradient);
    float* const db = bias.gradient.column(0);
    for (std::size_t c = 0; c < columns; ++c) {
        for (std::size_t r = 0; r < 4 * size; ++r) db[r] += gates.column(c)[r];
    }
    add_transposed_product(input.value, gates, in_gradient);
}

}  // namespace demarche::learn
