// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The rules of the house, as tests: who includes whom, which library is included where, what no
// room below the door may do, which top-level names exist. The tables are docs/architecture.md's.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path source = fs::path(DEMARCHE_SOURCE);

/// Room -> rooms it may include, itself aside.
const std::map<std::string, std::set<std::string>> may_include = {
    {"core", {}},
    {"identity", {"core"}},
    {"text", {"core", "identity"}},
    {"learn", {"core"}},
    {"syntax", {"core", "learn"}},
    {"extract", {"core", "identity", "learn"}},
    {"graph", {"core", "identity"}},
    {"query", {"core", "identity", "graph"}},
    {"export", {"core", "identity", "graph"}},
    {"pipeline", {"core", "identity", "text", "learn", "syntax", "extract", "graph"}},
    {"cli",
     {"core", "identity", "text", "learn", "syntax", "extract", "graph", "query", "export",
      "pipeline"}},
};

struct Library {
    const char* prefix;           ///< of the include path
    std::set<std::string> rooms;  ///< that may include it
    std::size_t files;            ///< at most so many files in each of them; 0 = any
};

const std::vector<Library> libraries = {
    {"unicode/", {"identity", "text", "cli"}, 0},
    {"nettle/", {"identity"}, 1},
    {"libxml/", {"text"}, 1},
    {"rapidjson/", {"text", "export"}, 1},
    {"graphviz/", {"export"}, 1},
    {"boost/", {"graph", "query"}, 0},
    {"Eigen/", {"learn"}, 1},
    {"CLI/", {"cli"}, 0},
    {"zlib.h", {"syntax"}, 1},
};

struct Include {
    std::string room;
    std::string file;
    std::string path;
};

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

/// Without the lines of copyright and licence that a file begins with.
std::string without_licence(const std::string& text) {
    static const std::regex lines("^((// SPDX-[^\n]*\n)+\n?)?");
    return std::regex_replace(text, lines, "", std::regex_constants::format_first_only);
}

std::vector<fs::path> sources() {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(source / "src")) {
        const std::string ending = entry.path().extension().string();
        if (ending == ".hpp" || ending == ".cpp") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string room_of(const fs::path& path) {
    return fs::relative(path, source / "src").begin()->string();
}

std::vector<Include> includes() {
    static const std::regex line(R"(^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"])");
    std::vector<Include> found;
    for (const fs::path& path : sources()) {
        std::istringstream lines(read(path));
        std::string text;
        while (std::getline(lines, text)) {
            std::smatch match;
            if (std::regex_search(text, match, line)) {
                found.push_back({room_of(path), path.filename().string(), match[1]});
            }
        }
    }
    return found;
}

}  // namespace

TEST_CASE("every room of src is known, and every room known is there") {
    std::set<std::string> rooms;
    for (const auto& entry : fs::directory_iterator(source / "src")) {
        rooms.insert(entry.path().filename().string());
    }
    std::set<std::string> known;
    for (const auto& [room, others] : may_include) known.insert(room);
    CHECK(rooms == known);
}

TEST_CASE("a room includes only the rooms that it may") {
    REQUIRE(includes().size() > 100);
    for (const Include& include : includes()) {
        const std::string room = include.path.substr(0, include.path.find('/'));
        if (!may_include.contains(room) || room == include.room) continue;
        INFO(include.room << "/" << include.file << " includes " << include.path);
        CHECK(may_include.at(include.room).contains(room));
    }
}

TEST_CASE("a library is included only where it may be") {
    for (const Library& library : libraries) {
        std::map<std::string, std::set<std::string>> users;
        for (const Include& include : includes()) {
            if (include.path.starts_with(library.prefix)) users[include.room].insert(include.file);
        }
        INFO(std::string(library.prefix));
        CHECK(!users.empty());
        for (const auto& user : users) {
            const std::string& room =
                user.first;  // clang before 16 captures no structured bindings
            CAPTURE(room);
            CHECK(library.rooms.contains(room));
            if (library.files > 0) CHECK(user.second.size() <= library.files);
        }
    }
}

TEST_CASE("nothing below the door prints, exits, or reads the environment or the clock") {
    static const std::regex forbidden(
        R"(std::(cout|cerr|clog)|\b(std::)?f?printf\(|\bexit\(|\bgetenv\(|system_clock|steady_clock|\btime\(nullptr\))");
    static const std::regex child_exit(R"(\b_exit\()");  // a child process must end somehow
    for (const fs::path& path : sources()) {
        if (room_of(path) == "cli") continue;
        std::istringstream lines(std::regex_replace(read(path), child_exit, ""));
        std::string text;
        while (std::getline(lines, text)) {
            const std::string code = text.substr(0, text.find("//"));
            INFO(path.filename().string() << ": " << text);
            CHECK(!std::regex_search(code, forbidden));
        }
    }
}

TEST_CASE("core has no algorithms: headers alone") {
    for (const fs::path& path : sources()) {
        if (room_of(path) == "core") CHECK(path.extension() == ".hpp");
    }
}

TEST_CASE("there is no room for things without a name of their own") {
    static const std::regex vague(R"((util|common|helper|manager|misc|registry_base|builder)s?)");
    for (const fs::path& path : sources()) {
        INFO(path.string());
        CHECK(!std::regex_match(path.stem().string(), vague));
    }
}

TEST_CASE("every header says what it is for, and every source file is one thing") {
    for (const fs::path& path : sources()) {
        const std::string text = without_licence(read(path));
        INFO(path.string());
        if (path.extension() == ".hpp") {
            CHECK(text.starts_with("#pragma once"));
            CHECK(text.find("///") != std::string::npos);
        }
        CHECK(std::count(text.begin(), text.end(), '\n') <= 600);
    }
}
