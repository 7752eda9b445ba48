// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace demarche::graph {

/// Something in a graph that its reader should know of.
struct Finding {
    std::string at;       ///< the node: "statement 75b5...", "actor kr"
    std::string message;  ///< what is wrong, with the value

    friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace demarche::graph
