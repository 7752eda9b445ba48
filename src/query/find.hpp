#pragma once

#include "graph/position_graph.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// From what a user typed to nodes. Case, punctuation, width and a leading "the" never count.
namespace demarche::query {

/// The actors whose id, name or one alias is `text`; only if there is none, those that have its
/// words, one after the other, in their name or one alias. "Seoul" finds South Korea, and then not
/// the Seoul Broadcasting System; "US" never finds USFK. Sorted by id.
[[nodiscard]] std::vector<std::string> find_actors(const graph::PositionGraph& graph,
                                                   std::string_view text);

/// At most `limit` names or aliases of actors that are spelled like `text`, the nearest first;
/// none if all are far off.
[[nodiscard]] std::vector<std::string> nearest_actors(const graph::PositionGraph& graph,
                                                      std::string_view text, std::size_t limit = 3);

/// The statements whose id starts with `prefix`, sorted; an empty prefix finds none.
[[nodiscard]] std::vector<std::string> find_statements(const graph::PositionGraph& graph,
                                                       std::string_view prefix);

/// Whether all words of `query` are words of `text`, in any order; false if `query` has none.
[[nodiscard]] bool has_words(std::string_view text, std::string_view query);

}  // namespace demarche::query
