// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// Writing: a file is whole or absent, and no failed write goes unnoticed.
namespace demarche::cli {

/// Call it before anything is opened. A standard stream that the caller closed leads nowhere from
/// now on, in the way that makes reading it or writing to it fail: else the next file that is
/// opened would take its number.
void hold_standard_streams();

/// Nobody reads standard output any more. The run ends quietly, as other tools do.
class BrokenPipe : public std::exception {
public:
    [[nodiscard]] const char* what() const noexcept override { return "the reader went away"; }
};

/// A place to write to. A regular file is written under a temporary name in the same folder and
/// takes its own name on commit(); until then, and if it is never called, an older file of that
/// name stays as it was and nothing is left behind, not even by Ctrl-C. What a killed run could not
/// take along (SIGKILL, a crash) goes when a later one writes to the same folder. Standard output,
/// pipes and devices are written directly; to a terminal goes only what may be shown there.
class Output {
public:
    /// `path` empty or "-": standard output.
    /// \throws InputError if the file cannot be made.
    explicit Output(std::string path);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    /// \throws InputError (disk full and the like), BrokenPipe
    void write(std::string_view bytes);

    /// Everything is on the disk, still under the temporary name. \throws InputError, BrokenPipe
    void flush();

    /// Flushes and gives the file its name. \throws InputError, BrokenPipe
    void commit();

private:
    [[noreturn]] void fail(int error) const;
    void drain();

    std::string path_;
    std::string temporary_;  ///< empty where there is none
    std::string buffer_;
    int descriptor_ = -1;
    bool standard_ = false;  ///< standard output, which is not ours to close
    bool terminal_ = false;
};

/// Commits them all: every one is flushed before the first gets its name, and no signal that can
/// be held back comes between the first name and the last. \throws InputError
void commit(const std::vector<std::unique_ptr<Output>>& outputs);

/// Writes `bytes` to `path` ("" or "-": standard output), whole or not at all.
void write_whole(const std::string& path, std::string_view bytes);

/// Makes `folder` and those above it where they are missing. \throws InputError
void make_folder(const std::string& folder);

}  // namespace demarche::cli
