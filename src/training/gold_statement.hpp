// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "core/relation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demarche::training {

/// What one person marked in an article.
struct Annotation {
    std::string annotator;
    std::vector<Attribution> attributions;
    Spans discard;  ///< left out of the annotation: boilerplate
};

/// What a person made of an attribution: the answer that learning and measuring go by.
struct GoldStatement {
    /// All the names by which one actor may rightly be called.
    using Names = std::vector<std::string>;

    Attribution attribution;  ///< spans alone
    Relation relation = Relation::states;
    std::vector<Relation> also;  ///< as right, by another reader
    Polarity polarity = Polarity::affirmed;
    Factuality factuality = Factuality::actual;
    std::vector<Names> actors;   ///< the holders
    std::optional<bool> policy;  ///< none where readers differed
};

}  // namespace demarche::training
