// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// demarche-formats(5) against the program: its examples are files that are read, and it names what
// the tables of the program name.

#include "shell.hpp"

#include "core/actor.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <regex>
#include <sstream>
#include <string>

namespace fs = std::filesystem;
using namespace demarche;
using namespace demarche::cli::test;

namespace {

std::string page() {
    static const std::regex hyphens(R"(\\-)");
    return std::regex_replace(read_file(fs::path(DEMARCHE_SOURCE) / "docs/man/demarche-formats.5"),
                              hyphens, "-");
}

/// The examples by the names of their files: what stands between .EX and .EE behind such a comment.
std::map<std::string, std::string> examples() {
    const std::string mark = ".\\\" file: ";
    std::map<std::string, std::string> files;
    std::istringstream lines(page());
    std::string name;
    bool open = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(mark)) {
            name = line.substr(mark.size());
        } else if (line == ".EX") {
            open = !name.empty();
        } else if (line == ".EE") {
            open = false;
            name.clear();
        } else if (open) {
            files[name] += line + "\n";
        }
    }
    return files;
}

}  // namespace

TEST_CASE("formats page: its examples are read, and mean what the page says") {
    const Folder folder;
    const auto files = examples();
    REQUIRE(files.size() == 7);
    for (const auto& [name, text] : files) write_file(folder.path() / name, text);
    const auto ended = [&](const std::string& command) {
        const Ended one = run(command, folder.path());
        CAPTURE(command);
        CHECK(one.code == 0);
        CHECK(one.errors == "");
        return one.output;
    };
    const std::string lines = ended("demarche extract articles.jsonl");
    CHECK(lines.find("{\"id\":\"a1\",\"title\":\"\",\"published\":\"2021-11-02\"") == 0);
    CHECK(lines.find("\n{\"id\":\"a2\",\"title\":\"Norland says no\"") != std::string::npos);
    const std::string article = ended("demarche extract article.txt");
    CHECK(article.find("\"title\":\"Harbour talks stall\"") != std::string::npos);
    CHECK(ended("demarche extract article.txt --actors actors.tsv").find("\"kind\":\"state\"") !=
          std::string::npos);
    ended("demarche extract article.txt --stances stances.tsv");
    ended("demarche build article.txt --all --formats jsonld --codebook codebook.tsv");
    CHECK(ended("demarche who harbour --format csv").find("the harbour opens") !=
          std::string::npos);
    // The decisions name actors that need not be there; the file itself is read.
    CHECK(run("demarche actors --decisions decisions.tsv", folder.path()).code == 0);
}

TEST_CASE("formats page: it names every member of an extracted line, every kind of actor") {
    const std::string text = page();
    const std::string schema = read_file(fs::path(DEMARCHE_SOURCE) / "schema/extract.schema.json");
    static const std::regex member(R"re("([a-z_0-9]+)": *\{"(type|\$ref|enum|oneOf|anyOf))re");
    std::size_t members = 0;
    for (std::sregex_iterator it(schema.begin(), schema.end(), member), end; it != end; ++it) {
        const std::string name = (*it)[1];
        if (name == "items") continue;  // the schema's own word
        CAPTURE(name);
        CHECK(std::regex_search(text, std::regex("\\b" + name + "\\b")));
        ++members;
    }
    CHECK(members > 15);
    for (const ActorKindFacts& kind : actor_kind_table) {
        CAPTURE(kind.name);
        CHECK(text.find(kind.name) != std::string::npos);
        CHECK(text.find(kind.class_name) != std::string::npos);
    }
    const Folder folder;
    for (const std::string verb : {"query", "actors"}) {
        std::istringstream head(
            run("demarche " + verb + " graph.jsonld --format csv", folder.path()).output);
        std::string columns;
        std::getline(head, columns);
        columns = std::regex_replace(columns, std::regex("\r"), "");
        columns = std::regex_replace(columns, std::regex(","), ",[ \n]");
        CAPTURE(columns);
        CHECK(std::regex_search(text, std::regex(columns)));
    }
}
