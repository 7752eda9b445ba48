// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "query/filter.hpp"
#include "query/subject.hpp"
#include "query/table.hpp"

namespace demarche::query {

/// Where a holder's stance on a position, or on the positions of an issue, changed from one date on
/// which it spoke to the next: holder, position (or issue), from_date, from_relation, from_stance,
/// from_quote, to_date, to_relation, to_stance, to_quote, change. Only actual statements with a
/// date and a stance that is not neutral count: who goes on to state a fact has not changed sides.
/// Those of one date are one stance, their mean, and the surest of them gives relation and quote. A
/// change smaller than `least` is not listed. Sorted by holder, position, date.
[[nodiscard]] Table changes(const graph::PositionGraph& graph, const Filter& filter,
                            double least = 0.3, Subject by = Subject::position);

}  // namespace demarche::query
