// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/actor.hpp"
#include "graph/position_graph.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What somebody decided about actors that the reading left in doubt.
///
///     same      Trump        Donald Trump     # one actor: the second
///     not-same  Jan Nowak    Piotr Nowak      # two, and no doubt any more
///     rename    rok          South Korea
///     kind      Greenpeace   organisation
///
/// A line is an action and two cells, separated by tabs; actors are named by id or by their exact
/// name.
namespace demarche::graph {

enum class Action { same, not_same, rename, kind };

struct Decision {
    Action action = Action::same;
    std::string actor;
    std::string other;  ///< an actor, the new name, or the kind
    ActorKind kind = ActorKind::unknown;
    std::size_t line = 0;
};

/// The decisions of a file; blank lines and what follows a '#' at the start of a line or behind a
/// tab are left out. `file` is the name for messages.
/// \throws InputError with line and column: an unknown action, a missing or surplus cell, an
/// unknown kind, two decisions that contradict each other.
[[nodiscard]] std::vector<Decision> read_decisions(std::string_view text, const std::string& file);

/// Carries them out: actors become one under the id and name of the second, with all names as
/// aliases; statements follow, with new ids where their holders changed. The second time nothing
/// changes. Returns a sentence for each decision that no longer applies, with its line: an actor it
/// names is not in the graph. `not-same` changes nothing.
/// Call graph::prune afterwards. O((n + d) log n) for d decisions and a graph of n nodes.
std::vector<std::string> carry_out(PositionGraph& graph, const std::vector<Decision>& decisions);

/// What decisions of the kind not-same tell apart.
class Distinctions {
public:
    explicit Distinctions(const std::vector<Decision>& decisions);

    /// Whether a decision says that these two are not the same. O(log n).
    [[nodiscard]] bool apart(const Actor& one, const Actor& other) const;

private:
    std::set<std::pair<std::string, std::string>> pairs_;  ///< both ways
};

}  // namespace demarche::graph
