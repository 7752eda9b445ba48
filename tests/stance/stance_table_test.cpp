// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "stance/stance_table.hpp"

#include "core/error.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;
using namespace demarche::stance;

TEST_CASE("without a table of one's own, the figures are those of the relations") {
    const StanceTable table;
    for (const RelationFacts& row : relation_table) {
        CAPTURE(row.name);
        CHECK(table.of(row.relation, Polarity::affirmed) ==
              stance_of(row.relation, Polarity::affirmed));
        CHECK(table.of(row.relation, Polarity::negated) ==
              stance_of(row.relation, Polarity::negated));
    }
}

TEST_CASE("a table of one's own: its lines count, the other relations keep their figures") {
    const StanceTable table =
        read_stances("# a careful reader\n\nrequests\t0.4\t-0.1\r\nworries\t-1\t1\n", "own.tsv");
    CHECK(table.of(Relation::requests, Polarity::affirmed) == 0.4);
    CHECK(table.of(Relation::requests, Polarity::negated) == -0.1);
    CHECK(table.of(Relation::worries, Polarity::affirmed) == -1);
    CHECK(table.of(Relation::worries, Polarity::negated) == 1);
    CHECK(table.of(Relation::supports, Polarity::affirmed) == 1);
    CHECK(read_stances("", "own.tsv").of(Relation::opposes, Polarity::affirmed) == -1);
}

TEST_CASE("a table that is none is refused with its line and what to do") {
    const struct {
        const char* text;
        const char* message;
    } cases[] = {
        {"requests\t0.4\t0\nlikes\t1\t0\n",
         "own.tsv:2: unknown relation 'likes'. A line is \"relation<TAB>affirmed<TAB>negated\", "
         "the "
         "relation one of the closed list, such as 'supports'."},
        {"requests\t0.4\t0\n# twice\nrequests\t0.4\t0\n",
         "own.tsv:3: 'requests' stands twice. Keep one of the lines."},
        {"requests\thalf\t0\n",
         "own.tsv:1: 'half' is no stance for 'affirmed'. Write a figure from -1 (against) to 1 "
         "(for)."},
        {"requests\t0.4\t1.1\n",
         "own.tsv:1: '1.1' is no stance for 'negated'. Write a figure from -1 (against) to 1 "
         "(for)."},
        {"requests\t0.4\n",
         "own.tsv:1: '' is no stance for 'negated'. Write a figure from -1 (against) to 1 (for)."},
        {"requests\tnan\t0\n",
         "own.tsv:1: 'nan' is no stance for 'affirmed'. Write a figure from -1 (against) to 1 "
         "(for)."},
        {"requests\t0\t0\t0\n",
         "own.tsv:1: The row has 4 cells, but the table has 3 columns. Part cells by one tab."},
    };
    for (const auto& c : cases) {
        std::string message;
        try {
            (void)read_stances(c.text, "own.tsv");
        } catch (const InputError& error) {
            message = error.located();
        }
        CHECK(message == c.message);
    }
}
