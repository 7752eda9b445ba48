// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "lexicon/patterns.hpp"

#include "lexicon/closed_words.hpp"
#include "lexicon/phrases.hpp"

namespace demarche::lexicon {
std::vector<TokenRange> ranges(const Words& words, const Spans& spans) {
    std::vector<TokenRange> result;
    for (const Span span : spans) {
        const TokenRange range = words.range(span);
        if (!range.empty()) result.push_back(range);
    }
    return result;
}

std::optional<ForSomebody> for_somebody_to_decide(const Words& words, const Spans& content) {
    for (const TokenRange range : ranges(words, content)) {
        for (std::size_t t = range.first; t + 2 < range.end; ++t) {
            std::size_t who = 0;
            if (is(WordClass::matter, words[t]) && words[t + 1] == "for") who = t + 2;
            if (words[t] == "up" && words[t + 1] == "to" && t > range.first &&
                (is_form_of_be(words[t - 1]) || words[t - 1] == "'s" || is_adverb(words[t - 1]))) {
                who = t + 2;
            }
            if (who == 0) continue;
            const TokenRange phrase = noun_phrase_from(words, who, range.end);
            const bool up = words[t] == "up";
            const bool to = phrase.end < range.end && words[phrase.end] == "to";
            if (phrase.empty() || (!up && !to)) continue;
            bool negated = false;
            for (std::size_t n = t > 5 ? t - 5 : 0; n < t; ++n) {
                negated =
                    negated || (n >= range.first && (is_negation(words[n]) || words[n] == "no"));
            }
            return ForSomebody{phrase, negated};
        }
    }
    return std::nullopt;
}

bool on_being_named(const Words& words, const Attribution& attribution) {
    for (const Spans* part : {&attribution.cue, &attribution.content}) {
        for (const TokenRange range : ranges(words, *part)) {
            for (std::size_t t = range.first; t < range.end; ++t) {
                if (words[t] == "anonymity") return true;
                const bool asked = t >= 2 && words[t - 1] == "be" && words[t - 2] == "to";
                if (asked && is(WordClass::quoting_participle, words[t])) return true;
            }
        }
    }
    return false;
}

std::optional<SelfReport> self_report(const Words& words, const Spans& content) {
    const std::vector<TokenRange> pieces = ranges(words, content);
    if (pieces.empty()) return std::nullopt;
    const TokenRange range = pieces.front();
    std::size_t t = range.first;
    while (t < range.end && (!words.is_word(t) || is(WordClass::opening_of_a_content, words[t]))) {
        ++t;
    }
    if (t >= range.end || !is(WordClass::subject_pronoun, words[t])) return std::nullopt;
    const std::size_t subject = t++;
    const std::size_t group = t;
    while (t < range.end) {
        if (const auto cue = CueLexicon::built_in().at(words, t);
            cue && cue->cue->verb && !is_adverb(words[t])) {
            const bool copula = is_form_of_be(words[t]) || words[t] == "'s";
            if (!copula || cue->tokens.size() > 1) {
                return SelfReport{subject, {group, cue->tokens.end}, *cue};
            }
        }
        const bool skips = !words.is_word(t) || is_auxiliary(words[t]) || is_adverb(words[t]) ||
                           is_negation(words[t]) || words[t] == "'s";
        if (!skips) return std::nullopt;
        ++t;
    }
    return std::nullopt;
}

}  // namespace demarche::lexicon
