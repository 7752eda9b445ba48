// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Who holds, whom it is about. Who is told stands in addressees.cpp.

#include "actor/resolver.hpp"
#include "lexicon/closed_words.hpp"
#include "lexicon/cues.hpp"
#include "lexicon/nouns.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/phrases.hpp"

#include <algorithm>

namespace demarche::actor {
using namespace lexicon;
namespace {}  // namespace

Resolver::Indices Resolver::holders_of(std::size_t index) {
    const Attribution& attribution = draft_.statements[index].attribution;
    const std::vector<TokenRange> sources = ranges(words_, attribution.source);
    if (sources.empty()) return unstated_holders(index);
    TokenRange source = sources.front();
    while (source.size() > 1 && !words_.is_word(source.first)) ++source.first;
    Indices holders;
    for (const std::size_t actor : resolve_phrase(source, attribution.reported_by)) {
        if (std::find(holders.begin(), holders.end(), actor) == holders.end()) {
            holders.push_back(actor);
        }
    }
    if (holders.size() == 1 && !is_pronoun_at(words_, source.first)) {
        const Phrase phrase = parsed(without_time(source));
        remember({source.first, holders.front(), words_[phrase.head], phrase.head});
        actors_.add_alias(holders.front(), unnamed_name(phrase.tokens, std::nullopt));
    } else {
        for (const std::size_t holder : holders) remember({source.first, holder, {}, source.first});
    }
    return holders;
}

Resolver::Indices Resolver::unstated_holders(std::size_t index) {
    const std::vector<TokenRange> cue = ranges(words_, draft_.statements[index].attribution.cue);
    std::optional<std::size_t> verb;
    for (const TokenRange range : cue) {
        for (std::size_t t = range.first; t < range.end; ++t) {
            if (any_stem_is(WordClass::seeming, words_[t])) return {actors_.author()};
            const bool is_verb = document_.tokens[t].upos == "VERB";
            if (is_verb && !verb) verb = t;
        }
    }
    if (!verb) return {actors_.unknown()};
    // "Berg left, saying": the subject of the verb above, where this one has none and is active.
    const Sentence& sentence = words_.sentence_at(*verb);
    std::size_t at = *verb;
    const std::string& tag = document_.tokens[at].xpos;
    const auto auxiliary = child(at, "aux");
    const bool perfect = auxiliary && (words_[*auxiliary] == "has" ||
                                       words_[*auxiliary] == "have" || words_[*auxiliary] == "had");
    const bool passive = tag == "VBN" && !(perfect && !child(at, "aux:pass")) &&
                         document_.tokens[at].deprel != "conj";
    if (passive && at + 2 < sentence.end_token && words_[at + 1] == "by") {
        const TokenRange agent = noun_phrase_from(words_, at + 2, sentence.end_token);
        if (!agent.empty()) return resolve_phrase(agent, std::nullopt);
    }
    for (std::size_t steps = 0; steps < 6 && !passive; ++steps) {
        for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
            const Token& word = document_.tokens[t];
            const bool own = word.head > 0 &&
                             sentence.first_token + static_cast<std::size_t>(word.head) - 1 == at;
            if (own && word.deprel == "nsubj:pass") return {actors_.unknown()};
            if (own && word.deprel == "nsubj") return resolve_subject(t);
        }
        const std::string& relation = document_.tokens[at].deprel;
        const bool climbs = relation == "conj" || relation == "advcl" || relation == "xcomp";
        if (!climbs || document_.tokens[at].head <= 0) break;
        at = sentence.first_token + static_cast<std::size_t>(document_.tokens[at].head) - 1;
    }
    return {actors_.unknown()};
}

std::optional<std::size_t> Resolver::target_of(std::size_t index) {
    const Attribution& attribution = draft_.statements[index].attribution;
    const auto& deferred = draft_.statements[index].for_somebody;
    if (deferred && !deferred->negated) return named_object(deferred->who, index);
    const std::vector<TokenRange> cue = ranges(words_, attribution.cue);
    const std::vector<TokenRange> content = ranges(words_, attribution.content);
    if (cue.empty() || content.empty()) return std::nullopt;
    const auto match = CueLexicon::built_in().at(words_, cue.front().end - 1);
    const auto first = CueLexicon::built_in().at(words_, cue.front().first);
    const bool toward = (match && match->cue->target) || (first && first->cue->target);
    if (!toward) return std::nullopt;
    // "accused the court of bias": the object may stand before the content.
    const Sentence& sentence = words_.sentence_at(cue.front().first);
    const std::size_t behind = cue.front().end;
    const bool apart = behind < content.front().first && content.front().first < sentence.end_token;
    const std::size_t at = apart ? behind : content.front().first;
    if (!words_.is_word(at) || is_preposition(words_[at])) return std::nullopt;
    TokenRange object =
        noun_phrase_from(words_, at, apart ? sentence.end_token : content.front().end);
    for (std::size_t t = object.first; t < object.end; ++t) {
        if (words_[t] == "'s") object.end = t;
    }
    return named_object(object, attribution.reported_by);
}

}  // namespace demarche::actor
