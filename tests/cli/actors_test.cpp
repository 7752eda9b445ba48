// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The verb actors, the options --actors and --decisions, from outside.

#include "shell.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace demarche::cli::test;

namespace {

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

constexpr const char* articles =
    R"({"id": "one", "text": "Minister Berg said the law must change. The Cove rejects the law.\n"}
{"id": "two", "text": "Anna Berg said the law must stay.\n"}
)";

}  // namespace

TEST_CASE("actors: doubts, and decisions that settle them in every run") {
    const Folder folder;
    write(folder.path() / "a.jsonl", articles);
    REQUIRE(run("demarche build a.jsonl --all --formats jsonld", folder.path()).code == 0);

    const Ended listed = run("demarche actors --format csv", folder.path());
    CHECK(listed.code == 0);
    CHECK(listed.output.find(",Berg,person,") != std::string::npos);
    CHECK(listed.output.find("anna-berg,Anna Berg,person,") != std::string::npos);
    CHECK(listed.errors ==
          "demarche: 1 pair of actors is in doubt; --doubts lists them, "
          "--decisions FILE settles them.\n");
    const Ended doubts = run("demarche actors --doubts --format csv", folder.path());
    CHECK(doubts.code == 0);
    CHECK(doubts.output.find("Anna Berg,Berg,'berg' alone may be this one,") != std::string::npos);

    write(folder.path() / "d.tsv", "same\tBerg\tAnna Berg\nsame\tHolm\tAnna Berg\n");
    for (int round = 0; round < 2; ++round) {
        const Ended built =
            run("demarche build a.jsonl --all --formats jsonld --decisions d.tsv", folder.path());
        CHECK(built.code == 0);
        CHECK(built.errors ==
              "demarche: d.tsv: line 2: there is no actor 'Holm' any more. Correct "
              "or remove the line.\n");
        const Ended none = run("demarche actors --doubts", folder.path());
        CHECK(none.code == 1);
        CHECK(none.output.empty());
        CHECK(none.errors == "demarche: no two actors of this graph are in doubt.\n");
        const Ended held = run("demarche what \"Anna Berg\" --format csv", folder.path());
        CHECK(held.output.find("must change") != std::string::npos);
        CHECK(held.output.find("must stay") != std::string::npos);
    }
    write(folder.path() / "bad.tsv", "same\tBerg\n");
    const Ended refused = run("demarche actors --decisions bad.tsv", folder.path());
    CHECK(refused.code == 2);
    CHECK(refused.errors ==
          "demarche: bad.tsv:1:10: A cell is missing behind 'Berg'. A line is an "
          "action and two cells, parted by tabs.\n");
}

TEST_CASE("--actors: a table of the user's own; a fault in it has file and line") {
    const Folder folder;
    write(folder.path() / "a.jsonl", articles);
    write(folder.path() / "my.tsv", "cove\tCove Council\tlegislature\tpl\t\tthe Cove\n");
    const Ended known = run("demarche extract a.jsonl --actors my.tsv", folder.path());
    CHECK(known.code == 0);
    CHECK(known.output.find(R"("name":"Cove Council","kind":"legislature")") != std::string::npos);
    const Ended unknown = run("demarche extract a.jsonl", folder.path());
    CHECK(unknown.output.find("Cove Council") == std::string::npos);
    write(folder.path() / "my.tsv", "\ncove\tCove Council\tplace\n");
    const Ended refused = run("demarche build a.jsonl --actors my.tsv -o out", folder.path());
    CHECK(refused.code == 1);
    CHECK(refused.errors.starts_with("demarche: my.tsv:2: Unknown kind 'place'. Allowed are "));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "out" / "graph.jsonld"));
}
