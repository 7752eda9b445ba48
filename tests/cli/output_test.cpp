// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/output.hpp"

#include "shell.hpp"

#include "core/error.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace demarche;
using namespace demarche::cli;
using namespace demarche::cli::test;

namespace {

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("Output: the file has its name when it is complete, and the old one until then") {
    const Folder folder;
    const fs::path file = folder.path() / "a.txt";
    write_file(file, "old");
    const std::size_t before = files_in(folder.path());
    {
        Output output(file.string());
        output.write(std::string(200000, 'x'));
        output.flush();
        CHECK(read_file(file) == "old");
        output.commit();
        CHECK(read_file(file) == std::string(200000, 'x'));
    }
    CHECK(files_in(folder.path()) == before);
}

TEST_CASE("Output: given up, it leaves the old file and nothing else") {
    const Folder folder;
    const fs::path file = folder.path() / "a.txt";
    write_file(file, "old");
    const std::size_t before = files_in(folder.path());
    {
        Output output(file.string());
        output.write(std::string(200000, 'x'));
    }
    CHECK(read_file(file) == "old");
    CHECK(files_in(folder.path()) == before);
}

TEST_CASE("Output: a link stays a link, a device a device; the file is as readable as others") {
    const Folder folder;
    write_file(folder.path() / "target", "old");
    fs::create_symlink("target", folder.path() / "link");
    write_whole((folder.path() / "link").string(), "new");
    CHECK(fs::is_symlink(folder.path() / "link"));
    CHECK(read_file(folder.path() / "target") == "new");
    const mode_t mask = ::umask(022);
    write_whole((folder.path() / "fresh").string(), "x");
    ::umask(mask);
    CHECK(fs::status(folder.path() / "fresh").permissions() == fs::perms(0644));
    write_whole("/dev/null", "x");
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("Output: what cannot be written is refused with the place and a way out") {
    const Folder folder;
    struct Row {
        std::string path;
        std::string message;
    };
    const std::string here = folder.path().string();
    write_file(folder.path() / "a.txt", "x");
    for (const Row& row : {
             Row{here, "cannot be written: Is a directory. Name another place with -o."},
             Row{here + "/no/file",
                 "cannot be written: No such file or directory. Make its folder "
                 "first, or name another place with -o."},
             Row{here + "/" + std::string(300, 'n'),
                 "cannot be written: File name too long. Name another place with -o."},
             Row{here + "/a.txt/b",
                 "cannot be written: Not a directory. Name another place with -o."},
             Row{"/dev/full",
                 "cannot be written: No space left on device. Make room, or name "
                 "another place with -o."},
         }) {
        CAPTURE(row.path);
        std::string message;
        try {
            write_whole(row.path, "x");
        } catch (const InputError& error) {
            CHECK(error.file() == row.path);
            message = error.what();
        }
        CHECK(message == row.message);
    }
}

namespace {

bool has_temporary(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".tmp") return true;
    }
    return false;
}

/// Ends the program by `signal` while it waits for its input, its output being begun.
void be_killed(const fs::path& folder, const std::string& file, int signal) {
    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        for (int number = 1; number < NSIG; ++number) std::signal(number, SIG_DFL);
        ::dup2(ends[0], STDIN_FILENO);
        ::close(ends[1]);
        if (::chdir(folder.c_str()) != 0) ::_exit(126);
        ::execl(DEMARCHE_PROGRAM, "demarche", "extract", "-", "-o", file.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[0]);
    for (int tries = 0; tries < 3000 && !has_temporary(folder); ++tries) ::usleep(10000);
    const bool begun = has_temporary(folder);
    ::kill(child, signal);
    int status = 0;
    const bool waited = ::waitpid(child, &status, 0) == child;
    ::close(ends[1]);
    REQUIRE(begun);
    REQUIRE(waited);
    REQUIRE(WIFSIGNALED(status));
    REQUIRE(WTERMSIG(status) == signal);
}

}  // namespace

TEST_CASE("Output: a signal that can be handled takes the temporary file along") {
    const Folder folder;
    const fs::path file = folder.path() / "a.txt";
    write_file(file, "old");
    const std::size_t before = files_in(folder.path());
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGUSR1}) {
        CAPTURE(signal);
        be_killed(folder.path(), "a.txt", signal);
        CHECK_FALSE(has_temporary(folder.path()));
        CHECK(files_in(folder.path()) == before);
        CHECK(read_file(file) == "old");
    }
}

TEST_CASE(
    "Output: what a killed run left goes with a later one; what is in use, or another's, not") {
    const Folder folder;
    const fs::path killed = folder.path() / "killed";
    fs::create_directory(killed);
    be_killed(killed, "a.txt", SIGKILL);
    REQUIRE(has_temporary(killed));
    REQUIRE(files_in(killed) == 1);
    write_file(killed / ".demarche-notes.txt", "mine");
    write_file(killed / ".demarche-12.tmp", "mine");
    CHECK(run("demarche merge graph.jsonld -o killed/graph.jsonld", folder.path()).code == 0);
    CHECK(files_in(killed) == 3);
    CHECK(fs::exists(killed / ".demarche-notes.txt"));
    CHECK(fs::exists(killed / ".demarche-12.tmp"));

    const fs::path used = folder.path() / "used";
    fs::create_directory(used);
    Output output((used / "a.txt").string());
    output.write("x");
    CHECK(run("demarche merge graph.jsonld -o used/graph.jsonld", folder.path()).code == 0);
    output.commit();
    CHECK(read_file(used / "a.txt") == "x");
}

TEST_CASE("commit: of several files all have their names, or none") {
    const Folder folder;
    const auto file = [&folder](const char* name) { return (folder.path() / name).string(); };
    write_file(file("a"), "old");
    std::vector<std::unique_ptr<Output>> outputs;
    for (const char* name : {"a", "b"}) {
        outputs.push_back(std::make_unique<Output>(file(name)));
        outputs.back()->write(name);
    }
    commit(outputs);
    CHECK(read_file(file("a")) == "a");
    CHECK(read_file(file("b")) == "b");
    outputs.clear();
    outputs.push_back(std::make_unique<Output>(file("c")));
    outputs.back()->write("x");
    outputs.push_back(std::make_unique<Output>("/dev/full"));
    outputs.back()->write("x");
    CHECK_THROWS_AS(commit(outputs), InputError);
    outputs.clear();
    CHECK_FALSE(fs::exists(file("c")));
}
