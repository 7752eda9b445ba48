// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "draft/draft.hpp"

#include <utility>

namespace demarche::draft {

void begin_statements(std::vector<Attribution> attributions, Draft& draft) {
    draft.statements.reserve(attributions.size());
    for (Attribution& each : attributions) {
        const lexicon::CueReading cue = lexicon::read_cue(draft.words, each.cue);
        const auto for_somebody = lexicon::for_somebody_to_decide(draft.words, each.content);
        draft.statements.push_back({std::move(each), cue, for_somebody});
    }
}

}  // namespace demarche::draft
