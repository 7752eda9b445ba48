// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/spelling.hpp"

#include "query/find.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche::query;

TEST_CASE("one_spelling: British and American words are one, other words stay two") {
    struct Pair {
        const char* british;
        const char* american;
    };
    const Pair same[] = {
        {"labour", "labor"},
        {"neighbouring", "neighboring"},
        {"odours", "odors"},
        {"defence", "defense"},
        {"licences", "licenses"},
        {"licenced", "licensed"},
        {"offence", "offense"},
        {"centre", "center"},
        {"centres", "centers"},
        {"fibre", "fiber"},
        {"organisation", "organization"},
        {"recognised", "recognized"},
        {"paralyse", "paralyze"},
        {"travelled", "traveled"},
        {"counsellors", "counselors"},
        {"cancelling", "canceling"},
        {"dialogue", "dialog"},
        {"judgement", "judgment"},
        {"programme", "program"},
        {"anaemia", "anemia"},
        {"archaeology", "archeology"},
        {"sceptical", "skeptical"},
        {"fulfil", "fulfill"},
        {"enrol", "enroll"},
        {"cheque", "check"},
        {"enquiries", "inquiries"},
        {"practise", "practice"},
    };
    for (const Pair& pair : same) {
        CAPTURE(pair.british);
        CHECK(one_spelling(pair.british) == one_spelling(pair.american));
    }
    const Pair two[] = {
        {"four", "for"},       {"our", "or"},     {"mourning", "morning"}, {"filled", "filed"},
        {"polling", "poling"}, {"court", "cort"}, {"aid", "aide"},         {"plan", "plane"},
        {"device", "devise"},  {"ban", "bane"},   {"shoe", "she"},
    };
    for (const Pair& pair : two) {
        CAPTURE(pair.british);
        CHECK(one_spelling(pair.british) != one_spelling(pair.american));
    }
}

TEST_CASE("has_words: one of a word's forms is enough, in either direction") {
    struct Pair {
        const char* typed;
        const char* there;
    };
    const Pair same[] = {
        {"guideline", "guidelines"},
        {"law", "laws"},
        {"policy", "policies"},
        {"crisis", "crises"},
        {"analysis", "analyses"},
        {"church", "churches"},
        {"tax", "taxes"},
        {"veto", "vetoes"},
        {"photo", "photos"},
        {"wolf", "wolves"},
        {"knife", "knives"},
        {"woman", "women"},
        {"criterion", "criteria"},
        {"licence", "licenses"},
        {"harbour", "harbors"},
        {"self-defence", "collective self-defense"},
        {"movie", "movies"},
    };
    for (const Pair& pair : same) {
        CAPTURE(pair.typed);
        CHECK(has_words(pair.there, pair.typed));
    }
    CHECK(has_words("a guideline", "guidelines"));
    CHECK(has_words("every policy", "policies"));
    CHECK(has_words("one crisis", "crises"));
    CHECK(has_words("a woman", "women"));
    const Pair two[] = {
        {"new", "news"}, {"news", "new"},         {"it", "its"},   {"aid", "aides"},
        {"us", "use"},   {"guide", "guidelines"}, {"pass", "pas"}, {"has", "ha"},
        {"bus", "bu"},   {"law", "lawyer"},
    };
    for (const Pair& pair : two) {
        CAPTURE(pair.typed);
        CHECK_FALSE(has_words(pair.there, pair.typed));
    }
}
