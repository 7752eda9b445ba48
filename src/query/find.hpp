// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// From what a user typed to nodes. Case, punctuation, width and a leading "the" never count.
namespace demarche::query {

/// The actors whose id, name or one alias is `text`; British and American spelling are one where no
/// name is spelled as `text`. Sorted by id.
[[nodiscard]] std::vector<std::string> actors_named(const graph::PositionGraph& graph,
                                                    std::string_view text);

/// The actors that actors_named gives; only if there is none, those that have its words, one after
/// the other, in their name or one alias. "Seoul" finds South Korea, and then not the Seoul
/// Broadcasting System; "US" never finds USFK. Sorted by id.
[[nodiscard]] std::vector<std::string> find_actors(const graph::PositionGraph& graph,
                                                   std::string_view text);

/// At most `limit` names or aliases of actors that are spelled like `text`, the nearest first;
/// none if all are far off.
[[nodiscard]] std::vector<std::string> nearest_actors(const graph::PositionGraph& graph,
                                                      std::string_view text, std::size_t limit = 3);

/// The statements whose id starts with `prefix`, sorted; an empty prefix finds none.
[[nodiscard]] std::vector<std::string> find_statements(const graph::PositionGraph& graph,
                                                       std::string_view prefix);

/// The words of a query, to be found in many texts. Singular and plural are one word, and so are
/// British and American spelling (query/spelling.hpp).
class QueryWords {
public:
    explicit QueryWords(std::string_view query);

    /// Whether all are words of `text`, in any order; false if the query has none.
    [[nodiscard]] bool are_in(std::string_view text) const;

private:
    std::vector<std::set<std::string>> forms_;  ///< of each word
};

/// The same for one text.
[[nodiscard]] bool has_words(std::string_view text, std::string_view query);

/// A word that is in no position and no issue.
struct UnknownWord {
    std::string word;  ///< normalised
    std::vector<std::string>
        near;  ///< words, or two as one, that are spelled like it; nearest first
};

/// The words of `query` that are in no position and no issue, each with at most `limit` that are
/// spelled like it.
[[nodiscard]] std::vector<UnknownWord> unknown_words(const graph::PositionGraph& graph,
                                                     std::string_view query, std::size_t limit = 3);

}  // namespace demarche::query
