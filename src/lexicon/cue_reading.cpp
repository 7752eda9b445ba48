// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

#include "lexicon/cue_reading.hpp"

#include "lexicon/closed_words.hpp"
#include "lexicon/cues.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/phrases.hpp"

#include <string>

namespace demarche::lexicon {
namespace {

/// "stopped short of endorsing": did not endorse.
bool falls_short(const Words& words, std::size_t t) {
    return is(WordClass::falling_short, words[t]) && words.match(t + 1, "short of") != t + 1;
}

/// "declined to rule out", "would not rule out": keeps it open.
bool leaves_open(const Words& words, TokenRange group) {
    bool holds_back = false;
    for (std::size_t t = group.first; t < group.end; ++t) {
        holds_back = holds_back || words[t].starts_with("declin") ||
                     words[t].starts_with("refus") || is_negation(words[t]);
        const bool rules_out = words.match(t, "rule out") != t || words.match(t, "ruling out") != t;
        if (holds_back && rules_out) return true;
    }
    return false;
}

bool is_deontic(const Words& words, std::size_t t, std::size_t end) {
    const std::string& word = words[t];
    const std::string next = t + 1 < end ? words[t + 1] : std::string();
    if (word == "must" || word == "should" || word == "ought") return true;
    if (word == "need" || word == "needs") return next == "to" || next == "a" || next == "more";
    if (word == "has" || word == "have") return next == "to";
    return word == "needed" && t > 0 && is_form_of_be(words[t - 1]);
}

}  // namespace

/// A "not" that is part of the cue ("neither confirm nor deny") does not negate it.
CueReading group_reading(const Words& words, TokenRange group) {
    CueReading reading;
    TokenRange longest;
    for (std::size_t t = group.first; t < group.end; ++t) {
        const bool unable =
            t + 1 < group.end && is_negation(words[t + 1]) &&
            (words[t] == "can" || words[t] == "could");  // "cannot support" is no guess
        reading.modal = reading.modal || (is(WordClass::modal_of_possibility, words[t]) && !unable);
        reading.would = reading.would || words[t] == "would" || words[t] == "should";
        const std::optional<CueMatch> match = CueLexicon::built_in().at(words, t);
        if (!match || match->tokens.size() <= longest.size()) continue;
        longest = match->tokens;
        reading.relation = match->cue->relation;
    }
    for (std::size_t t = group.first; t < group.end; ++t) {
        const bool own = t >= longest.first && t < longest.end && longest.size() > 1;
        const bool no = words[t] == "no" && t + 1 < group.end;
        const bool none = is_negation(words[t]) || no || falls_short(words, t);
        reading.negated = reading.negated || (none && !own);
    }
    for (std::size_t t = group.first; t < group.end; ++t) {
        if (words[t] == "never" && reading.relation == Relation::states) reading.narrow = true;
    }
    if (leaves_open(words, group)) {
        reading.relation = Relation::rejects;
        reading.negated = true;
        reading.narrow = true;
    }
    return reading;
}

CueReading read_cue(const Words& words, const Spans& spans) {
    CueReading cue;
    for (const TokenRange group : ranges(words, spans)) {
        const CueReading part = group_reading(words, group);
        cue.negated = cue.negated || part.negated;
        cue.modal = cue.modal || part.modal;
        cue.would = cue.would || part.would;
        cue.narrow = cue.narrow || part.narrow;
        if (part.relation && (!cue.relation || *cue.relation == Relation::states)) {
            cue.relation = part.relation;
        }
    }
    return cue;
}

std::optional<std::size_t> must_at(const Words& words, const Spans& content) {
    for (const TokenRange range : ranges(words, content)) {
        bool aside = false;
        for (std::size_t t = range.first; t < range.end; ++t) {
            const std::string& word = words[t];
            if (is(WordClass::opening_of_an_aside, word)) aside = true;
            if (is(WordClass::end_of_an_aside, word)) aside = false;
            if (!aside && is_deontic(words, t, range.end)) return t;
        }
    }
    return std::nullopt;
}

bool opens_question(const Words& words, const Attribution& attribution) {
    const std::vector<TokenRange> pieces = ranges(words, attribution.content);
    if (pieces.empty()) return false;
    const std::size_t t = pieces.front().first;
    return is(WordClass::question_word, words[t]) || words.match(t, "to what extent") != t;
}

}  // namespace demarche::lexicon
