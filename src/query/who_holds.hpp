// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "query/filter.hpp"
#include "query/table.hpp"

namespace demarche::query {

/// Who holds something on `filter.text`: one row for each position, holder, relation, polarity and
/// factuality, in the order of groups(): position, holder, relation,
/// factuality, stance (the mean), count, first_date, last_date, quote (of the surest statement).
[[nodiscard]] Table who_holds(const graph::PositionGraph& graph, const Filter& filter);

}  // namespace demarche::query
