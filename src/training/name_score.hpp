// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"
#include "syntax/model.hpp"
#include "syntax/name_model.hpp"
#include "training/syntax_score.hpp"
#include "training/treebank.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::training {

/// Tags of the tokens of each sentence, in the manner of a scheme of the training; empty: in that
/// of new text.
[[nodiscard]] std::vector<NameTags> name_tags(const Document& document,
                                              const syntax::NameModel& model,
                                              std::string_view scheme);

/// An article's sentences as text, with the tags of their names.
struct NamedDocument {
    Document document;           ///< with tags and trees
    std::vector<NameTags> tags;  ///< one a sentence
};

/// The articles of a treebank, read by `model` in the manner of the treebank `scheme` (empty: of
/// new text), with the names that stand in the treebank: from NER= if it has that, else from
/// Entity=. \throws UsageError if the model does not know that scheme.
[[nodiscard]] std::vector<NamedDocument> named_documents(const Treebank& treebank,
                                                         const syntax::Model& model,
                                                         std::string_view scheme);

/// Whole names, all together and by kind, in the manner of `scheme`.
struct NameScores {
    Count all;
    std::vector<Count> kinds;  ///< as name_kinds
    Count spans;               ///< whatever the kind
};

[[nodiscard]] NameScores evaluate_names(const std::vector<NamedDocument>& gold,
                                        const syntax::NameModel& model, std::string_view scheme);

/// For people: one line a figure.
[[nodiscard]] std::string table(const NameScores& scores);

}  // namespace demarche::training
