// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "syntax/tree.hpp"
#include "learn/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace demarche;
using namespace demarche::syntax;

namespace {

/// No two arcs cross; the root's arc is not counted, it comes from outside.
bool is_projective(const std::vector<int>& heads) {
    const int n = static_cast<int>(heads.size());
    const auto arc = [&](int d) {
        return std::pair(std::min(d, heads[static_cast<std::size_t>(d) - 1]),
                         std::max(d, heads[static_cast<std::size_t>(d) - 1]));
    };
    for (int a = 1; a <= n; ++a) {
        for (int b = 1; b <= n; ++b) {
            const auto [s, t] = arc(a);
            const auto [u, v] = arc(b);
            if (s == 0 || u == 0) {
                // The root of a projective tree is not covered by an arc.
                if (s == 0 && u != 0 && u < t && t < v) return false;
                continue;
            }
            if (s < u && u < t && t < v) return false;
        }
    }
    return true;
}

float worth(const learn::Matrix& scores, const std::vector<int>& heads) {
    float sum = 0;
    for (std::size_t d = 0; d < heads.size(); ++d) sum += scores.column(d)[heads[d]];
    return sum;
}

/// The best of all heads that are a projective tree, by trying all.
float best_by_trying(const learn::Matrix& scores) {
    const std::size_t n = scores.cols;
    std::vector<int> heads(n, 0);
    float best = -1e9F;
    for (;;) {
        if (is_tree(heads) && is_projective(heads)) best = std::max(best, worth(scores, heads));
        std::size_t i = 0;
        while (i < n && heads[i] == static_cast<int>(n)) heads[i++] = 0;
        if (i == n) return best;
        ++heads[i];
    }
}

}  // namespace

TEST_CASE("is_tree: one root, no rings, heads inside the sentence") {
    struct Case {
        std::vector<int> heads;
        bool tree;
    };
    const Case cases[] = {
        {{0}, true},     {{2, 0, 2}, true}, {{0, 1, 2, 3}, true}, {{}, false},
        {{0, 0}, false}, {{2, 1}, false},   {{1}, false},         {{0, 3, 2}, false},
        {{0, 9}, false}, {{0, -1}, false},  {{3, 0, 1}, false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.heads.size());
        CHECK(is_tree(c.heads) == c.tree);
    }
}

TEST_CASE("best_projective_tree: as good as the best of all trees, and a tree with one root") {
    learn::Random random(11);
    for (std::size_t n = 1; n <= 5; ++n) {
        for (int round = 0; round < 40; ++round) {
            learn::Matrix scores(n + 1, n);
            for (float& s : scores.values) s = random.normal();
            const auto heads = best_projective_tree(scores);
            REQUIRE(is_tree(heads));
            REQUIRE(is_projective(heads));
            REQUIRE(worth(scores, heads) == doctest::Approx(best_by_trying(scores)));
        }
    }
}

TEST_CASE("best_projective_tree: one root even where every word would rather be one") {
    learn::Matrix scores(9, 8);
    for (std::size_t d = 0; d < 8; ++d) scores.column(d)[0] = 100;
    const auto heads = best_projective_tree(scores);
    CHECK(std::count(heads.begin(), heads.end(), 0) == 1);
    CHECK(is_tree(heads));
}
