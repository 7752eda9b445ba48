// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// demarche --version: the program, its commit and the models beside it; what it says of models that
// are missing, damaged, of another kind or of another training.

#include "shell.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace demarche::cli::test;

namespace {

const fs::path source = DEMARCHE_SOURCE;

constexpr std::array<const char*, 4> models = {"syntax-en.model", "names-en.model",
                                               "attributions-en.model", "positions-en.model"};

/// What comes first in the file that `pattern` has a group for.
std::string found_in(const fs::path& file, const std::string& pattern) {
    const std::string text = read_file(file);
    std::smatch match;
    REQUIRE(std::regex_search(text, match, std::regex(pattern)));
    return match[1];
}

std::string project_version() {
    return found_in(source / "CMakeLists.txt", R"(project\(demarche VERSION ([0-9.]+))");
}

/// As coreutils count it.
std::string digest(const fs::path& file, const Folder& folder) {
    return run("sha256sum " + file.string(), folder.path()).output.substr(0, 12);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// The program with models of its own: in `folder`/bin, where no other models are near.
struct Installed {
    Folder folder;
    fs::path bin = folder.path() / "bin";
    fs::path own = bin / "models";

    Installed() {
        fs::create_directories(own);
        fs::copy_file(DEMARCHE_PROGRAM, bin / "demarche");
        for (const char* model : models) fs::copy_file(source / "models" / model, own / model);
    }

    [[nodiscard]] std::vector<std::string> version() const {
        const Ended ended = run("./bin/demarche --version", folder.path());
        CHECK(ended.code == 0);
        CHECK(ended.errors == "");
        return lines_of(ended.output);
    }
};

}  // namespace

TEST_CASE("--version: the project's version and commit, then each model with its digest") {
    const Folder folder;
    const Ended ended = run("demarche --version", folder.path());
    CHECK(ended.code == 0);
    CHECK(ended.errors == "");
    const std::vector<std::string> lines = lines_of(ended.output);
    REQUIRE(lines.size() == 1 + models.size());

    static const std::regex first(R"(demarche ([0-9.]+)(?: \(([0-9a-f]{12})(?:-dirty)?\))?)");
    std::smatch match;
    REQUIRE(std::regex_match(lines[0], match, first));
    CHECK(match[1] == project_version());
    const std::string git = "git -C " + source.string();
    if (run(git + " rev-parse HEAD", folder.path()).code == 0) {
        CHECK(run(git + " cat-file -e " + match[2].str() + "^{commit}", folder.path()).code == 0);
    } else {
        CHECK(match[2] == "");
    }
    for (std::size_t i = 0; i < models.size(); ++i) {
        CHECK(lines[i + 1] ==
              std::string(models[i]) + " " + digest(source / "models" / models[i], folder));
    }
}

TEST_CASE("--version: a model that is missing or cannot be used is told in its line") {
    const Installed installed;
    const std::string own = installed.own.string();
    write_file(installed.own / models[0], "no model");
    fs::resize_file(installed.own / models[1], 1000);
    fs::remove(installed.own / models[2]);
    fs::copy_file(source / "models" / models[1], installed.own / models[3],
                  fs::copy_options::overwrite_existing);
    const std::vector<std::string> lines = installed.version();
    REQUIRE(lines.size() == 1 + models.size());
    const auto damaged = [&](std::size_t i) {
        const std::string file = own + "/" + models[i];
        return std::string(models[i]) + " " + digest(file, installed.folder) +
               ", cannot be used: " + file;
    };
    CHECK(lines[1] == damaged(0) + ": is not a model of demarche.");
    CHECK(lines[2] ==
          damaged(1) + ": is cut off or damaged. Train the model again or fetch it anew.");
    CHECK(lines[3].starts_with("attributions-en.model: no such model in " + own + ", "));
    CHECK(lines[4] == damaged(3) + ": is a model for 'names', but one for 'positions' is wanted.");
}

TEST_CASE("--version: what was made with another training of syntax is told apart") {
    const Installed installed;
    const Ended trained =
        run("demarche train syntax --recipe tests/syntax/harbour.recipe --corpora "
            "tests/syntax --model bin/models/syntax-en.model",
            installed.folder.path());
    REQUIRE(trained.code == 0);
    const std::vector<std::string> lines = installed.version();
    REQUIRE(lines.size() == 1 + models.size());
    const std::string own = installed.own.string();
    CHECK(lines[1] == "syntax-en.model " + digest(installed.own / models[0], installed.folder));
    for (const std::size_t made_with_it : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
        const std::string name = models[made_with_it];
        CHECK(lines[1 + made_with_it] ==
              name + " " + digest(installed.own / name, installed.folder) + ", cannot be used: " +
                  own + "/" + name + ": was trained with another model of syntax than " + own +
                  "/syntax-en.model. Use models that belong together, or train this one anew with "
                  "that (models/README.md).");
    }
}

TEST_CASE("the list of changes knows the version") {
    CHECK(found_in(source / "CHANGELOG.md", R"(\n## \[([0-9.]+)\] - \d{4}-\d\d-\d\d\n)") ==
          project_version());
}
