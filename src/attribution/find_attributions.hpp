// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attribution/cues.hpp"
#include "attribution/links.hpp"
#include "attribution/model.hpp"
#include "core/attribution.hpp"
#include "core/document.hpp"
#include "lexicon/actor_registry.hpp"
#include "lexicon/words.hpp"

#include <vector>

namespace demarche::attribution {

/// Who says what, as spans, in text order; inner ones name the one that reports them. The
/// document's tokens have tags and trees (syntax::analyse).
/// \param encodings what syntax::analyse gave with them; without, the reading is a little worse
/// \param registry says which sources are states and bodies, whose reports inside reports are read
[[nodiscard]] std::vector<Attribution> find_attributions(const lexicon::Words& words,
                                                         const AttributionModel& model,
                                                         const learn::Matrix& encodings,
                                                         const lexicon::ActorRegistry& registry);

/// A cue with what the second reading found for it, in tokens of the document.
struct FoundAttribution {
    FoundCue cue;
    Link link;
};

/// The first level alone, as training looks at it.
[[nodiscard]] std::vector<FoundAttribution> find_outer(const Document& document,
                                                       const AttributionModel& model,
                                                       const learn::Matrix& encodings = {});

/// Between 0 and 1, rising with the chance of being right, but no probability: see Calibration.
[[nodiscard]] double raw_confidence(const FoundAttribution& one);

}  // namespace demarche::attribution
