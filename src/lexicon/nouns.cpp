// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "lexicon/nouns.hpp"

#include "lexicon/words.hpp"

namespace demarche::lexicon {

bool is_source_noun(std::string_view word) {
    static constexpr std::string_view list[] = {
        "official",   "source",     "aide",        "adviser",        "advisor",
        "diplomat",   "spokesman",  "spokeswoman", "spokesperson",   "insider",
        "negotiator", "strategist", "staffer",     "representative", "lawmaker",
        "officer",    "operative",  "analyst",     "expert",         "observer",
        "person",     "minister",   "envoy",       "delegate",       "senator",
        "man",        "woman",      "witness",     "resident"};
    if (among(list, word)) return true;
    return word.ends_with("s") && word.size() > 4 && among(list, word.substr(0, word.size() - 1));
}

bool is_plural(std::string_view word) {
    return (word.ends_with("s") && !word.ends_with("ss")) || word == "people" || word == "men" ||
           word == "women";
}

bool speaks_for(std::string_view word) {
    return word.starts_with("spokes");
}

bool means_government(std::string_view word) {
    static constexpr std::string_view list[] = {"government", "authorities", "regime",
                                                "leadership", "cabinet",     "govt"};
    return among(list, word);
}

bool is_body_noun(std::string_view word) {
    return word == "ministry" || word == "department";
}

bool is_document_noun(std::string_view word) {
    static constexpr std::string_view list[] = {
        "report",       "poll",      "survey",  "study",         "document",     "documents",
        "statement",    "data",      "results", "letter",        "ad",           "book",
        "law",          "bill",      "charter", "treaty",        "constitution", "polls",
        "reports",      "figures",   "email",   "emails",        "filing",       "guidelines",
        "resolution",   "memo",      "surveys", "studies",       "article",      "editorial",
        "video",        "agreement", "message", "research",      "records",      "release",
        "analysis",     "paper",     "story",   "advertisement", "ads",          "spot",
        "announcement", "headline",  "tweet",   "post",          "transcript",   "speech",
        "census",       "review"};
    return among(list, word);
}

bool is_utterance_noun(std::string_view word) {
    static constexpr std::string_view list[] = {
        "message",    "remark",       "comment",    "call",        "plan",       "proposal",
        "speech",     "tweet",        "account",    "support",     "opposition", "decision",
        "promise",    "pledge",       "view",       "position",    "policy",     "website",
        "post",       "claim",        "demand",     "request",     "response",   "answer",
        "reply",      "warning",      "criticism",  "endorsement", "argument",   "assertion",
        "suggestion", "statement",    "words",      "insistence",  "refusal",    "testimony",
        "vow",        "threat",       "attack",     "accusation",  "denial",     "offer",
        "objection",  "rhetoric",     "stance",     "platform",    "belief",     "explanation",
        "op-ed",      "announcement", "allegation", "concern",     "hope",       "desire",
        "assessment", "prediction",   "interview",  "appeal",      "bid",        "push",
        "strategy",   "approach",     "agenda",     "own",         "wish"};
    if (among(list, word)) return true;
    return word.size() > 4 && word.ends_with("s") && among(list, word.substr(0, word.size() - 1));
}

bool means_campaign(std::string_view word) {
    return word == "campaign" || word == "camp" || word == "team";
}

bool means_body_again(std::string_view word) {
    static constexpr std::string_view list[] = {
        "ministry",   "department",   "agency",       "court",    "party",     "group",
        "company",    "organization", "organisation", "union",    "committee", "council",
        "commission", "country",      "newspaper",    "campaign", "board",     "association",
        "bank",       "paper",        "network",      "firm",     "nation",    "state"};
    return among(list, word);
}

}  // namespace demarche::lexicon
