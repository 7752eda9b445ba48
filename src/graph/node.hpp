// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>

namespace demarche::graph {

enum class NodeKind { actor, position, issue, document };

/// A node by kind and id: an actor and an issue may have the same id.
struct Node {
    NodeKind kind = NodeKind::actor;
    std::string id;

    friend bool operator==(const Node&, const Node&) = default;
    friend auto operator<=>(const Node&, const Node&) = default;
};

}  // namespace demarche::graph
