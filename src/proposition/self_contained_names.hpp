// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft/draft.hpp"
#include "draft/names.hpp"
#include "lexicon/words.hpp"

#include <cstddef>
#include <string>

/// What words that point elsewhere are called in a label that stands alone.
namespace demarche::proposition {

/// A stretch of tokens and what is written for it.
struct Named {
    std::string text;              ///< empty: the words stay as they are
    std::size_t end = 0;           ///< one past the last token
    bool subject_changed = false;  ///< a pronoun gave way to a name: the verb may have to agree
};

/// Names for the words of one attribution.
struct Speaker {
    const Actor* holder = nullptr;  ///< null where there are several or nobody is named
    const Actor* side = nullptr;    ///< whom "we" means: the holder, or whom it speaks for; or null
    /// Who is quoted as reporting the holder; "we" is that one, ...
    const Actor* quoted = nullptr;
    Span cue;  ///< ... but in quotation marks that leave this cue outside
};

[[nodiscard]] Speaker speaker(const draft::Draft& draft, const draft::StatementDraft& statement);

/// What is written for the words at `token`: a full name for a surname, a state for its capital, a
/// name for a pronoun.
[[nodiscard]] Named named_at(const lexicon::Words& words, const draft::NamesInText& names,
                             const Speaker& speaker, std::size_t token);

/// As it stands before a noun or a verb: an unnamed source gets its article.
[[nodiscard]] std::string in_sentence(const Actor& actor);

[[nodiscard]] std::string possessive(const std::string& name);

}  // namespace demarche::proposition
