// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attribution/view.hpp"
#include "core/attribution.hpp"
#include "core/document.hpp"
#include "training/gold_statement.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche::training {

/// An article with what people marked in it.
struct AnnotatedDocument {
    Document document;
    std::vector<Annotation> annotations;
    learn::Matrix encodings;  ///< of the parser's network, see view()
};

/// What a network learns from one article; the first annotator's reading.
struct AttributionExample {
    attribution::View seen;
    std::vector<int> labels;  ///< of every token by itself, see attribution/cues.hpp
    std::vector<attribution::TokenRun> cues;
    std::vector<std::vector<int>> roles;  ///< of a cue: 0, or 1 + Role, of every token

    /// Labels of the tokens first to last for cue number `cue`.
    [[nodiscard]] std::vector<int> window_labels(std::size_t cue,
                                                 const attribution::TokenRun& window) const;
};

[[nodiscard]] AttributionExample example(const AnnotatedDocument& annotated);

/// The same article as if it had no trees.
[[nodiscard]] attribution::View without_trees(attribution::View seen);

}  // namespace demarche::training
