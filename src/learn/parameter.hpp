// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/matrix.hpp"
#include "learn/random.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace demarche::learn {

/// Weights in training: their value, the gradient gathered since the last step, and what Adam and
/// averaging remember.
struct Parameter {
    std::string name;
    Matrix value;
    Matrix gradient;
    Matrix first;        ///< Adam's running mean of the gradient
    Matrix second;       ///< Adam's running mean of its square
    Matrix average;      ///< exponential moving average of `value`; what is written to a model
    bool table = false;  ///< a table of embeddings: only touched columns are moved
    std::vector<std::uint32_t> touched;  ///< columns of a table with a gradient, with repetitions

    /// Normally distributed first weights of standard deviation `scale`; 0 gives zeros.
    Parameter(std::string name, std::size_t rows, std::size_t cols, float scale, Random& random,
              bool table = false);
};

/// How a step is taken (Kingma and Ba 2015, with the gradient clipped by its norm).
struct Adam {
    float rate = 0.002F;
    float beta1 = 0.9F;
    float beta2 = 0.999F;
    float clip = 3.0F;         ///< largest norm of the gradient of all parameters but tables
    float averaging = 0.999F;  ///< share of the average that a step keeps
    std::size_t steps = 0;     ///< taken so far
};

/// Moves all parameters against their gradients, updates the averages, clears the gradients.
void step(Adam& adam, const std::vector<Parameter*>& parameters);

}  // namespace demarche::learn
