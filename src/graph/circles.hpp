// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace demarche::graph {

/// The sets of ids that reach each other along `arrows` (from, to), an id that points to itself
/// among them; ids sorted, sets by their first. Linear time (Tarjan's strong components).
[[nodiscard]] std::vector<std::vector<std::string>> circles(
    const std::vector<std::pair<std::string, std::string>>& arrows);

}  // namespace demarche::graph
