// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/jsonld.hpp"
#include "graph/position_graph.hpp"

#include <string>

namespace demarche::export_ {

/// The same triples as `jsonld`, as N-Quads in canonical form (RDFC-1.0): one a line, sorted by
/// bytes, none twice. Two graphs are equal if these bytes are.
/// \throws UsageError if `options.base` cannot be a base.
[[nodiscard]] std::string nquads(const graph::PositionGraph& graph, const RdfOptions& options = {});

}  // namespace demarche::export_
