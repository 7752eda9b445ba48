// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

/// When two labels name one position.
namespace demarche::proposition {

/// Gives labels that say the same in other words one of them, the shortest (of several the first in
/// the order of bytes). Labels that differ in a negation are never joined. The order of `labels`
/// does not matter.
void join_same(std::vector<std::string>& labels);

/// What of a label counts when it is compared.
struct Meaning {
    std::set<std::string> stems;
    bool negated = false;
};

[[nodiscard]] Meaning meaning(const std::string& label);

/// Whether two labels that agree in negation say the same, by how many stems each has and how many
/// both have.
[[nodiscard]] bool same(std::size_t a, std::size_t b, std::size_t both);

}  // namespace demarche::proposition
