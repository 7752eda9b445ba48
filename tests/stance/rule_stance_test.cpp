// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Relation and polarity by table and pattern alone. Each construction has a twin that must not be
// read so.

#include "stance/rule_stance.hpp"
#include "lexicon/relation_words.hpp"
#include "syntax/syntax.hpp"
#include "training/marked.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;
using namespace demarche::test;

namespace {

/// "not supports", "threatens": what the rules make of the one attribution that is marked.
std::string judged(const std::string& with_marks) {
    static const auto trees = syntax::Model::load(DEMARCHE_SOURCE "/models/syntax-en.model");
    auto made = marked(with_marks);
    syntax::analyse(made.document, trees);
    draft::Draft draft(made.document, lexicon::ActorRegistry::built_in());
    draft::begin_statements(made.annotations.front().attributions, draft);
    const auto judgement = stance::rule_stance(draft.words, draft.statements.front());
    return (judgement.polarity == Polarity::negated ? "not " : "") +
           std::string(name(judgement.relation));
}

struct Pair {
    const char* name;
    const char* text;
    const char* relation;
    const char* twin;
    const char* twin_relation;
};

}  // namespace

TEST_CASE("constructions of holding back, and twins that only look like them") {
    const Pair pairs[] = {
        {"stopped short of", "{s1:Oslo} {c1:stopped short of endorsing} {k1:the treaty}.",
         "not supports", "The bus stopped; {s1:Oslo} {c1:endorsed} {k1:the treaty}.", "supports"},
        {"fell short of", "{s1:Vienna} {c1:fell short of endorsing} {k1:the rail deal}.",
         "not supports", "{s1:Vienna} {c1:endorsed} {k1:the deal that fell short of its aims}.",
         "supports"},
        {"no plans to", "{s1:Lisbon} {c1:has no plans to} {k1:leave the pact}.", "not plans",
         "{s1:Lisbon} {c1:has plans to} {k1:leave no town without a school}.", "plans"},
        {"no intention, of oneself",
         "“{k1:We have no intention of leaving the pact},” {s1:the minister} {c1:said}.",
         "not plans", "“{k1:Voters have no plans for Sunday},” {s1:the minister} {c1:said}.",
         "states"},
        {"declined to rule out", "{s1:Athens} {c1:declined} {k1:to rule out new tariffs}.",
         "not rejects", "{s1:Athens} {c1:declined} {k1:to raise tariffs}.", "refuses"},
        {"would not rule out", "{s1:Athens} {c1:would not rule out} {k1:new tariffs}.",
         "not rejects", "{s1:Athens} {c1:ruled out} {k1:new tariffs}.", "rejects"},
        {"distanced itself", "{s1:Rome} {c1:distanced itself from} {k1:the plan}.", "rejects",
         "{s1:Rome} {c1:measured} {k1:the distance to the port}.", "states"},
        {"would not say whether",
         "{s1:The minister} {c1:would not say} {k1:whether the port will close}.", "withholds",
         "{s1:The minister} {c1:never said} {k1:that the port will close}.", "not states"},
        {"no answer", "{s1:Warsaw} {c1:did not respond to} {k1:a request for comment}.",
         "withholds", "{s1:Warsaw} {c1:responded to} {k1:a request for troops}.", "states"},
        {"neither confirm nor deny", "{s1:Riga} {c1:would neither confirm nor deny} {k1:the sale}.",
         "withholds", "{s1:Riga} {c1:denied} {k1:the sale}.", "denies"},
        {"leave it to", "“{k1:We leave it to the court to decide},” {s1:the minister} {c1:said}.",
         "defers", "“{k1:The court left the hall},” {s1:the minister} {c1:said}.", "states"},
        {"will unless",
         "“{k1:We will shut the tunnel unless Paris pays},” {s1:the minister} {c1:said}.",
         "threatens",
         "“{k1:The tunnel will flood unless it is drained},” {s1:the minister} {c1:said}.",
         "states"},
    };
    for (const Pair& p : pairs) {
        CAPTURE(p.name);
        CHECK(judged(p.text) == p.relation);
        CHECK(judged(p.twin) == p.twin_relation);
    }
}

TEST_CASE("nouns and adjectives name acts, where the lexicon of cues has nothing") {
    const Pair pairs[] = {
        {"a noun", "{s1:Oslo's} {c1:critique of} {k1:the ferry bill}.", "criticizes",
         "{s1:Oslo's} {c1:copy of} {k1:the ferry bill}.", "states"},
        {"an adjective", "{s1:Riga} was {c1:skeptical of} {k1:the toll}.", "questions",
         "{s1:Riga} was {c1:west of} {k1:the toll}.", "states"},
        {"a phrase before its words", "{s1:Voters} {c1:brushed off} {k1:the offer}.", "rejects",
         "{s1:Voters} {c1:brushed up} {k1:the boats}.", "states"},
        {"more telling than plain saying",
         "{s1:The union} {c1:issued a statement of support for}"
         " {k1:the strike}.",
         "supports", "{s1:The union} {c1:issued a statement on} {k1:the strike}.", "states"},
        {"the lexicon goes first", "{s1:Kyiv} {c1:said in anger} {k1:that the sale was over}.",
         "states", "{s1:Kyiv} {c1:was angry about} {k1:the sale}.", "criticizes"},
        {"two relations decide nothing", "{s1:The ministry} {c1:disowned} {k1:the envoy}.",
         "states", "{s1:The ministry} {c1:renounced} {k1:the envoy}.", "rejects"},
    };
    for (const Pair& p : pairs) {
        CAPTURE(p.name);
        CHECK(judged(p.text) == p.relation);
        CHECK(judged(p.twin) == p.twin_relation);
    }
}
