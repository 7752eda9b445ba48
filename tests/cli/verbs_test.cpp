// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// What holds of every verb: a file, help, a man page that names the same options, two examples
// that work and stand in both.

#include "shell.hpp"

#include "cli/command.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

namespace fs = std::filesystem;
using namespace demarche::cli;
using namespace demarche::cli::test;

namespace {

const fs::path source = DEMARCHE_SOURCE;

std::string page_of(const std::string& verb) {
    return read_file(source / "docs/man" / ("demarche-" + verb + ".1"));
}

/// roff without the escapes that pages use: "\-" is "-", "\e" a backslash; fonts go.
std::string plain(const std::string& roff) {
    static const std::regex fonts(R"(\\f[A-Z])");
    static const std::regex hyphens(R"(\\-)");
    return std::regex_replace(std::regex_replace(roff, fonts, ""), hyphens, "-");
}

/// The options that open a paragraph of a page or a line of help: "--format", "-o".
std::set<std::string> options_in(const std::string& text, const std::regex& line) {
    static const std::regex option(R"((^|[ ,])(--?[a-z][a-z-]*))");
    std::set<std::string> found;
    std::istringstream lines(text);
    for (std::string one; std::getline(lines, one);) {
        std::smatch match;
        if (!std::regex_match(one, match, line)) continue;
        const std::string names = match[1];
        for (std::sregex_iterator it(names.begin(), names.end(), option), end; it != end; ++it) {
            found.insert((*it)[2]);
        }
    }
    return found;
}

/// What else stands on standard error than how many statements are not on policy.
std::string without_note(const std::string& errors) {
    static const std::regex note(
        "demarche: [0-9]+ statements? that (is|are) not on public policy, law, office or relations "
        "of states (is|are) left out; --all takes (it|them) in\\.\n");
    return std::regex_replace(errors, note, "");
}

}  // namespace

TEST_CASE("every verb is one file, and every such file a verb") {
    std::set<std::string> files;
    for (const auto& entry : fs::directory_iterator(source / "src/cli")) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("command_")) files.insert(name);
    }
    std::set<std::string> expected;
    for (const Command& command : commands()) {
        expected.insert("command_" + std::string(command.name) + ".cpp");
    }
    CHECK(files == expected);
}

TEST_CASE("every verb has help with its summary and two examples, the same by both ways") {
    const Folder folder;
    const std::string all = run("demarche help", folder.path()).output;
    for (const Command& command : commands()) {
        const std::string verb(command.name);
        CAPTURE(verb);
        const Ended help = run("demarche " + verb + " --help", folder.path());
        CHECK(help.code == 0);
        CHECK(help.errors.empty());
        CHECK(help.output == run("demarche help " + verb, folder.path()).output);
        CHECK(help.output.find(command.summary) != std::string::npos);
        CHECK(all.find(command.summary) != std::string::npos);
        CHECK(command.examples[0] != command.examples[1]);
        for (const std::string_view example : command.examples) {
            CHECK(help.output.find("\n  " + std::string(example) + "\n") != std::string::npos);
        }
    }
}

TEST_CASE("every verb has a man page with the options of its help, and its examples") {
    static const std::regex help_line(R"(^  (-[^ ].*?)(  .*)?$)");
    static const std::regex page_line(R"(^\.(?:BR|BI|B|IR) (-.*)$)");
    const Folder folder;
    for (const Command& command : commands()) {
        const std::string verb(command.name);
        CAPTURE(verb);
        const std::string page = plain(page_of(verb));
        const std::string help = run("demarche " + verb + " --help", folder.path()).output;
        CHECK(page.find("demarche-" + verb + " - " + std::string(command.summary)) !=
              std::string::npos);
        CHECK(!options_in(help, help_line).empty());
        CHECK(options_in(page, page_line) == options_in(help, help_line));
        for (const char* part : {".SH SYNOPSIS", ".SH DESCRIPTION", ".SH OPTIONS",
                                 ".SH \"EXIT STATUS\"", ".SH EXAMPLES", ".SH \"SEE ALSO\""}) {
            CAPTURE(part);
            CHECK(page.find(part) != std::string::npos);
        }
        for (const std::string_view example : command.examples) {
            CHECK(page.find("\n" + std::string(example) + "\n") != std::string::npos);
        }
    }
}

TEST_CASE("the program's own page names every verb") {
    const std::string page = read_file(source / "docs/man/demarche.1");
    for (const Command& command : commands()) {
        CAPTURE(command.name);
        CHECK(page.find(".BR demarche\\-" + std::string(command.name) + " (1)") !=
              std::string::npos);
    }
}

TEST_CASE("the program's own page lists the verbs in the groups and the order of the help") {
    const std::string page = read_file(source / "docs/man/demarche.1");
    const std::string see_also = page.substr(page.find(".SH \"SEE ALSO\""));
    std::size_t at = 0;
    std::string_view group;
    for (const Command& command : commands()) {
        CAPTURE(command.name);
        if (command.group != group) {
            group = command.group;
            at = page.find("\n.SS " + std::string(group) + "\n", at);
            REQUIRE(at != std::string::npos);
        }
        const std::string name = ".BR demarche\\-" + std::string(command.name) + " (1)";
        at = page.find("\n" + name + "\n", at);
        CHECK(at != std::string::npos);
        CHECK(see_also.find("\n" + name) != std::string::npos);
    }
    CHECK(see_also.find("\n.BR demarche\\-formats (5)") != std::string::npos);
}

TEST_CASE("every page that a page refers to is there") {
    static const std::regex reference(R"(\.BR demarche((?:\\-[a-z]+)?) \(([15])\))");
    for (const auto& entry : fs::directory_iterator(source / "docs/man")) {
        CAPTURE(entry.path().string());
        const std::string page = read_file(entry.path());
        for (std::sregex_iterator it(page.begin(), page.end(), reference), end; it != end; ++it) {
            const std::string name = "demarche" + plain((*it)[1]) + "." + std::string((*it)[2]);
            CAPTURE(name);
            CHECK(fs::exists(source / "docs/man" / name));
        }
    }
}

TEST_CASE("man shows every page without a complaint") {
    const Folder folder;
    for (const auto& entry : fs::directory_iterator(source / "docs/man")) {
        CAPTURE(entry.path().string());
        const Ended man = run("man --warnings=w -P cat -l " + entry.path().string(), folder.path());
        CHECK(man.code == 0);
        CHECK(man.errors == "");
        CHECK(man.output.find("SYNOPSIS") != std::string::npos);
    }
}

TEST_CASE("the examples of every verb work on the sample articles") {
    const Folder folder;
    const Ended built = run("demarche build tests/samples", folder.path());
    REQUIRE(built.code == 0);
    REQUIRE(built.errors == "");
    for (const Command& command : commands()) {
        for (const std::string_view example : command.examples) {
            CAPTURE(example);
            const Ended ended = run(std::string(example), folder.path());
            CHECK(ended.code == 0);
            CHECK(without_note(ended.errors) == "");
        }
    }
}
