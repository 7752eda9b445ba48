// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lexicon/words.hpp"

#include <string_view>

/// Borders of noun phrases and verb groups as far as closed lists of words show them, and of tags
/// those of finite verbs, which end a noun phrase.
/// Limits: in a text without tags a noun, a verb and an adjective look alike; a tree, once there,
/// knows better, and what asks these functions should then ask it.
namespace demarche::lexicon {

[[nodiscard]] bool is_preposition(std::string_view word);
[[nodiscard]] bool is_determiner(std::string_view word);
[[nodiscard]] bool is_pronoun(std::string_view word);  ///< I, we, he, ... who, those
/// The same of a token: "us", but not "US".
[[nodiscard]] bool is_pronoun_at(const Words& words, std::size_t token);
[[nodiscard]] bool is_auxiliary(std::string_view word);  ///< have, be, do, modals
[[nodiscard]] bool is_form_of_be(std::string_view word);
[[nodiscard]] bool is_negation(std::string_view word);  ///< not, n't, never, no longer's no
/// Stands between subject and verb without being either: "also", "later", words in -ly.
[[nodiscard]] bool is_adverb(std::string_view word);
[[nodiscard]] bool is_conjunction(std::string_view word);  ///< that, and, but, if, because, ...
[[nodiscard]] bool is_time_word(std::string_view word);    ///< Monday, October, yesterday

/// The noun phrase that ends just before token `end`, no further back than `from`, with what
/// belongs to a source: "a source in the Ministry of Foreign Affairs". Empty if there is none.
[[nodiscard]] TokenRange noun_phrase_before(const Words& words, std::size_t from, std::size_t end);

/// The noun phrase that starts at token `first`, up to `end` at most. Empty if there is none.
[[nodiscard]] TokenRange noun_phrase_from(const Words& words, std::size_t first, std::size_t end);

/// Where the verb group that has its main verb at `verb` starts: "would not openly oppose".
[[nodiscard]] std::size_t verb_group_start(const Words& words, std::size_t from, std::size_t verb);

/// The end of a phrase of time that starts at `at`: "on Oct. 25", "Monday"; `at` if none does.
[[nodiscard]] std::size_t time_phrase_end(const Words& words, std::size_t at, std::size_t end);

}  // namespace demarche::lexicon
