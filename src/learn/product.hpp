// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/matrix.hpp"

/// Products of matrices of floats, for training. What a trained model computes at run time uses
/// the integer products of learn/quantised.hpp instead, which give the same bits everywhere.
namespace demarche::learn {

/// c += a b
void add_product(ConstView a, ConstView b, View c);

/// c += aᵀ b
void add_transposed_product(ConstView a, ConstView b, View c);

/// c += a bᵀ
void add_product_transposed(ConstView a, ConstView b, View c);

}  // namespace demarche::learn
