// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Relation from cue and content together.
//
// The cue's relation comes from cues.tsv, or, where that has nothing, from its other words
// ("skeptical of", "critique of": relation_words.tsv). A verb of saying ("said", relation states)
// leaves it to the content: "said Congress must act" demands, "said it was up to the court" defers,
// "said we will sign" commits, "said it “understood”" acknowledges. Where neither says anything,
// states stays, with a low confidence.
//
// Limits: a content that judges by its nouns and adjectives alone ("a disgrace") stays states.

#include "stance/rule_stance.hpp"

#include "lexicon/closed_words.hpp"
#include "lexicon/cue_reading.hpp"
#include "lexicon/cues.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/phrases.hpp"
#include "lexicon/relation_words.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace demarche::stance {
using namespace draft;
using namespace lexicon;
namespace {

/// How often, judged by hand on our own examples, the way a relation was found is right.
constexpr double by_cue = 0.8;
constexpr double by_act = 0.7;
constexpr double by_content = 0.7;
constexpr double by_fallback = 0.6;
constexpr double by_nothing = 0.3;

/// "we will", "he would not": an own course, from the mouth of the one who takes it.
std::optional<Relation> own_course(const Words& words, const Spans& content) {
    const std::vector<TokenRange> pieces = ranges(words, content);
    if (pieces.empty()) return std::nullopt;
    std::size_t t = pieces.front().first;
    const std::size_t end = pieces.front().end;
    while (t < end && (!words.is_word(t) || words[t] == "that" || words[t] == "and")) ++t;
    if (t + 2 >= end) return std::nullopt;
    const std::string& subject = words[t];
    if (!is(WordClass::subject_pronoun, subject)) return std::nullopt;
    const std::string& verb = words[t + 1];
    const bool will = is(WordClass::future_auxiliary, verb) || (verb == "would" && subject != "it");
    if (!will) return std::nullopt;
    const std::string& next = words[t + 2];
    if (verb == "wo" || verb == "won't" || next == "not" || next == "never") {
        return Relation::refuses;
    }
    if (is(WordClass::no_course, next)) return std::nullopt;
    if (next == "like" || next == "love") return Relation::wants;
    return Relation::commits;
}

/// "we have no plans to leave", "has no intention of leaving": what is said of oneself.
bool has_no_plans(const Words& words, const Spans& content) {
    for (const TokenRange range : ranges(words, content)) {
        for (std::size_t t = range.first; t + 2 < range.end; ++t) {
            const bool has = words[t] == "have" || words[t] == "has" || words[t] == "had";
            if (has && words[t + 1] == "no" && t > range.first &&
                is(WordClass::subject_pronoun, words[t - 1]) &&
                is(WordClass::plan_noun, words[t + 2])) {
                return true;
            }
        }
    }
    return false;
}

/// "We will close the port unless Rome pays": the own course is what the other is to fear.
bool is_conditional_course(const Words& words, const Spans& content) {
    for (const TokenRange range : ranges(words, content)) {
        for (std::size_t t = range.first; t < range.end; ++t) {
            if (words[t] == "unless") return true;
        }
    }
    return false;
}

bool says_no_comment(const Words& words, const Spans& content) {
    for (const TokenRange range : ranges(words, content)) {
        for (std::size_t t = range.first; t < range.end; ++t) {
            if (words.match(t, "no comment") != t || words.match(t, "agree or disagree") != t ||
                words.match(t, "not comment") != t) {
                return true;
            }
        }
    }
    return false;
}

void read_content(const Words& words, const StatementDraft& statement, RuleStance& judgement) {
    const Spans& content = statement.attribution.content;
    if (const auto& deferred = statement.for_somebody) {
        judgement.relation = deferred->negated ? Relation::withholds : Relation::defers;
        judgement.narrow = judgement.relation == Relation::defers;
        judgement.confidence = by_cue;
        return;
    }
    if (says_no_comment(words, content)) {
        judgement.relation = Relation::withholds;
        judgement.confidence = by_content;
        return;
    }
    if (const auto self = self_report(words, content)) {
        const CueReading inner = group_reading(words, self->group);
        if (self->cue.cue->relation != Relation::states) {
            judgement.relation = inner.narrow ? *inner.relation : self->cue.cue->relation;
            judgement.narrow = judgement.relation == Relation::defers || inner.narrow;
            judgement.polarity = inner.negated ? Polarity::negated : Polarity::affirmed;
            judgement.confidence = by_content;
            return;
        }
    }
    if (has_no_plans(words, content)) {
        judgement.relation = Relation::plans;
        judgement.polarity = Polarity::negated;
        judgement.confidence = by_content;
        judgement.narrow = true;
        return;
    }
    if (const auto course = own_course(words, content)) {
        const bool threat = *course == Relation::commits && is_conditional_course(words, content);
        judgement.relation = threat ? Relation::threatens : *course;
        judgement.narrow = threat;
        judgement.confidence = by_content;
        return;
    }
    if (must_at(words, content)) {
        judgement.relation = Relation::demands;
        judgement.confidence = by_content;
    }
}

/// "if the minister rejects": the word before the source opens a condition.
bool is_condition(const Words& words, const Attribution& attribution) {
    const Spans& first = attribution.source.empty() ? attribution.cue : attribution.source;
    if (first.empty()) return false;
    const TokenRange range = words.range(first.front());
    if (range.empty() || range.first == 0) return false;
    const std::string& before = words[range.first - 1];
    return before == "if" || before == "unless";
}

/// "It remains unclear to what extent Riga plans to ...": nobody says that the act happened.
bool is_left_open(const Words& words, const Attribution& attribution) {
    if (attribution.cue.empty()) return false;
    const TokenRange cue = words.range(attribution.cue.front());
    if (cue.empty()) return false;
    for (std::size_t t = words.sentence_at(cue.first).first_token; t < cue.first; ++t) {
        if (words[t] == "unclear" || words[t] == "uncertain") return true;
        if (words.match(t, "not clear") != t || words.match(t, "not known") != t) return true;
    }
    return false;
}

/// The verb of a cue: "wants" of "wants to". Without a verb its first word, without a cue nothing.
std::optional<std::size_t> verb_of(const Words& words, const Attribution& attribution) {
    if (attribution.cue.empty()) return std::nullopt;
    const TokenRange cue = words.range(attribution.cue.front());
    if (cue.empty()) return std::nullopt;
    for (std::size_t t = cue.first; t < cue.end; ++t) {
        if (words.document().tokens[t].upos == "VERB") return t;
    }
    return cue.first;
}

/// The verb whose complement the clause of `verb` is: "believe" above "plans" in "does not believe
/// that Oslo plans to ...".
std::optional<std::size_t> verb_above(const Words& words, std::size_t verb) {
    const std::string& relation = words.document().tokens[verb].deprel;
    const bool complement =
        relation == "ccomp" || relation == "xcomp" || relation == "csubj" || relation == "acl";
    return complement ? head_of(words, verb) : std::nullopt;
}

template <typename Condition>
bool has_dependent(const Words& words, std::size_t head, Condition condition) {
    const Sentence& sentence = words.sentence_at(head);
    for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
        if (head_of(words, t) == head && condition(t)) return true;
    }
    return false;
}

/// "It does not believe that Oslo plans to ...": nobody says that there is a plan.
bool is_under_negation(const Words& words, const Attribution& attribution) {
    constexpr int deepest = 8;
    auto verb = verb_of(words, attribution);
    for (int depth = 0; verb && depth < deepest; ++depth) {
        verb = verb_above(words, *verb);
        if (verb &&
            has_dependent(words, *verb, [&](std::size_t t) { return is_negation(words[t]); })) {
            return true;
        }
    }
    return false;
}

/// "They demanded that Oslo reject the offer", "asked Oslo to reject it": what is asked for has not
/// happened. Its verb is bare and stands below one of asking.
bool is_asked_for(const Words& words, const Attribution& attribution) {
    const auto verb = verb_of(words, attribution);
    const auto above = verb ? verb_above(words, *verb) : std::nullopt;
    if (!above) return false;
    // The tagger often takes a bare verb behind a name for one of the present.
    const std::string& tag = words.document().tokens[*verb].xpos;
    if (tag != "VB" && tag != "VBP") return false;
    if (has_dependent(words, *verb,
                      [&](std::size_t t) { return words.document().tokens[t].deprel == "aux"; })) {
        return false;
    }
    const auto asks = CueLexicon::built_in().at(words, *above);
    return asks &&
           (asks->cue->relation == Relation::demands || asks->cue->relation == Relation::requests ||
            asks->cue->relation == Relation::proposes || asks->cue->relation == Relation::wants);
}

/// "a request for comment", "calls": what one may leave without an answer.
bool is_request(const Words& words, const Spans& content) {
    for (const TokenRange range : ranges(words, content)) {
        for (std::size_t t = range.first; t < range.end; ++t) {
            if (is(WordClass::request, words[t])) return true;
        }
    }
    return false;
}

bool opens_with(const Words& words, const Spans& content, std::string_view phrase) {
    const std::vector<TokenRange> pieces = ranges(words, content);
    return !pieces.empty() && words.match(pieces.front().first, phrase) != pieces.front().first;
}

/// "would not say whether", "did not respond to a request": no answer, where "never said that" is a
/// denied report.
bool gives_no_answer(const Words& words, const Attribution& attribution, const CueReading& cue) {
    if (cue.relation != Relation::states || !cue.negated) return false;
    const bool asked = opens_question(words, attribution);
    const bool requested = is_request(words, attribution.content);
    for (const TokenRange group : ranges(words, attribution.cue)) {
        for (std::size_t t = group.first; t < group.end; ++t) {
            if (requested && (words[t] == "respond" || words[t] == "reply")) return true;
            if (asked && is(WordClass::verb_of_answering, words[t])) return true;
        }
    }
    return false;
}

}  // namespace

RuleStance rule_stance(const Words& words, const StatementDraft& statement) {
    const Attribution& attribution = statement.attribution;
    RuleStance judgement;
    CueReading cue = statement.cue;
    if (gives_no_answer(words, attribution, cue)) {
        cue.relation = Relation::withholds;
        cue.negated = false;
        cue.narrow = true;
    }
    // The same as leaves_open where only the first verb is marked: "declined | to rule out
    // tariffs".
    if (cue.relation == Relation::refuses && !cue.negated &&
        opens_with(words, attribution.content, "to rule out")) {
        cue.relation = Relation::rejects;
        cue.negated = true;
        cue.narrow = true;
    }
    judgement.confidence = by_nothing;
    if (cue.relation) {
        judgement.relation = *cue.relation;
        judgement.confidence = *cue.relation == Relation::states ? by_fallback : by_cue;
        judgement.narrow = cue.narrow || *cue.relation == Relation::defers;
    } else if (const auto act = act_of(words, attribution.cue)) {
        judgement.relation = *act;
        judgement.confidence = *act == Relation::states ? by_fallback : by_act;
        // "did not respond", "no comment": the "not" is in the table.
        if (*act == Relation::withholds) cue.negated = false;
    }
    judgement.polarity = cue.negated ? Polarity::negated : Polarity::affirmed;
    if (judgement.relation == Relation::states && !cue.negated) {
        read_content(words, statement, judgement);
    }
    // "Riga said it would oppose the ban" tells of a stance; "it would explain" of no word said
    // yet.
    const bool would = cue.would && (!attribution.reported_by || cue.relation == Relation::states);
    if (cue.modal || would || is_condition(words, attribution) ||
        is_under_negation(words, attribution) || is_asked_for(words, attribution)) {
        judgement.factuality = Factuality::hypothetical;
    }
    if (is_left_open(words, attribution)) judgement.factuality = Factuality::unknown;
    return judgement;
}

}  // namespace demarche::stance
