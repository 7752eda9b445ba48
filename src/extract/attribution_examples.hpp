// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attribution.hpp"
#include "core/document.hpp"
#include "extract/attribution_view.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche::extract {

/// An article with what people marked in it.
struct AnnotatedDocument {
    Document document;
    std::vector<Annotation> annotations;
    learn::Matrix states;  ///< of the parser's network, see view()
};

/// What a network learns from one article; the first annotator's reading.
struct AttributionExample {
    View seen;
    std::vector<int> labels;  ///< of every token by itself, see attribution_cues.hpp
    std::vector<TokenRun> cues;
    std::vector<std::vector<int>> roles;  ///< of a cue: 0, or 1 + Role, of every token

    /// Labels of the tokens first to last for cue number `cue`.
    [[nodiscard]] std::vector<int> window_labels(std::size_t cue, const TokenRun& window) const;
};

[[nodiscard]] AttributionExample example(const AnnotatedDocument& annotated);

/// The same article as if it had no trees.
[[nodiscard]] View without_trees(View seen);

}  // namespace demarche::extract
