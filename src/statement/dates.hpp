// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lexicon/words.hpp"

#include <string>

namespace demarche::statement {

/// The ISO 8601 date that the words of `sentence` give for what is said there ("on Oct. 25"), its
/// year taken from `published` so that the date is not after it by more than a day; else the day of
/// `published`; empty if that is empty. A weekday ("on Friday") is the last such day.
[[nodiscard]] std::string statement_date(const lexicon::Words& words, TokenRange sentence,
                                         const std::string& published);

}  // namespace demarche::statement
