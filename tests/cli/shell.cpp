// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "shell.hpp"

#include "fixture.hpp"

#include "export/jsonld.hpp"

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace fs = std::filesystem;

namespace demarche::cli::test {

namespace {

/// In the child: never returns.
[[noreturn]] void become(const std::string& command, const fs::path& folder, const fs::path& output,
                         const fs::path& errors) {
    // Root reads and writes whatever it likes; a user does not, and messages are for users.
    prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
    prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
    const fs::path program = DEMARCHE_PROGRAM;
    const std::string path =
        "PATH=" + program.parent_path().string() + ":/usr/local/bin:/usr/bin:/bin";
    const std::string home = "HOME=" + folder.string();
    const std::array<const char*, 5> environment = {path.c_str(), home.c_str(), "TERM=xterm",
                                                    "LC_ALL=C.UTF-8", nullptr};
    const int in = ::open("/dev/null", O_RDONLY);
    const int out = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int err = ::open(errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (in < 0 || out < 0 || err < 0 || ::chdir(folder.c_str()) != 0) ::_exit(126);
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    ::execle("/bin/sh", "sh", "-c", command.c_str(), nullptr, environment.data());
    ::_exit(127);
}

fs::path new_folder() {
    std::string name = (fs::temp_directory_path() / "demarche-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    return name;
}

}  // namespace

Ended run(const std::string& command, const fs::path& folder) {
    const fs::path results = new_folder();
    const pid_t child = ::fork();
    if (child == 0) become(command, folder, results / "out", results / "err");
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child) {
        throw std::runtime_error("cannot run " + command);
    }
    Ended ended;
    ended.output = read_file(results / "out");
    ended.errors = read_file(results / "err");
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    fs::remove_all(results);
    return ended;
}

Folder::Folder() : path_(new_folder()) {
    fs::create_directory_symlink(fs::path(DEMARCHE_SOURCE) / "tests", path_ / "tests");
    write_file(path_ / "graph.jsonld", export_::jsonld(fixture_graph()));
    write_file(path_ / "article.txt", std::string(fixture_text));
}

Folder::~Folder() {
    std::error_code ignored;
    fs::permissions(path_, fs::perms::owner_all, ignored);
    fs::remove_all(path_, ignored);
}

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

void write_file(const fs::path& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary);
    if (!(out << bytes).flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace demarche::cli::test
