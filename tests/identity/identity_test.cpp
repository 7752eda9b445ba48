// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "identity/identity.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;

TEST_CASE("sha256 gives the digests of FIPS 180-4's examples") {
    CHECK(identity::sha256("") ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(identity::sha256("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("slug: ASCII, one hyphen between words, the same for the same name") {
    struct Case {
        const char* name;
        const char* slug;
    };
    const Case cases[] = {
        {"South Korea", "south-korea"},
        {"  South   KOREA ", "south-korea"},
        {"Côte d’Ivoire", "cote-d-ivoire"},
        {"Straße", "strasse"},
        {"Ministry of Foreign Affairs (South Korea)", "ministry-of-foreign-affairs-south-korea"},
        {"ＮＡＴＯ", "nato"},
        {"Москва", "moskva"},
        {"G20", "g20"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(identity::slug(c.name) == c.slug);
    }
}

TEST_CASE("slug: a name without letters still has an id, and two such names two") {
    CHECK(identity::slug("!!!").starts_with("x-"));
    CHECK(identity::slug("!!!") != identity::slug("???"));
}

TEST_CASE("normalised: case, punctuation and width do not count, accents and words do") {
    CHECK(identity::normalised("The US’s “alliance”, again.") ==
          identity::normalised("the us's 'ALLIANCE'  again"));
    CHECK(identity::normalised("resume") != identity::normalised("résumé"));
    CHECK(identity::normalised("collective self-defense") == "collective self defense");
}

TEST_CASE("hash_id: composed and decomposed letters agree, moved borders do not") {
    CHECK(identity::hash_id({"caf\u00e9"}) == identity::hash_id({"cafe\u0301"}));
    CHECK(identity::hash_id({"ab", "c"}) != identity::hash_id({"a", "bc"}));
    CHECK(identity::hash_id({"a"}).size() == 32);
}

TEST_CASE("statement_id: every part of the statement's identity changes it, nothing else does") {
    Statement base;
    base.document = "d1";
    base.holders = {"kr"};
    base.position = "p1";
    base.content = {{10, 20, "words", "", ""}};
    const std::string id = identity::statement_id(base);

    Statement same = base;
    same.confidence = 0.5;
    same.date = "2013-10-25";
    CHECK(identity::statement_id(same) == id);

    Statement moved = base;
    moved.content[0].end = 21;
    Statement other_role = base;
    other_role.cue = other_role.content;
    other_role.content.clear();
    Statement other_holder = base;
    other_holder.holders = {"us"};
    Statement other_relation = base;
    other_relation.relation = Relation::denies;
    Statement negated = base;
    negated.polarity = Polarity::negated;
    Statement reported = base;
    reported.reported_by = "s0";
    for (const Statement& other :
         {moved, other_role, other_holder, other_relation, negated, reported}) {
        CHECK(identity::statement_id(other) != id);
    }
}

TEST_CASE("is_utf8: whole characters, no halves of surrogate pairs, nothing beyond Unicode") {
    for (const char* good : {"", "a", "é", "한", "\U0001F600"}) {
        CAPTURE(good);
        CHECK(identity::is_utf8(good));
    }
    for (const char* bad :
         {"\xFF", "\xFF\xFE", "\xC3", "a\xE9", "\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80"}) {
        CHECK_FALSE(identity::is_utf8(bad));
    }
}

TEST_CASE("uri: what RFC 3986 does not allow is percent-encoded, the rest stays") {
    struct Case {
        const char* address;
        const char* uri;
    };
    for (const Case& c : std::initializer_list<Case>{
             {"", ""},
             {"https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"},
             {"https://example.org/%E9%a0", "https://example.org/%E9%a0"},
             {"http://[2001:db8::1]:80/x", "http://[2001:db8::1]:80/x"},
             {"//example.org/[x]", "//example.org/%5Bx%5D"},
             {"http://a/b'c(d)!*;,@:$", "http://a/b'c(d)!*;,@:$"},
             {" http://example.org/ \n", "http://example.org/"},
             {"http://x/\"><script>a()</script>", "http://x/%22%3E%3Cscript%3Ea()%3C/script%3E"},
             {"http://x/a b\\c^d`e{f|g}h", "http://x/a%20b%5Cc%5Ed%60e%7Bf%7Cg%7Dh"},
             {"http://x/\x01\x7F\u202E", "http://x/%01%7F%E2%80%AE"},
             {"http://x/100%", "http://x/100%25"},
             {"http://x/%G1%1", "http://x/%25G1%251"},
             {"http://x/a#b#c", "http://x/a#b%23c"},
             {"https://ko.example.org/한", "https://ko.example.org/%ED%95%9C"},
             {"see the paper", "see%20the%20paper"},
         }) {
        CAPTURE(c.address);
        CHECK(identity::uri(c.address) == c.uri);
        CHECK(identity::uri(c.uri) == c.uri);
    }
}
