// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/relation.hpp"
#include "lexicon/words.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The words and phrases by which sources speak, think and act: cues.tsv in memory.
namespace demarche::lexicon {

/// One cue and what may follow it.
struct Cue {
    std::vector<std::string> words;  ///< folded; the first in its base form
    Relation relation = Relation::states;
    bool clause = false;      ///< a clause or a quotation: "said that"
    bool object = false;      ///< a noun phrase is the content: "seeks input"
    bool infinitive = false;  ///< "plans to"
    bool addressee = false;   ///< the object is told or asked: "told Congress that"
    bool target = false;      ///< the object is the target: "criticised the court"
    bool impersonal = false;  ///< has no source of its own: "remains unclear"
    bool verb = true;         ///< false: "according to", whose source follows
};

/// Where in the text a cue was found.
struct CueMatch {
    const Cue* cue = nullptr;
    TokenRange tokens;
};

class CueLexicon {
public:
    /// Reads a table in the form of cues.tsv. \throws InputError with the line at fault.
    CueLexicon(std::string_view table, const std::string& file);

    /// The table that the program carries.
    [[nodiscard]] static const CueLexicon& built_in();

    /// The longest cue that starts at `token`, in any form of its first word.
    [[nodiscard]] std::optional<CueMatch> at(const Words& words, std::size_t token) const;

private:
    std::vector<Cue> cues_;
    std::multimap<std::string, std::size_t, std::less<>> by_first_word_;
    std::map<std::string, std::string, std::less<>> irregular_;  ///< form to base form
};

}  // namespace demarche::lexicon
