// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace demarche {

/// A half-open run of tokens of a document.
struct TokenRange {
    std::size_t first = 0;
    std::size_t end = 0;  ///< one past the last

    [[nodiscard]] bool empty() const { return first >= end; }
    [[nodiscard]] std::size_t size() const { return empty() ? 0 : end - first; }
    friend bool operator==(TokenRange, TokenRange) = default;
};

}  // namespace demarche
