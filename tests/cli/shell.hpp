// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

/// Command lines run as a user runs them, in folders of their own.
namespace demarche::cli::test {

/// What came of a command line.
struct Ended {
    std::string output;
    std::string errors;
    int code = 0;  ///< exit code, or 128 and the signal
};

/// Runs `command` by /bin/sh in `folder`, with the program under test on the PATH, an environment
/// of nothing but PATH, HOME, TERM and LC_ALL, and, for root, without the right to ignore the
/// permissions of files.
[[nodiscard]] Ended run(const std::string& command, const std::filesystem::path& folder);

/// A folder that is gone afterwards. In it: `tests`, a link to the repository's; graph.jsonld and
/// article.txt, the graph of fixture.hpp and the article it was made from.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

[[nodiscard]] std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& bytes);

}  // namespace demarche::cli::test
