// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "query/filter.hpp"
#include "query/table.hpp"

namespace demarche::query {

/// One row a statement, in the order of `select`: id, date, holder, relation, factuality, position,
/// issue, stance, addressee, target, source (title of the article), quote, confidence, article
/// (its name).
[[nodiscard]] Table statements(const graph::PositionGraph& graph, const Filter& filter);

}  // namespace demarche::query
