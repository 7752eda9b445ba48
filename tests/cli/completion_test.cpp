// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The scripts of `demarche completion`, read by the shells themselves.

#include "shell.hpp"

#include "cli/command.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche::cli;
using namespace demarche::cli::test;

namespace {

/// What bash offers for a command line whose words are `words`, the last one under way; a line
/// each.
std::string offered(const Folder& folder, const std::string& words) {
    write_file(folder.path() / "ask.bash",
               "source demarche.bash\nCOMP_WORDS=(" + words +
                   ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_demarche\n"
                   "printf '%s\\n' \"${COMPREPLY[@]}\"\n");
    const Ended ended = run("bash --norc ask.bash", folder.path());
    CHECK(ended.code == 0);
    CHECK(ended.errors == "");
    return ended.output == "\n" ? "" : ended.output;
}

bool is_installed(const Folder& folder, const std::string& shell) {
    return run("command -v " + shell, folder.path()).code == 0;
}

}  // namespace

TEST_CASE("completion bash: verbs, options, closed lists; files where it offers nothing") {
    const Folder folder;
    REQUIRE(run("demarche completion bash > demarche.bash", folder.path()).code == 0);
    struct Case {
        const char* words;
        const char* offered;
    };
    const Case cases[] = {
        {"demarche ex", "extract\nexport\n"},
        {"demarche --v", "--version\n"},
        {"demarche query --po", "--polarity\n--position\n--policy\n"},
        {"demarche who --a", "--actor\n--addressee\n--all\n"},
        {"demarche query --polarity ''", "affirmed\nnegated\n"},
        {"demarche query --relation op", "opposes\n"},
        {"demarche query --relation requests,de",
         "requests,denies\nrequests,demands\n"
         "requests,decides\nrequests,defers\n"},
        {"demarche export --format s", "svg\n"},
        {"demarche export --format = j", "jsonld\n"},
        {"demarche what Norland --format =", "table\njson\ncsv\ncsv-raw\n"},
        {"demarche build x --formats svg,p", "svg,png\n"},
        {"demarche help rel", "relations\n"},
        {"demarche completion ''", "bash\nzsh\nfish\n"},
        {"demarche train s", "syntax\n"},
        // bash goes on to files.
        {"demarche build ''", ""},
        {"demarche query gr", ""},
        {"demarche query -o ''", ""},
        {"demarche completion bash ''", ""},
        // Behind "--" nothing is an option.
        {"demarche build -- -", ""},
        {"demarche nothing --", ""},
    };
    for (const Case& one : cases) {
        CAPTURE(one.words);
        CHECK(offered(folder, one.words) == one.offered);
    }
    // Folders alone.
    CHECK(run("mkdir -p models && touch more", folder.path()).code == 0);
    CHECK(offered(folder, "demarche build --models mo") == "models\n");
}

TEST_CASE("completion: every verb and every option of its help is in the script of every shell") {
    const Folder folder;
    for (const std::string shell : {"bash", "zsh", "fish"}) {
        const std::string script = run("demarche completion " + shell, folder.path()).output;
        for (const Command& command : commands()) {
            CAPTURE(command.name);
            CHECK(script.find(command.name) != std::string::npos);
        }
        for (const std::string option : {"stance", "leave-out", "min-confidence", "doubts"}) {
            CAPTURE(option);
            const bool fish = shell == "fish";
            CHECK(script.find((fish ? " -l " : "--") + option) != std::string::npos);
        }
    }
}

TEST_CASE("completion: each shell that is here reads its script without a complaint") {
    const Folder folder;
    for (const std::string shell : {"bash", "zsh", "fish"}) {
        if (!is_installed(folder, shell)) {
            MESSAGE(shell << " is not installed; its script was not read by it.");
            continue;
        }
        const Ended read = run(
            "demarche completion " + shell + " > script && " + shell + " -n script", folder.path());
        CAPTURE(shell);
        CHECK(read.code == 0);
        CHECK(read.errors == "");
    }
}
