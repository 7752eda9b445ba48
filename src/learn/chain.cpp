// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// A linear chain of labels (Lafferty, McCallum and Pereira 2001): sums over all paths, and the
// best.
//
// Forward and backward sums run in probabilities, not logarithms: each step is divided by its own
// sum, and the logarithms of the divisors add up to the logarithm of the partition function
// (Rabiner 1989, section V.A). With a handful of labels that is a few dozen multiplications a token
// and one exponential a label.
//
// One role, labels O B I, two tokens, all scores 0. I may not begin and follows only B or I:
//
//     forward 1    O 1, B 1, I 0       divided by 2:    1/2  1/2  0
//     forward 2    O 1, B 1, I 1/2     divided by 5/2:  2/5  2/5  1/5
//     log partition = log 2 + log 5/2 = log 5: the paths OO, OB, BO, BB and BI
//
// So I has 1/5 at the second token and B 3/5 at the first. The gradient of the loss is, for each
// label and step, its expected count less its count in the gold path. The backward sums are divided
// by the forward ones' divisors, so that forward times backward is a probability at once.
//
// Best labels are Viterbi's (1967), in logarithms, as there only the greatest counts.
//
// Limits: a label depends on the one before alone. Emissions are taken relative to the greatest of
// their token: where a forbidden label is hundreds of nats above all others, the sums vanish.
// Tested by tests/learn/span_network_test.cpp.

#include "learn/chain.hpp"

#include "learn/functions.hpp"

#include <algorithm>
#include <cstddef>

namespace demarche::learn {
namespace {

bool may_start(std::size_t label) {
    return label % 2 == 1 || label == 0;
}

bool may_follow(std::size_t from, std::size_t to) {
    return may_start(to) || from == to || from + 1 == to;
}

/// Columns of doubles.
struct Table {
    std::size_t rows = 0;
    std::vector<double> values;

    Table(std::size_t r, std::size_t c) : rows(r), values(r * c, 0.0) {}
    double* column(std::size_t c) { return values.data() + c * rows; }
    [[nodiscard]] const double* column(std::size_t c) const { return values.data() + c * rows; }
};

struct Sums {
    Table steps;    // exp of the steps, 0 where forbidden; column = from
    Table factors;  // exp of the emissions, each column divided by its greatest
    Table forward;  // columns sum to one
    Table backward;
    std::vector<double> scales;  // forward's divisors
    double log_partition = 0;
};

Sums forward_sums(ConstView steps, ConstView emissions) {
    const std::size_t labels = emissions.rows;
    const std::size_t length = emissions.cols;
    Sums sums{Table(labels, labels), Table(labels, length), Table(labels, length),
              Table(labels, length), std::vector<double>(length)};
    for (std::size_t from = 0; from < labels; ++from) {
        for (std::size_t to = 0; to < labels; ++to) {
            if (!may_follow(from, to)) continue;
            sums.steps.column(from)[to] = exponential(static_cast<double>(steps.column(from)[to]));
        }
    }
    for (std::size_t t = 0; t < length; ++t) {
        const float* const scores = emissions.column(t);
        const float top = *std::max_element(scores, scores + labels);
        double* const mass = sums.forward.column(t);
        for (std::size_t l = 0; t > 0 && l < labels; ++l) {
            const double before = sums.forward.column(t - 1)[l];
            for (std::size_t to = 0; to < labels; ++to)
                mass[to] += before * sums.steps.column(l)[to];
        }
        double total = 0;
        for (std::size_t l = 0; l < labels; ++l) {
            sums.factors.column(t)[l] = exponential(static_cast<double>(scores[l] - top));
            if (t == 0) mass[l] = may_start(l) ? 1 : 0;
            mass[l] *= sums.factors.column(t)[l];
            total += mass[l];
        }
        sums.scales[t] = std::max(total, 1e-300);
        for (std::size_t l = 0; l < labels; ++l) mass[l] /= sums.scales[t];
        sums.log_partition += static_cast<double>(top) + logarithm(sums.scales[t]);
    }
    return sums;
}

/// The backward sums, and for t > 0 what a step into each label at t is worth (in `factors`).
void backward_sums(Sums& sums) {
    const std::size_t labels = sums.forward.rows;
    const std::size_t length = sums.scales.size();
    if (length == 0) return;
    std::fill_n(sums.backward.column(length - 1), labels, 1.0);
    for (std::size_t t = length - 1; t > 0; --t) {
        double* const worth = sums.factors.column(t);
        for (std::size_t l = 0; l < labels; ++l) {
            worth[l] *= sums.backward.column(t)[l] / sums.scales[t];
        }
        for (std::size_t from = 0; from < labels; ++from) {
            double sum = 0;
            for (std::size_t to = 0; to < labels; ++to)
                sum += sums.steps.column(from)[to] * worth[to];
            sums.backward.column(t - 1)[from] = sum;
        }
    }
}

double path_score(ConstView steps, ConstView emissions, const std::vector<int>& labels) {
    double score = 0;
    for (std::size_t t = 0; t < labels.size(); ++t) {
        const auto label = static_cast<std::size_t>(labels[t]);
        score += static_cast<double>(emissions.column(t)[label]);
        if (t > 0) {
            score +=
                static_cast<double>(steps.column(static_cast<std::size_t>(labels[t - 1]))[label]);
        }
    }
    return score;
}

}  // namespace

Matrix marginals(ConstView steps, ConstView emissions) {
    Sums sums = forward_sums(steps, emissions);
    backward_sums(sums);
    Matrix shares(emissions.rows, emissions.cols);
    for (std::size_t i = 0; i < shares.values.size(); ++i) {
        shares.values[i] = static_cast<float>(sums.forward.values[i] * sums.backward.values[i]);
    }
    return shares;
}

double chain_loss(ConstView steps, ConstView emissions, const std::vector<int>& gold, float weight,
                  View by_emission, View by_step) {
    Sums sums = forward_sums(steps, emissions);
    backward_sums(sums);
    const std::size_t labels = emissions.rows;
    for (std::size_t t = 0; t < emissions.cols; ++t) {
        for (std::size_t l = 0; l < labels; ++l) {
            by_emission.column(t)[l] +=
                weight * static_cast<float>(sums.forward.column(t)[l] * sums.backward.column(t)[l]);
            for (std::size_t to = 0; t > 0 && to < labels; ++to) {
                by_step.column(l)[to] += weight * static_cast<float>(sums.forward.column(t - 1)[l] *
                                                                     sums.steps.column(l)[to] *
                                                                     sums.factors.column(t)[to]);
            }
        }
        const auto label = static_cast<std::size_t>(gold[t]);
        by_emission.column(t)[label] -= weight;
        if (t > 0) by_step.column(static_cast<std::size_t>(gold[t - 1]))[label] -= weight;
    }
    return sums.log_partition - path_score(steps, emissions, gold);
}

double log_probability(ConstView steps, ConstView emissions, const std::vector<int>& labels) {
    return path_score(steps, emissions, labels) - forward_sums(steps, emissions).log_partition;
}

std::vector<int> best_labels(ConstView steps, ConstView emissions) {
    constexpr float never = -1e30F;
    const std::size_t labels = emissions.rows;
    const std::size_t length = emissions.cols;
    std::vector<int> best(length);
    if (length == 0) return best;
    std::vector<std::size_t> from(labels * length);
    std::vector<float> score(labels, never);
    for (std::size_t l = 0; l < labels; ++l) {
        if (may_start(l)) score[l] = emissions.column(0)[l];
    }
    std::vector<float> next(labels);
    for (std::size_t t = 1; t < length; ++t) {
        for (std::size_t to = 0; to < labels; ++to) {
            next[to] = never;
            for (std::size_t l = 0; l < labels; ++l) {
                const float sum = score[l] + steps.column(l)[to];
                if (!may_follow(l, to) || sum <= next[to]) continue;
                next[to] = sum;
                from[t * labels + to] = l;
            }
            next[to] += emissions.column(t)[to];
        }
        score = next;
    }
    auto label =
        static_cast<std::size_t>(std::max_element(score.begin(), score.end()) - score.begin());
    for (std::size_t t = length; t-- > 0;) {
        best[t] = static_cast<int>(label);
        label = from[t * labels + label];
    }
    return best;
}

}  // namespace demarche::learn
