// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"

#include <string_view>

/// A small graph made by hand, so that the door's own behaviour does not hang on how well articles
/// are read.
namespace demarche::cli::test {

/// The article that the statements of the graph are taken from.
inline constexpr std::string_view fixture_text =
    "Harbour talks stall\n"
    "\n"
    "Norland asked Sudland on Monday to open the harbour at Grens (그렌스 항구) to its ferries. "
    "\"The harbour must be open before winter,\" said Ida Holm, its foreign minister.\n"
    "\n"
    "A Sudland official said the government does not oppose the opening, but would refuse a toll.\n"
    "\n"
    "Ida Holm told reporters that Sudland supports a toll. She said the weather was fine.\n";

/// Its one document is `fixture_text`; it passes graph::check and graph::check_against.
[[nodiscard]] graph::PositionGraph fixture_graph();

}  // namespace demarche::cli::test
