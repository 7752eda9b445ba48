// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Eisner's algorithm (Eisner 1996): the best projective tree by dynamic programming.
//
// An open span s..t has an arc between s and t; a closed one has its head at one end and all of
// that head's dependents on this side inside. Closed and open spans are joined from short to long:
//
//     open(s<-t)   = closed(s->r) + closed(r+1<-t) + arc t->s     for the best r
//     closed(s->t) = open(s->r) + closed(r->t)                    for the best r
//
// "we saw cats", arcs saw->we, saw->cats: open(we<-saw) and open(saw->cats) are joined at "saw",
// which has a closed span to each side. The words are treated without the root; at the end the word
// that is worth most as the only root takes its two closed spans. That keeps one root, which a root
// inside the table would not.
//
// Tested by tests/syntax/tree_test.cpp against all trees of short sentences.

#include "syntax/tree.hpp"

#include <cstdint>
#include <limits>

namespace demarche::syntax {
namespace {

enum Side : std::size_t { head_right = 0, head_left = 1 };

struct Chart {
    std::size_t n;
    std::vector<float> open, closed;                // by start, end, side
    std::vector<std::uint16_t> open_at, closed_at;  // where the best join is

    explicit Chart(std::size_t words)
        : n(words), open(2 * n * n), closed(2 * n * n), open_at(2 * n * n), closed_at(2 * n * n) {}

    [[nodiscard]] std::size_t at(std::size_t s, std::size_t t, Side side) const {
        return (side * n + s) * n + t;
    }
};

void fill(Chart& chart, learn::ConstView scores) {
    constexpr float worst = std::numeric_limits<float>::lowest();
    const std::size_t n = chart.n;
    for (std::size_t length = 1; length < n; ++length) {
        for (std::size_t s = 0; s + length < n; ++s) {
            const std::size_t t = s + length;
            float best = worst;
            std::size_t where = s;
            for (std::size_t r = s; r < t; ++r) {
                const float value = chart.closed[chart.at(s, r, head_left)] +
                                    chart.closed[chart.at(r + 1, t, head_right)];
                if (value > best) {
                    best = value;
                    where = r;
                }
            }
            chart.open[chart.at(s, t, head_right)] = best + scores.column(s)[t + 1];
            chart.open[chart.at(s, t, head_left)] = best + scores.column(t)[s + 1];
            chart.open_at[chart.at(s, t, head_right)] = static_cast<std::uint16_t>(where);
            chart.open_at[chart.at(s, t, head_left)] = static_cast<std::uint16_t>(where);

            best = worst;
            for (std::size_t r = s; r < t; ++r) {
                const float value = chart.closed[chart.at(s, r, head_right)] +
                                    chart.open[chart.at(r, t, head_right)];
                if (value > best) {
                    best = value;
                    where = r;
                }
            }
            chart.closed[chart.at(s, t, head_right)] = best;
            chart.closed_at[chart.at(s, t, head_right)] = static_cast<std::uint16_t>(where);

            best = worst;
            for (std::size_t r = s + 1; r <= t; ++r) {
                const float value =
                    chart.open[chart.at(s, r, head_left)] + chart.closed[chart.at(r, t, head_left)];
                if (value > best) {
                    best = value;
                    where = r;
                }
            }
            chart.closed[chart.at(s, t, head_left)] = best;
            chart.closed_at[chart.at(s, t, head_left)] = static_cast<std::uint16_t>(where);
        }
    }
}

struct Piece {
    std::size_t s, t;
    Side side;
    bool is_open;
};

void read_arcs(const Chart& chart, std::size_t root, std::vector<int>& heads) {
    std::vector<Piece> todo = {{0, root, head_right, false}, {root, chart.n - 1, head_left, false}};
    while (!todo.empty()) {
        const Piece p = todo.back();
        todo.pop_back();
        if (p.s == p.t) continue;
        if (p.is_open) {
            const std::size_t r = chart.open_at[chart.at(p.s, p.t, p.side)];
            if (p.side == head_right) {
                heads[p.s] = static_cast<int>(p.t) + 1;
            } else {
                heads[p.t] = static_cast<int>(p.s) + 1;
            }
            todo.push_back({p.s, r, head_left, false});
            todo.push_back({r + 1, p.t, head_right, false});
            continue;
        }
        const std::size_t r = chart.closed_at[chart.at(p.s, p.t, p.side)];
        if (p.side == head_right) {
            todo.push_back({p.s, r, head_right, false});
            todo.push_back({r, p.t, head_right, true});
        } else {
            todo.push_back({p.s, r, head_left, true});
            todo.push_back({r, p.t, head_left, false});
        }
    }
}

}  // namespace

bool is_tree(const std::vector<int>& heads) {
    const std::size_t n = heads.size();
    // 0 not seen, else the number of the walk that came by.
    std::vector<std::size_t> seen(n + 1, 0);
    std::size_t roots = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (heads[i] < 0 || static_cast<std::size_t>(heads[i]) > n) return false;
        roots += heads[i] == 0;
        std::size_t at = i + 1;
        while (at != 0 && seen[at] == 0) {
            seen[at] = i + 1;
            at = static_cast<std::size_t>(heads[at - 1]);
            if (at > n) return false;
        }
        if (at != 0 && seen[at] == i + 1) return false;  // met its own trail
    }
    return roots == 1;
}

std::vector<int> best_projective_tree(learn::ConstView scores) {
    Chart chart(scores.cols);
    fill(chart, scores);
    std::size_t root = 0;
    float best = std::numeric_limits<float>::lowest();
    for (std::size_t r = 0; r < chart.n; ++r) {
        const float value = chart.closed[chart.at(0, r, head_right)] +
                            chart.closed[chart.at(r, chart.n - 1, head_left)] + scores.column(r)[0];
        if (value > best) {
            best = value;
            root = r;
        }
    }
    std::vector<int> heads(chart.n, 0);
    read_arcs(chart, root, heads);
    return heads;
}

}  // namespace demarche::syntax
