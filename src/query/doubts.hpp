// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/decisions.hpp"
#include "graph/position_graph.hpp"
#include "query/table.hpp"

#include <string>
#include <vector>

namespace demarche::query {

/// Two actors that may be one, or that a name does not tell apart.
struct Doubt {
    std::string one;  ///< id, before `other` in the order of names
    std::string other;
    std::string why;

    friend bool operator==(const Doubt&, const Doubt&) = default;
};

/// Pairs of actors to look at, in the order of names: a surname alone beside a full name, one
/// surname with different given names, a name that two actors bear. Unnamed sources are never in
/// doubt: they are not the same. Pairs that `decisions` tell apart are left out.
[[nodiscard]] std::vector<Doubt> doubts(const graph::PositionGraph& graph,
                                        const std::vector<graph::Decision>& decisions);

/// One row a doubt: one, other (names), why, id, other_id.
[[nodiscard]] Table doubtful_pairs(const graph::PositionGraph& graph,
                                   const std::vector<graph::Decision>& decisions);

}  // namespace demarche::query
