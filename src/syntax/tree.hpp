// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/matrix.hpp"

#include <cstddef>
#include <vector>

namespace demarche::syntax {

/// Whether these heads (1-based, 0 the root) are a tree with exactly one root.
[[nodiscard]] bool is_tree(const std::vector<int>& heads);

/// The heads (1-based, 0 for the root) of the best tree with one root and without crossing arcs.
/// \param scores (n + 1) x n: row h, column d is what it is worth that word d + 1 has the head h,
///        row 0 for the root. n > 0.
/// Time grows with n³, memory with n².
[[nodiscard]] std::vector<int> best_projective_tree(learn::ConstView scores);

}  // namespace demarche::syntax
