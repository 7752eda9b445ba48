// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/span.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace demarche {

/// Who (source) expresses (cue) what (content), as spans of the text.
/// Each part is empty where the text does not state it; cue and content are never both empty.
struct Attribution {
    Spans source;
    Spans cue;
    Spans content;
    /// Index, in the same list, of the one that reports it
    std::optional<std::size_t> reported_by;
    double confidence = 0;  ///< probability that source, cue and content are right, 0 to 1
};

}  // namespace demarche
