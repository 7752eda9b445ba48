// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "query/filter.hpp"

#include <string>
#include <vector>

namespace demarche::query {

/// The statements by which one holder takes one relation to one position.
struct Group {
    std::string position;  ///< label
    std::string issue;     ///< labels of the position's issues
    std::string holder;    ///< name
    std::string relation;  ///< "supports", "does not support"
    std::string factuality;
    double stance = 0;  ///< mean
    std::size_t count = 0;
    std::string first_date;  ///< of the dated ones; empty if none is
    std::string last_date;
    std::string quote;  ///< of the statement of most confidence, the first of several
};

/// One group for each position, holder (among those that the filter wants), relation, polarity and
/// factuality. Sorted by side (for, neutral, against, by the mean stance), then by first date
/// (unknown last), position and holder (their text, then id), then in the order of the lists.
[[nodiscard]] std::vector<Group> groups(const graph::PositionGraph& graph, const Filter& filter);

}  // namespace demarche::query
