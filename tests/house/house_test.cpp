// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The rules of the house, as tests: who includes whom (src/rooms.tsv), which library is included
// where, what no room below the door may do, which top-level names exist.

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

struct Room {
    std::string name;
    std::string turns;
    std::string into;
    std::set<std::string> may_include;  ///< itself aside
    std::string listed;                 ///< the same as it is written
};

/// src/rooms.tsv, in its order.
const std::vector<Room>& rooms() {
    static const std::vector<Room> all = [] {
        std::ifstream in(source / "src" / "rooms.tsv");
        std::vector<Room> read;
        for (std::string line; std::getline(in, line);) {
            if (line.starts_with('#')) continue;
            std::istringstream cells(line);
            Room room;
            std::getline(cells, room.name, '\t');
            std::getline(cells, room.turns, '\t');
            std::getline(cells, room.into, '\t');
            std::getline(cells, room.listed, '\t');
            std::istringstream names(room.listed);
            for (std::string name; names >> name;) room.may_include.insert(name);
            read.push_back(std::move(room));
        }
        return read;
    }();
    return all;
}

const Room* room_called(const std::string& name) {
    for (const Room& room : rooms()) {
        if (room.name == name) return &room;
    }
    return nullptr;
}

struct Library {
    const char* prefix;           ///< of the include path
    const char* name;             ///< for people
    std::set<std::string> rooms;  ///< that may include it
    std::size_t files;            ///< at most so many files in each of them; 0 = any
};

const std::vector<Library> libraries = {
    {"unicode/", "ICU", {"identity", "text", "cli"}, 0},
    {"nettle/", "Nettle", {"identity"}, 1},
    {"libxml/", "libxml2", {"text"}, 1},
    {"rapidjson/", "RapidJSON", {"text", "export", "training"}, 2},
    {"graphviz/", "cgraph and gvc", {"export"}, 1},
    {"boost/", "Boost.Graph", {"graph", "query"}, 0},
    {"Eigen/", "Eigen", {"learn"}, 1},
    {"CLI/", "CLI11", {"cli"}, 0},
    {"zlib.h", "zlib", {"training"}, 1},
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
    std::set<std::string> there;
    for (const auto& entry : fs::directory_iterator(source / "src")) {
        if (entry.is_directory()) there.insert(entry.path().filename().string());
    }
    std::set<std::string> known;
    for (const Room& room : rooms()) known.insert(room.name);
    CHECK(there == known);
}

TEST_CASE("rooms stand in processing order: each includes only rooms above it in the table") {
    std::set<std::string> above;
    for (const Room& room : rooms()) {
        for (const std::string& other : room.may_include) {
            INFO(room.name << " includes " << other);
            CHECK(above.contains(other));
        }
        above.insert(room.name);
    }
}

TEST_CASE("the table of rooms in docs/architecture.md is src/rooms.tsv") {
    std::string table =
        "| room | turns | into | may include | libraries |\n| --- | --- | --- | --- | --- |\n";
    for (const Room& room : rooms()) {
        std::string names = std::regex_replace(room.listed, std::regex(" "), ", ");
        std::string used;
        for (const Library& library : libraries) {
            if (!library.rooms.contains(room.name)) continue;
            used += (used.empty() ? "" : ", ") + std::string(library.name);
        }
        table += "| " + room.name + " | " + room.turns + " | " + room.into + " | " + names + " | " +
                 used + " |\n";
    }
    const std::string page = read(source / "docs" / "architecture.md");
    const std::size_t begin = page.find("| room |");
    REQUIRE(begin != std::string::npos);
    // On a difference: the table as it should be is printed.
    CHECK(page.substr(begin, page.find("\n\n", begin) + 1 - begin) == table);
}

TEST_CASE("a room includes only the rooms that it may") {
    REQUIRE(includes().size() > 100);
    for (const Include& include : includes()) {
        const std::string room = include.path.substr(0, include.path.find('/'));
        if (room_called(room) == nullptr || room == include.room) continue;
        INFO(include.room << "/" << include.file << " includes " << include.path);
        REQUIRE(room_called(include.room) != nullptr);
        CHECK(room_called(include.room)->may_include.contains(room));
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
