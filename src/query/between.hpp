// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"
#include "query/filter.hpp"
#include "query/subject.hpp"
#include "query/table.hpp"

#include <string_view>

namespace demarche::query {

/// What stands between two actors, each with its parts: how ("agree", "differ", "addresses",
/// "targets", "defers to"), position (or issue), from, from_relation, from_quote, to, to_relation,
/// to_quote; the last two are empty where only one side speaks. A side's stance on a position is
/// the mean of its actual statements on it that are not neutral. Two sides agree if their stances
/// have the same sign, differ if they have not, and do neither if one is neutral; the quote is that
/// of the surest statement with the sign of its side. Sorted by how, in the order above, then
/// position, then names. Only statements that pass `filter`, whose actor is not asked. By issue, a
/// side's stance is that on all positions of the issue, and a position without one takes no part.
[[nodiscard]] Table between(const graph::PositionGraph& graph, std::string_view first,
                            std::string_view second, const Filter& filter = {},
                            Subject by = Subject::position);

}  // namespace demarche::query
