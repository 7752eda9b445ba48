// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// cmake --install: everything comes to where it was asked to, and the program finds its models
// there.

#include "shell.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace demarche::cli::test;

namespace {

/// Relative paths of the files below `folder`, sorted.
std::vector<std::string> files_below(const fs::path& folder) {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_directory()) files.push_back(fs::relative(entry.path(), folder).string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("cmake --install: all files below DESTDIR and prefix, and nothing beside them") {
    const Folder folder;
    const fs::path source = DEMARCHE_SOURCE;
    const fs::path prefix = folder.path() / "root/opt/tools";
    const std::string build = fs::path(DEMARCHE_PROGRAM).parent_path().string();
    const Ended installed = run(
        "umask 077; DESTDIR=root cmake --install " + build + " --prefix /opt/tools", folder.path());
    REQUIRE(installed.code == 0);
    const std::vector<std::string> files = files_below(prefix);
    std::vector<std::string> wanted = {
        "bin/demarche",
        "share/demarche/models/LICENSE",
        "share/demarche/models/README.md",
        "share/demarche/models/syntax-en.model",
        "share/demarche/models/names-en.model",
        "share/demarche/models/attributions-en.model",
        "share/demarche/models/positions-en.model",
        "share/doc/demarche/CHANGELOG.md",
        "share/doc/demarche/LICENSE",
        "share/doc/demarche/NOTICE",
    };
    for (const std::string& file : files_below(source / "schema")) {
        wanted.push_back("share/demarche/schema/" + file);
    }
    for (const auto& page : fs::directory_iterator(source / "docs/man")) {
        const std::string section = page.path().extension().string().substr(1);
        wanted.push_back("share/man/man" + section + "/" + page.path().filename().string());
    }
    if (fs::exists(source / "src/cli/command_completion.cpp")) {
        wanted.insert(wanted.end(), {"share/bash-completion/completions/demarche",
                                     "share/fish/vendor_completions.d/demarche.fish",
                                     "share/zsh/site-functions/_demarche"});
    }
    std::sort(wanted.begin(), wanted.end());
    CHECK(files == wanted);
    for (const std::string& file : files) {
        CAPTURE(file);
        CHECK(fs::file_size(prefix / file) > 0);
        CHECK((fs::status(prefix / file).permissions() & fs::perms::others_read) !=
              fs::perms::none);
    }

    const Ended version = run("root/opt/tools/bin/demarche --version", folder.path());
    CHECK(version.output == run("demarche --version", folder.path()).output);
    CHECK(version.output.find("no such model") == std::string::npos);

    // It is these models that it reads, not others of the machine.
    fs::remove(prefix / "share/demarche/models/names-en.model");
    CHECK(run("root/opt/tools/bin/demarche --version", folder.path())
              .output.find("\nnames-en.model: no such model in ") != std::string::npos);
}
