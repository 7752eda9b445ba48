// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// What articles that are read again change of a graph: what somebody corrected in it by hand is
/// reverted so, and what an older program read worse is put right. Nobody but the user can tell the
/// two apart.
namespace demarche::graph {

/// A statement or actor that stood otherwise.
struct Replaced {
    std::string article;  ///< its name; empty for an actor, which many share
    std::string what;     ///< the words of the statement, or "actor kr"
    std::string how;      ///< "supports becomes opposes", "is found no more"

    friend bool operator==(const Replaced&, const Replaced&) = default;
};

class Before {
public:
    /// `graph` as it stood before articles were read into it.
    explicit Before(PositionGraph graph);

    /// Article `name` was read again and has this text; of its statements those are compared whose
    /// words are in it.
    void read_again(const std::string& name, std::string_view text);

    /// The statements of these articles that stand otherwise in `after`, or not at all, in the
    /// order of articles and of the text, then the actors of which `after` says something else; a
    /// statement is found again by its words. What is only added is not told.
    [[nodiscard]] std::vector<Replaced> compared_with(const PositionGraph& after) const;

private:
    PositionGraph graph_;
    std::multimap<std::string, std::string> statements_;        ///< article to statement
    std::map<std::string, std::vector<std::string>> compared_;  ///< article to statements
};

}  // namespace demarche::graph
