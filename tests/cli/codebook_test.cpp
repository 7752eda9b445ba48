// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// From a graph to a codebook and back.

#include "shell.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using namespace demarche::cli::test;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE(
    "codebook: as proposed it changes nothing, edited it renames, with a fault it is refused") {
    const Folder folder;
    const auto in_folder = [&](const std::string& command) { return run(command, folder.path()); };
    REQUIRE(in_folder("demarche build tests/samples -o found").code == 0);
    REQUIRE(in_folder("demarche codebook found/graph.jsonld -o book.tsv").code == 0);
    REQUIRE(in_folder("demarche build tests/samples -o again --codebook book.tsv").code == 0);
    const std::string graph = read_file(folder.path() / "found/graph.jsonld");
    CHECK(graph == read_file(folder.path() / "again/graph.jsonld"));
    CHECK(in_folder("demarche codebook again/graph.jsonld").output ==
          read_file(folder.path() / "book.tsv"));

    write_file(folder.path() / "own.tsv", "issue\tthe treaty\t\tguidelines\n");
    REQUIRE(in_folder("demarche build tests/samples -o own --codebook own.tsv").code == 0);
    const std::string own = read_file(folder.path() / "own/graph.jsonld");
    CHECK(own.find("the treaty") != std::string::npos);
    CHECK(own.find("\"US-Japan defense guidelines\"") == std::string::npos);

    write_file(folder.path() / "bad.tsv",
               replaced(read_file(folder.path() / "book.tsv"), "\nposition\t", "\nthesis\t"));
    const Ended bad = in_folder("demarche build tests/samples -o bad --codebook bad.tsv");
    CHECK(bad.code == 1);
    CHECK(bad.errors.find("bad.tsv:") != std::string::npos);
    CHECK(bad.errors.find("Unknown kind 'thesis'. Write 'position' or 'issue'.") !=
          std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "bad"));
    CHECK(in_folder("demarche build tests/samples -o bad --codebook none.tsv").code == 1);
}
