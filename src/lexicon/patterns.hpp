// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "lexicon/cues.hpp"
#include "lexicon/words.hpp"

#include <optional>
#include <vector>

/// Turns of phrase in what a source says that tell more than the verb of saying.
namespace demarche::lexicon {

/// "(it is) a matter for X to decide", "it is up to X".
struct ForSomebody {
    TokenRange who;
    bool negated = false;  ///< "it was not an issue for X to ..."
};

/// The tokens of a part, piece by piece.
[[nodiscard]] std::vector<TokenRange> ranges(const Words& words, const Spans& spans);

[[nodiscard]] std::optional<ForSomebody> for_somebody_to_decide(const Words& words,
                                                                const Spans& content);

/// "(asked) not to be named", "(spoke on) condition of anonymity": how the source wants to be
/// quoted.
[[nodiscard]] bool on_being_named(const Words& words, const Attribution& attribution);

/// The verb of a content in which the source speaks of itself: "we plan to", "it “understood”".
struct SelfReport {
    std::size_t subject = 0;  ///< the pronoun
    TokenRange group;         ///< auxiliaries, negation and the cue
    CueMatch cue;
};

[[nodiscard]] std::optional<SelfReport> self_report(const Words& words, const Spans& content);

}  // namespace demarche::lexicon
