// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/actor.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What single words beside a name, or at its end, tell of who bears it. All words are folded.
namespace demarche::lexicon {

/// What pronoun stands for somebody; unknown where neither title, role nor given name shows it.
enum class Gender { unknown, female, male };

/// "de", "von", "bin": small words inside a name.
[[nodiscard]] bool is_particle(std::string_view word);
/// The last word of what is no person though it looks like one: "Lee County", "Tax Act".
[[nodiscard]] bool is_thing(std::string_view word);
/// "Jr.", "III".
[[nodiscard]] bool is_generation(std::string_view word);

/// Words that stand before a name without being part of it: "President", "Sen.", "spokesman".
[[nodiscard]] bool is_title(std::string_view word);
/// Nouns for what a person is: "minister", "billionaire", "source".
[[nodiscard]] bool is_role_noun(std::string_view word);
/// The last word of a body's name: "Party", "Committee", "Times".
[[nodiscard]] std::optional<ActorKind> kind_of_body(std::string_view last_word);

/// By the given name, from a list of common ones; unknown for the others.
[[nodiscard]] Gender gender_of_given_name(std::string_view given_name);
/// "Mrs.", "chairwoman", "husband"; folded.
[[nodiscard]] Gender gender_of_noun(std::string_view word);

/// "Sen.", "Gov.": titles that are written short.
[[nodiscard]] bool is_abbreviated_title(std::string_view word);
/// "sen." names the same role as "senator"; other words stay as they are.
[[nodiscard]] std::string role_in_full(const std::string& word);

}  // namespace demarche::lexicon
