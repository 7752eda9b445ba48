// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "learn/vector_unit.hpp"

#include <atomic>

namespace demarche::learn {
namespace {

std::vector<VectorUnit> those_of_this_machine() {
    std::vector<VectorUnit> units = {VectorUnit::portable};
#if defined(__x86_64__)
    const bool avx2 = __builtin_cpu_supports("avx2") != 0;
    if (avx2) units.push_back(VectorUnit::avx2);
    if (avx2 && __builtin_cpu_supports("avx512vnni") != 0 &&
        __builtin_cpu_supports("avx512vl") != 0) {
        units.push_back(VectorUnit::vnni);
    }
#endif
    return units;
}

std::atomic<VectorUnit>& in_use() {
    static std::atomic<VectorUnit> unit = vector_units().back();
    return unit;
}

}  // namespace

std::string_view name(VectorUnit unit) {
    switch (unit) {
        case VectorUnit::portable: return "portable";
        case VectorUnit::avx2: return "avx2";
        case VectorUnit::vnni: return "vnni";
    }
    return "";
}

const std::vector<VectorUnit>& vector_units() {
    static const std::vector<VectorUnit> units = those_of_this_machine();
    return units;
}

VectorUnit vector_unit() {
    return in_use().load(std::memory_order_relaxed);
}

void use_vector_unit(VectorUnit unit) {
    in_use().store(unit, std::memory_order_relaxed);
}

}  // namespace demarche::learn
