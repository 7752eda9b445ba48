// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "core/actor.hpp"
#include "core/code_points.hpp"
#include "core/error.hpp"
#include "core/relation.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace demarche;

TEST_CASE("CodePoints: both ways over one-, two-, three- and four-byte characters") {
    std::string text;
    for (int i = 0; i < 50; ++i) text += "aé한😀";
    const CodePoints points(text);
    CHECK(points.size() == 200);
    std::size_t byte = 0;
    const std::size_t widths[] = {1, 2, 3, 4};
    for (std::size_t point = 0; point < 200; ++point) {
        REQUIRE(points.to_byte(point) == byte);
        REQUIRE(points.from_byte(byte) == point);
        byte += widths[point % 4];
    }
    CHECK(points.to_byte(200) == text.size());
    CHECK(points.to_byte(9999) == text.size());
    CHECK(points.from_byte(9999) == 200);
    CHECK(CodePoints("").size() == 0);
    CHECK(CodePoints("").to_byte(0) == 0);
}

TEST_CASE("relation table: in the enumeration's order, names and predicates unique") {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < relation_table.size(); ++i) {
        const RelationFacts& row = relation_table[i];
        CAPTURE(row.name);
        CHECK(static_cast<std::size_t>(row.relation) == i);
        CHECK(names.insert(row.name).second);
        CHECK(names.insert(row.negated_name).second);
        CHECK(row.stance >= -1);
        CHECK(row.stance <= 1);
    }
    CHECK(static_cast<std::size_t>(Relation::withholds) + 1 == relation_table.size());
}

TEST_CASE("stance: negation is a column of its own, not a change of sign") {
    CHECK(stance_of(Relation::opposes, Polarity::affirmed) == -1);
    CHECK(stance_of(Relation::opposes, Polarity::negated) == 0.2);
    CHECK(stance_of(Relation::supports, Polarity::negated) == -0.4);
    CHECK(stance_of(Relation::acknowledges, Polarity::affirmed) < neutral_stance);
}

TEST_CASE("actor kinds: in the enumeration's order") {
    for (std::size_t i = 0; i < actor_kind_table.size(); ++i) {
        CHECK(static_cast<std::size_t>(actor_kind_table[i].kind) == i);
    }
    CHECK(static_cast<std::size_t>(ActorKind::unknown) + 1 == actor_kind_table.size());
}

TEST_CASE("InputError: says where as far as it is known") {
    CHECK(InputError("a.jsonl", 7, 12, "bad").located() == "a.jsonl:7:12: bad");
    CHECK(InputError("a.jsonl", 7, 0, "bad").located() == "a.jsonl:7: bad");
    CHECK(InputError("a.txt", "bad").located() == "a.txt: bad");
    CHECK(InputError("", "bad").located() == "bad");
}
