// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// The bytes of this folder's .tsv files, put into the program when it is built.
namespace demarche::lexicon::tables {

extern const std::string_view actors;
extern const std::string_view cues;
extern const std::string_view given_names;
extern const std::string_view public_bodies;
extern const std::string_view relation_words;
extern const std::string_view stance_words;
extern const std::string_view word_pairs;
extern const std::string_view words;

}  // namespace demarche::lexicon::tables
