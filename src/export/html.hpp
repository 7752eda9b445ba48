// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"

#include <string>

namespace demarche::export_ {

/// One self-contained page for people: two columns, actors and positions, for the selection made
/// in it (issue, actor, words, relations); a click shows the evidence. No network, no library.
[[nodiscard]] std::string html(const graph::PositionGraph& graph,
                               const std::string& title = "Who holds which position");

}  // namespace demarche::export_
