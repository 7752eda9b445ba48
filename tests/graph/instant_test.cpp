// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/instant.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;

TEST_CASE("instant: two ways to write one moment") {
    struct Case {
        std::string one;
        std::string other;
    };
    const Case cases[] = {
        {"2013-10-28T16:11+09:00", "2013-10-28T07:11Z"},
        {"2013-10-28T16:11+0900", "2013-10-28T07:11:00Z"},
        {"2013-10-28T16:11+09", "2013-10-28T07:11:00.000Z"},
        {"2013-10-28 16:11", "2013-10-28T16:11Z"},
        {"2013-10-27T22:30-05:30", "2013-10-28T04:00Z"},
        {"2013-10-28", "2013-10-28T00:00:00Z"},
        {"2013-10-28T24:00Z", "2013-10-29"},
        {"2013-10", "2013-10-01"},
        {"2013", "2013-01-01"},
        {"2012-02-29", "2012-02-29T00:00Z"},
        {"2013-10-28T16:11:05.25Z", "2013-10-28T16:11:05.2509Z"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.one);
        REQUIRE(graph::instant(c.one));
        CHECK(graph::instant(c.one) == graph::instant(c.other));
    }
}

TEST_CASE("instant: earlier is smaller, whatever the clocks say, and nothing is earliest") {
    CHECK(graph::instant("2013-10-28T16:00+09:00") < graph::instant("2013-10-28T08:00Z"));
    CHECK(graph::instant("2013-10-28T23:59Z") < graph::instant("2013-10-29"));
    CHECK(graph::instant("2013-10-28T16:11:05.1Z") < graph::instant("2013-10-28T16:11:05.2Z"));
    CHECK(graph::instant("") < graph::instant("0001"));
}

TEST_CASE("instant: no other text is a time") {
    const std::string cases[] = {"",
                                 "yesterday",
                                 "13-10-28",
                                 "2013-13-01",
                                 "2013-02-29",
                                 "2013-00-10",
                                 "2013-10-28T",
                                 "2013-10-28T16",
                                 "2013-10-28T16:60Z",
                                 "2013-10-28T25:00Z",
                                 "2013-10-28T24:01Z",
                                 "2013-10-28T16:11:61Z",
                                 "2013-10-28T16:11:05.Z",
                                 "2013-10-28T16:11KST",
                                 "2013-10-28T16:11+9",
                                 "2013-10-28T16:11+09:",
                                 "2013-10-28T16:11+09:00 ",
                                 "2013-10-28Z",
                                 "2013-",
                                 " 2013-10-28",
                                 "28.10.2013"};
    for (const std::string& text : cases) {
        CAPTURE(text);
        CHECK_FALSE(graph::instant(text));
    }
}
