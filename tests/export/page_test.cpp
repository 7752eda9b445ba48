// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The page's own script, run by node against a document of a few lines (page.mjs): not a browser,
// but every map of the page is asked.

#include "export/html.hpp"

#include "sample.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace demarche;

namespace {

/// What page.mjs prints of the page; "no node" where there is none.
std::string seen(const std::string& page) {
    std::string name = (std::filesystem::temp_directory_path() / "demarche-page-XXXXXX").string();
    const int file = ::mkstemp(name.data());
    REQUIRE(file >= 0);
    std::ofstream(name, std::ios::binary) << page;
    const std::string command = "command -v node >/dev/null || { echo no node; exit 0; }; node " +
                                std::string(DEMARCHE_TESTS) + "/export/page.mjs " + name + " 2>&1";
    std::string text;
    if (FILE* out = ::popen(command.c_str(), "r"); out != nullptr) {
        char piece[4096];
        while (std::fgets(piece, sizeof piece, out) != nullptr) text += piece;
        ::pclose(out);
    }
    std::filesystem::remove(name);
    return text;
}

}  // namespace

TEST_CASE("page: ids that are names of JavaScript's own are ids like others") {
    graph::PositionGraph graph;
    sample::add_nodes(graph);
    graph.actors.clear();
    graph.issues.clear();
    std::string expected;
    for (const char* id : {"constructor", "__proto__", "toString", "hasOwnProperty", "a\nb"}) {
        graph.actors[id] = {id, "Actor " + std::string(id), ActorKind::person, {}, "", "", ""};
        graph.issues[id] = {id, "Issue " + std::string(id), {}};
        const std::string position =
            sample::add_position(graph, "position of " + std::string(id), id);
        sample::add(graph,
                    {{id}, Relation::supports, position, "words", graph.statements.size() * 99});
    }
    const std::string text = seen(export_::html(graph));
    if (text == "no node\n") {
        MESSAGE("node is not there; the page's script was not run");
        return;
    }
    CHECK(text == "actors 5, issues 5, positions 5, lines 5\n");
}
