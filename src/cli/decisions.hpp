// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/decisions.hpp"
#include "graph/position_graph.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

/// Files of decisions about actors.
namespace demarche::cli {

/// Adds --decisions.
void add_decisions_option(CLI::App& app, std::string& file);

/// The decisions in `file`; none if it is empty. \throws InputError
[[nodiscard]] std::vector<graph::Decision> decisions_in(const std::string& file);

/// Carries out what `file` decides, and says on standard error what no longer applies; does nothing
/// if `file` is empty. Prunes the graph.
void decide(graph::PositionGraph& graph, const std::string& file,
            const std::vector<graph::Decision>& decisions);

}  // namespace demarche::cli
