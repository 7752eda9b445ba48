// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What every target has in common: libFuzzer calls it with one input after the other.
/// https://llvm.org/docs/LibFuzzer.html
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed);

namespace demarche::fuzz {

[[nodiscard]] inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Does `work`; false if it refused the input in the way that is promised. Any other exception ends
/// the run.
template <class Work>
[[nodiscard]] bool accepts(Work work) {
    try {
        work();
    } catch (const InputError&) {
        return false;
    }
    return true;
}

}  // namespace demarche::fuzz
