// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// What `build` keeps, draws, refuses and tells.

#include "shell.hpp"

#include "export/jsonld.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace fs = std::filesystem;
using namespace demarche;
using namespace demarche::cli::test;

namespace {

graph::PositionGraph graph_in(const fs::path& file) {
    return export_::read_jsonld(read_file(file), file.string());
}

std::size_t on_policy(const graph::PositionGraph& graph) {
    std::size_t count = 0;
    for (const auto& [id, statement] : graph.statements) count += statement.policy;
    return count;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("build keeps every statement, with or without --all; the pictures differ") {
    const Folder folder;
    const Ended few =
        run("demarche build tests/samples --formats jsonld,nq,html -o few", folder.path());
    const Ended all =
        run("demarche build tests/samples --all --formats jsonld,nq,html -o all", folder.path());
    REQUIRE(few.code == 0);
    REQUIRE(all.code == 0);
    for (const char* file : {"graph.jsonld", "graph.nq"}) {
        CAPTURE(file);
        CHECK(read_file(folder.path() / "few" / file) == read_file(folder.path() / "all" / file));
    }
    const auto graph = graph_in(folder.path() / "few/graph.jsonld");
    REQUIRE(on_policy(graph) < graph.statements.size());
    CHECK(read_file(folder.path() / "few/graph.html") !=
          read_file(folder.path() / "all/graph.html"));
    CHECK(has(few.output,
              "\nKept: " + std::to_string(graph.statements.size()) + " statements. Not drawn: "));
    CHECK_FALSE(has(all.output, "Kept: "));
    CHECK(run("demarche validate few/graph.jsonld", folder.path()).code == 0);
}

TEST_CASE("build --add loses none of the statements that were there, whatever is drawn") {
    const Folder folder;
    const auto before = graph_in(folder.path() / "graph.jsonld");
    REQUIRE(on_policy(before) < before.statements.size());
    for (const char* options : {"", " --all", " --min-confidence 0.9"}) {
        CAPTURE(options);
        const Ended built = run("demarche build tests/samples --add graph.jsonld --formats jsonld" +
                                    std::string(options) + " -o out",
                                folder.path());
        CHECK(built.code == 0);
        CHECK(built.errors == "");
        const auto after = graph_in(folder.path() / "out/graph.jsonld");
        for (const auto& node : before.statements) {
            const std::string& id = node.first;
            const Statement& statement = node.second;
            CAPTURE(id);
            const auto found = after.statements.find(id);
            REQUIRE(found != after.statements.end());
            CHECK(found->second == statement);
        }
    }
}

TEST_CASE("build says how many statements are not drawn, and why") {
    const Folder folder;
    struct Row {
        const char* options;
        const char* told;  ///< nothing: no such line
    };
    for (const Row& row : {
             Row{"",
                 " not on public policy, law, office or relations of states (--all draws all).\n"},
             Row{"--all --min-confidence 1", " less sure than 1.\n"},
             Row{"--min-confidence 1", "(--all draws all) or less sure than 1.\n"},
             Row{"--all", nullptr},
         }) {
        CAPTURE(row.options);
        const Ended built =
            run("demarche build tests/samples --formats jsonld -o out " + std::string(row.options),
                folder.path());
        CHECK(built.code == 0);
        CHECK(has(built.output, "Not drawn: ") == (row.told != nullptr));
        if (row.told != nullptr) CHECK(has(built.output, row.told));
    }
}

TEST_CASE("build of nothing writes over no graph") {
    const Folder folder;
    write_file(folder.path() / "blank.txt", " \n\t\n");
    write_file(folder.path() / "none.jsonl", "\n\n");
    write_file(folder.path() / "bad.jsonl", "{\n");
    REQUIRE(run("demarche build article.txt --formats jsonld", folder.path()).code == 0);
    const std::string before = read_file(folder.path() / "output/graph.jsonld");
    const std::string nothing =
        "demarche: there is no article to build a graph from, and nothing is written. Name one "
        "that "
        "holds text.\n";
    struct Row {
        const char* command;
        std::string errors;
    };
    for (const Row& row : {
             Row{"demarche build - < /dev/null",
                 "demarche: standard input: holds no text; nothing is read from it.\n" + nothing},
             Row{"echo | demarche build -",
                 "demarche: standard input: holds no text; nothing is read from it.\n" + nothing},
             Row{"demarche build blank.txt --add graph.jsonld",
                 "demarche: blank.txt: holds no text; nothing is read from it.\n" + nothing},
             Row{"demarche build none.jsonl", nothing},
             Row{"demarche build bad.jsonl",
                 "demarche: bad.jsonl:1:2: not valid JSON: Missing a name for object member. A "
                 "line "
                 "of JSON Lines is one object: {\"id\": \"...\", \"text\": \"...\"}.\n"},
         }) {
        CAPTURE(row.command);
        const Ended built = run(row.command, folder.path());
        CHECK(built.code == 1);
        CHECK(built.output == "");
        CHECK(built.errors == row.errors);
        CHECK(read_file(folder.path() / "output/graph.jsonld") == before);
    }
}

TEST_CASE("build: a blank article among others is told, and what the graph had of it stays") {
    const Folder folder;
    fs::create_directory(folder.path() / "in");
    write_file(folder.path() / "in/article.txt", "\n");
    write_file(folder.path() / "in/other.txt", "The minister said that the bill must pass.\n");
    const Ended built =
        run("demarche build in --add graph.jsonld --formats jsonld -o out", folder.path());
    CHECK(built.code == 0);
    CHECK(built.errors == "demarche: in/article.txt: holds no text; nothing is read from it.\n");
    CHECK(graph_in(folder.path() / "out/graph.jsonld").statements.size() == 7);
}

TEST_CASE("build --add tells what its reading takes the place of") {
    const Folder folder;
    REQUIRE(run("demarche build article.txt --formats jsonld -o first", folder.path()).code == 0);
    SUBCASE("nothing, where the article and its reading are the same") {
        const Ended built =
            run("demarche build article.txt --add first/graph.jsonld --formats "
                "jsonld -o second",
                folder.path());
        CHECK(built.errors == "");
        CHECK(read_file(folder.path() / "second/graph.jsonld") ==
              read_file(folder.path() / "first/graph.jsonld"));
    }
    SUBCASE("a statement that was corrected by hand, with its words") {
        graph::PositionGraph edited = graph_in(folder.path() / "first/graph.jsonld");
        Statement& statement = edited.statements.begin()->second;
        const double before = statement.confidence;
        REQUIRE(before < 1);
        statement.confidence = 1;
        const std::string words =
            (statement.content.empty() ? statement.cue : statement.content).front().exact;
        write_file(folder.path() / "edited.jsonld", export_::jsonld(edited));
        const Ended built =
            run("demarche build article.txt --add edited.jsonld --formats jsonld -o second",
                folder.path());
        CHECK(built.code == 0);
        CHECK(has(built.errors,
                  "demarche: edited.jsonld: 1 entry stands otherwise there than the articles are "
                  "read now, and the reading takes its place. Corrections made in that file are "
                  "lost so; so are faults of an older reading.\n"));
        CHECK(has(built.errors, "article article: '" + words.substr(0, 10)));
        CHECK(has(built.errors, "confidence '1.00' becomes '"));
    }
    SUBCASE("not, where another article is read") {
        graph::PositionGraph edited = graph_in(folder.path() / "first/graph.jsonld");
        edited.statements.begin()->second.confidence = 1;
        write_file(folder.path() / "edited.jsonld", export_::jsonld(edited));
        const Ended built =
            run("demarche build tests/samples --add edited.jsonld --formats jsonld -o second",
                folder.path());
        CHECK(built.errors == "");
        const auto after = graph_in(folder.path() / "second/graph.jsonld");
        CHECK(after.statements.at(edited.statements.begin()->first).confidence == 1);
    }
}

TEST_CASE("questions are asked of policy, and what else would meet them is told") {
    const Folder folder;
    struct Row {
        const char* command;
        int code;
        int code_of_all;
        const char* errors;
    };
    const char* one =
        "demarche: 1 statement that is not on public policy, law, office or relations of states is "
        "left out; --all takes it in.\n";
    for (const Row& row : {
             Row{"query --issue weather", 1, 0,
                 "demarche: no statement meets all these conditions.\n"},
             Row{"who weather", 1, 0,
                 "demarche: nobody in this graph holds anything of that kind on 'weather'.\n"},
             Row{"what \"Ida Holm\"", 0, 0, ""},
             Row{"show weather", 1, 0,
                 "demarche: no statement has an id that starts with 'weather', or these words. "
                 "'demarche query' lists all with their ids.\n"},
             Row{"actors", 0, 0, ""},
             Row{"export --format html", 0, 0, ""},
         }) {
        CAPTURE(row.command);
        const std::string graph = " --graph graph.jsonld";
        const Ended few = run("demarche " + std::string(row.command) + graph, folder.path());
        CHECK(few.code == row.code);
        CHECK(few.errors == std::string(row.errors) + one);
        const Ended all =
            run("demarche " + std::string(row.command) + " --all" + graph, folder.path());
        CHECK(all.code == row.code_of_all);
        CHECK(all.errors == "");
        CHECK(all.output != few.output);
    }
    // What hands the graph on has all of it, and says nothing.
    const Ended nquads = run("demarche export graph.jsonld --format nq", folder.path());
    CHECK(nquads.errors == "");
    CHECK(has(nquads.output, "the weather is fine"));
    // Who names a statement by its id has chosen it.
    CHECK(run("demarche show 496a939a graph.jsonld", folder.path()).code == 0);
}
