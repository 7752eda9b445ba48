// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/matrix.hpp"
#include "learn/parameter.hpp"
#include "learn/random.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche::learn {

/// Sequences of different lengths side by side, without padding: they are sorted by falling length,
/// and step t holds the t-th item of all that are longer than t.
///
///     lengths 3 2 1:   a0 b0 c0 | a1 b1 | a2
///
/// Item t of sequence b is column start[t] + b.
struct Packing {
    std::vector<std::size_t> start;  ///< first column of each step, and at the end their total
    /// \param lengths in falling order
    explicit Packing(const std::vector<std::size_t>& lengths);

    [[nodiscard]] std::size_t steps() const { return start.size() - 1; }
    [[nodiscard]] std::size_t width(std::size_t t) const { return start[t + 1] - start[t]; }
    [[nodiscard]] std::size_t columns() const { return start.back(); }
};

/// One direction of a long short-term memory layer (Hochreiter and Schmidhuber 1997, with forget
/// gates) in training. Rows of the weights are the gates input, forget, output, candidate, each
/// `size` rows.
struct Lstm {
    std::size_t size;
    bool backward;
    Parameter input;
    Parameter recurrent;
    Parameter bias;

    Lstm(const std::string& name, std::size_t inputs, std::size_t size, bool backward,
         Random& random);

    /// What `forward` leaves for `back`.
    struct Trace {
        Matrix gates;
        Matrix cells;
    };

    /// \param out size x columns: the state after each item
    void forward(const Packing& packing, ConstView in, View out, Trace& trace) const;

    /// Adds the weights' gradients, and that of `in` to `in_gradient`.
    void back(const Packing& packing, ConstView in, ConstView out, ConstView out_gradient,
              const Trace& trace, View in_gradient);
};

}  // namespace demarche::learn
