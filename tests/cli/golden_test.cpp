// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Command lines as data: golden/*.txt. In such a file
//
//     $ demarche help nothing
//     | a line of standard output
//     ! a line of standard error
//     ? 2
//
// is one case: what is typed, and exactly what must come of it; without "?" the exit code is 0.
// All other lines are for people. The cases of a file run one after the other in one new folder
// (see Folder in shell.hpp). Control characters are written \x0d; a last line without its end is
// followed by "<no line end>".
//
// DEMARCHE_UPDATE_GOLDEN=1 test_cli -tc='golden*' writes what came into the files; look at the
// difference before you commit it.

#include "shell.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace demarche::cli::test;

namespace {

std::string readable(const std::string& bytes) {
    static const std::string hex = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7F) {
            text += c;
        } else {
            text += {'\\', 'x', hex[byte >> 4U], hex[byte & 0xFU]};
        }
    }
    return text;
}

/// The lines of `bytes`, each behind `sign`.
std::string signed_lines(const std::string& sign, const std::string& bytes) {
    std::string text;
    std::istringstream lines(bytes);
    for (std::string line; std::getline(lines, line);) {
        text += readable(line).empty() ? sign : sign + " " + readable(line);
        text += lines.eof() ? " <no line end>\n" : "\n";
    }
    return text;
}

bool is_result(const std::string& line) {
    return !line.empty() && std::string("|!?").find(line.front()) != std::string::npos &&
           (line.size() == 1 || line[1] == ' ');
}

std::string result_of(const std::string& command, const fs::path& folder) {
    const Ended ended = run(command, folder);
    std::string text = signed_lines("|", ended.output) + signed_lines("!", ended.errors);
    if (ended.code != 0) text += "? " + std::to_string(ended.code) + "\n";
    return text;
}

std::vector<fs::path> golden_files() {
    std::vector<fs::path> files;
    for (const auto& entry :
         fs::directory_iterator(fs::path(DEMARCHE_SOURCE) / "tests/cli/golden")) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

struct Case {
    std::string prose;  ///< what stands before it
    std::string command;
    std::string expected;
};

/// The cases; the last one has no command, only the prose at the end.
std::vector<Case> cases_of(const std::string& text) {
    std::vector<Case> cases(1);
    std::istringstream lines(text);
    bool open = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("$ ")) {
            if (open) cases.emplace_back();
            cases.back().command = line.substr(2);
            open = true;
        } else if (open && is_result(line)) {
            cases.back().expected += line + "\n";
        } else {
            if (open) cases.emplace_back();
            open = false;
            cases.back().prose += line + "\n";
        }
    }
    if (open) cases.emplace_back();
    return cases;
}

}  // namespace

TEST_CASE("golden: every command line gives its output, its messages and its exit code") {
    const bool update = std::getenv("DEMARCHE_UPDATE_GOLDEN") != nullptr;
    REQUIRE(golden_files().size() > 3);
    for (const fs::path& file : golden_files()) {
        const Folder folder;
        std::string text;
        for (const Case& one : cases_of(read_file(file))) {
            text += one.prose;
            if (one.command.empty()) continue;
            const std::string result = result_of(one.command, folder.path());
            text += "$ " + one.command + "\n" + result;
            if (update) continue;
            INFO(file.filename().string() << ": $ " << one.command);
            CHECK(result == one.expected);
        }
        if (update) write_file(file, text);
    }
}
