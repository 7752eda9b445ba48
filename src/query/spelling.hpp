// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>

/// Which words are one word written in two ways, so that who asks for "self-defence" or "guideline"
/// finds "self-defense" and "guidelines". Words come normalised: folded, without punctuation.
namespace demarche::query {

/// `word` as it is spelled in the United States, where the British spelling differs by a rule or by
/// the table: "labour" gives "labor", "licence" "license", "organisation" "organization". A word is
/// only ever compared by what this gives, on both sides: that it leaves "wise" as "wize" does not
/// show.
[[nodiscard]] std::string one_spelling(std::string_view word);

/// The ways in which a text may have `word`: itself, its plural and its singular, by the regular
/// rules and a table of irregular nouns, each in one_spelling.
[[nodiscard]] std::set<std::string> word_forms(std::string_view word);

}  // namespace demarche::query
