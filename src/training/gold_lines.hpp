// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "training/gold_statement.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What people marked and judged in articles, as lines of JSON.
namespace demarche::training {

/// What people marked in an article: the member "readings" of such a line, a list of {"annotator",
/// "attributions": [{"source", "cue", "content"}], "discard"}, each a list of pairs [start, end) of
/// code points of "text"; an absent list is empty. Spans are bytes of the article's text.
/// \throws InputError with file and line if it is not so, or a pair lies outside of the text.
[[nodiscard]] std::vector<Annotation> json_annotations(std::string_view line,
                                                       const std::string& file,
                                                       std::size_t line_number);

/// What people judged of an article: the member "statements" of such a line, a list of {"source",
/// "cue", "content", "relation", "also"?, "polarity", "factuality", "actors": [{"name",
/// "aliases"?}], "policy"}; spans as in json_annotations. Other members are ignored. \throws
/// InputError with file and line if it is not so, or a word is not of the closed lists.
[[nodiscard]] std::vector<GoldStatement> json_statements(std::string_view line,
                                                         const std::string& file,
                                                         std::size_t line_number);

}  // namespace demarche::training
