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
