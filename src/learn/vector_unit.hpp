// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

/// Which of a processor's instructions the products and the functions of arrays are worked out
/// with. All give the same bits; they differ in speed alone.
namespace demarche::learn {

enum class VectorUnit {
    portable,  ///< what the compiler makes of plain loops: every machine has it
    avx2,      ///< x86-64: eight 32-bit numbers at once
    vnni,      ///< x86-64, AVX-512 VNNI with VL: avx2, and product and sum of integers in one step
};

[[nodiscard]] std::string_view name(VectorUnit unit);

/// Those that this machine has, `portable` first, the fastest last.
[[nodiscard]] const std::vector<VectorUnit>& vector_units();

/// The one in use: from the start on the fastest.
[[nodiscard]] VectorUnit vector_unit();

/// From now on all threads use `unit`, which must be one of vector_units(). For tests and timings.
void use_vector_unit(VectorUnit unit);

}  // namespace demarche::learn
