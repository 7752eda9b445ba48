// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attribution/model.hpp"
#include "core/attribution.hpp"
#include "core/document.hpp"

#include <string>
#include <vector>

namespace demarche::attribution {

/// What was hidden from the network, and how much less sure it was then. Log-odds: 1 turns a
/// chance of 50 % into 73 %, 3 into 95 %. Below zero: it spoke against.
struct Reason {
    std::string what;  ///< the words, or the kind of feature
    Span at;           ///< of the words; empty for a kind of feature
    double cue = 0;
    double source = 0;
    double content = 0;
};

/// Why one attribution was found.
struct Explanation {
    std::vector<Reason> words;  ///< of the cue's window, those that count most first
    std::vector<Reason> kinds;  ///< of features, likewise
};

/// Explains by hiding (occlusion): the network reads the cue's surroundings again without each word
/// and without each kind of feature, and the differences are told. Words that count less than 0.1
/// for each part are left out. `attribution` is one of the first level: it has no reporter. \param
/// encodings what syntax::analyse gave for the document, as find_attributions had it Complexity:
/// one reading of the surroundings a word.
[[nodiscard]] Explanation explain(const Document& document, const AttributionModel& model,
                                  const learn::Matrix& encodings, const Attribution& attribution);

}  // namespace demarche::attribution
