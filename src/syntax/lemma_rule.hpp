// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace demarche::syntax {

/// How a lemma comes from its form, so that a class can be learned for it:
///
///     "l-3+y"   lower-case, take 3 bytes off the end, add "y": Policies -> policy
///     "k-0+"    keep: Obama -> Obama
///     "=be"     the lemma itself: was -> be
///
/// lemma_from(form, lemma_rule(form, lemma)) == lemma for all of them.
[[nodiscard]] std::string lemma_rule(std::string_view form, std::string_view lemma);

/// Applies a rule; one that does not fit (more bytes off than there are) gives the form itself.
[[nodiscard]] std::string lemma_from(std::string_view form, std::string_view rule);

/// Lower-case for ASCII, Latin-1, Greek and Cyrillic letters; other characters stay.
/// Bytes that are not UTF-8 stay, too.
[[nodiscard]] std::string lower_case(std::string_view form);

}  // namespace demarche::syntax
