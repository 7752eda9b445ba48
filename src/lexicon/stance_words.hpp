// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

/// What single words give away of the stance of who says them: stance_words.tsv in memory.
namespace demarche::lexicon {

/// The names of the classes that `lemma` (folded) is in, in the order of the table; mostly none.
[[nodiscard]] const std::vector<std::string_view>& stance_classes(std::string_view lemma);

}  // namespace demarche::lexicon
