// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace demarche::text {

/// What a word with a dot behind it tells about the end of a sentence.
enum class Abbreviation {
    none,     ///< not an abbreviation: the dot is a mark of its own
    title,    ///< "Mr.", "Oct.", "St.": something follows, no sentence ends here
    ending,   ///< "Inc.", "p.m.", "etc.": a sentence may end here
    counted,  ///< "No.", "Sat.": an abbreviation only before a number
};

/// `word` without its last dot, as it stands in the text ("Mr", "p.m", "Ph.D").
[[nodiscard]] Abbreviation abbreviation(std::string_view word);

/// Whether `word` often opens a sentence and hardly ever goes on after an abbreviation ("The",
/// "He"): after "U.S." it tells that a sentence ended.
[[nodiscard]] bool opens_sentence(std::string_view word);

}  // namespace demarche::text
