// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/matrix.hpp"

#include <vector>

namespace demarche::learn {

/// A linear chain of labels over scores that a network gives (Lafferty, McCallum and Pereira 2001):
/// score(y) = sum over t of emissions(y[t], t) + steps(y[t - 1], y[t]). Labels are BIO: 0 is
/// outside, 2r + 1 begins a span of role r, 2r + 2 goes on with one and follows only the same role.
/// A forbidden pair has probability zero whatever its score.
///
/// Emissions are labels x length; steps are labels x labels, column = from, row = to.

[[nodiscard]] constexpr std::size_t labels_of(std::size_t roles) {
    return 2 * roles + 1;
}

/// P(label at t), labels x length, each column sums to one.
[[nodiscard]] Matrix marginals(ConstView steps, ConstView emissions);

/// -log P(gold) in nats. Adds `weight` times its gradient by emissions into `by_emission` and by
/// steps into `by_step`.
double chain_loss(ConstView steps, ConstView emissions, const std::vector<int>& gold, float weight,
                  View by_emission, View by_step);

/// log P(labels) in nats.
[[nodiscard]] double log_probability(ConstView steps, ConstView emissions,
                                     const std::vector<int>& labels);

/// The labels with the greatest score (Viterbi 1967); of equal ones the lower label wins.
[[nodiscard]] std::vector<int> best_labels(ConstView steps, ConstView emissions);

}  // namespace demarche::learn
