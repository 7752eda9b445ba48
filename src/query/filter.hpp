// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/relation.hpp"
#include "graph/position_graph.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace demarche::query {

/// A relation as people and triple stores name it: "opposes" is one, "does not oppose" another.
struct RelationSense {
    Relation relation = Relation::states;
    Polarity polarity = Polarity::affirmed;

    friend bool operator==(const RelationSense&, const RelationSense&) = default;
};

/// Which statements are wanted: those to which every condition applies. An empty text, list or
/// optional is no condition.
struct Filter {
    std::string actor;                     ///< a holder, as find_actors finds it
    bool with_parts = false;               ///< also who is part of that actor or represents it
    std::vector<RelationSense> relations;  ///< one of these
    std::string position;                  ///< all its words are words of the position
    std::string issue;                 ///< all its words are words of one of the position's issues
    std::string text;                  ///< all its words are words of the position or of one issue
    std::optional<double> min_stance;  ///< inclusive, as max_stance
    std::optional<double> max_stance;
    std::string addressee;  ///< as find_actors finds it
    std::string target;     ///< likewise
    std::string since;      ///< ISO 8601 date, "2013", "2013-10" or "2013-10-25"; inclusive
    std::string until;      ///< likewise, inclusive: "2013-10" ends with its last day
    std::string source;     ///< document: its id, url, or words of its name, title or publisher
    std::optional<Polarity> polarity;
    std::optional<Factuality> factuality;
    bool policy_only = false;
    double min_confidence = 0;
    bool direct_quotes_only = false;
};

/// The ids of the statements that pass, in the order of date (unknown last), document (name, then
/// id), place in the text. A condition on the date drops statements without one.
[[nodiscard]] std::vector<std::string> select(const graph::PositionGraph& graph,
                                              const Filter& filter);

/// The actors that `filter.actor` and `filter.with_parts` want as holders; none set if all are
/// wanted.
[[nodiscard]] std::optional<std::set<std::string>> wanted_holders(const graph::PositionGraph& graph,
                                                                  const Filter& filter);

}  // namespace demarche::query
