// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "lexicon/words.hpp"

#include <vector>

namespace demarche::attribution {

/// Who says what by a table of cues (cues.tsv), quotation marks and the order of words, without
/// trees or a model; in text order. Penn tags, where there are any, keep nouns from being cues and
/// finite verbs out of sources. Blunter than the trained reading, but it sees reports
/// inside reports, which the corpora do not mark: find_attributions asks it for those alone.
[[nodiscard]] std::vector<Attribution> find_by_rule(const lexicon::Words& words);

}  // namespace demarche::attribution
