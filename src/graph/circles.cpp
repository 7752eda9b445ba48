// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/circles.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace demarche::graph {

std::vector<std::vector<std::string>> circles(
    const std::vector<std::pair<std::string, std::string>>& arrows) {
    using Arrows = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
    std::map<std::string, std::size_t> numbers;
    std::vector<std::string> ids;
    const auto number = [&](const std::string& id) {
        const auto [place, is_new] = numbers.try_emplace(id, ids.size());
        if (is_new) ids.push_back(id);
        return place->second;
    };
    Arrows graph;
    std::set<std::string> own;  // ids that point to themselves
    for (const auto& [from, to] : arrows) {
        const std::size_t tail = number(from);
        boost::add_edge(tail, number(to), graph);
        if (from == to) own.insert(from);
    }
    if (ids.empty()) return {};
    std::vector<std::size_t> component(ids.size());
    const std::size_t count = boost::strong_components(
        graph, boost::make_iterator_property_map(component.begin(),
                                                 boost::get(boost::vertex_index, graph)));
    std::vector<std::vector<std::string>> members(count);
    for (std::size_t i = 0; i < ids.size(); ++i) members[component[i]].push_back(ids[i]);
    std::erase_if(members, [&](const std::vector<std::string>& set) {
        return set.size() == 1 && !own.contains(set.front());
    });
    for (std::vector<std::string>& set : members) std::sort(set.begin(), set.end());
    std::sort(members.begin(), members.end());
    return members;
}

}  // namespace demarche::graph
