// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// Closed lists of the nouns by which news texts call those who speak. Words are folded.
namespace demarche::lexicon {

/// People who are quoted without a name: "official", "sources".
[[nodiscard]] bool is_source_noun(std::string_view word);
[[nodiscard]] bool is_plural(std::string_view word);   ///< by its ending
[[nodiscard]] bool speaks_for(std::string_view word);  ///< "spokeswoman"
/// "government", "authorities": of a state, that state.
[[nodiscard]] bool means_government(std::string_view word);
[[nodiscard]] bool is_body_noun(std::string_view word);      ///< "ministry", "department"
[[nodiscard]] bool is_document_noun(std::string_view word);  ///< "report", "poll"
/// What somebody says or means, so that it stands for its owner: "her message", "his plan".
[[nodiscard]] bool is_utterance_noun(std::string_view word);
[[nodiscard]] bool means_campaign(std::string_view word);  ///< "campaign", "camp", "team"
/// "the ministry", "the group": a body that was named before.
[[nodiscard]] bool means_body_again(std::string_view word);

}  // namespace demarche::lexicon
