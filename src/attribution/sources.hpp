// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attribution/view.hpp"

#include <optional>
#include <vector>

namespace demarche::attribution {

/// Whether `source` is the "it" of "it was reported that", which stands for nobody, or the one who
/// "was asked" or "was told".
[[nodiscard]] bool is_no_source(const View& seen, const TokenRun& cue, const TokenRun& source);

/// Who says it by the tree, for a cue to which the network gave no source: the subject of the cue's
/// head or of the verbs that it hangs on, its agent or its owner, with all that belongs to it.
/// Nothing where that overlaps the cue or a content.
[[nodiscard]] std::optional<TokenRun> source_by_tree(const View& seen, const TokenRun& cue,
                                                     const std::vector<TokenRun>& content);

}  // namespace demarche::attribution
