#pragma once

#include <exception>
#include <string>
#include <string_view>

/// Writing: a file is whole or absent, and no failed write goes unnoticed.
namespace demarche::cli {

/// Nobody reads standard output any more. The run ends quietly, as other tools do.
class BrokenPipe : public std::exception {
public:
    [[nodiscard]] const char* what() const noexcept override { return "the reader went away"; }
};

/// A place to write to. A regular file is written under a temporary name in the same folder and
/// takes its own name on commit(); until then, and if it is never called, an older file of that
/// name stays as it was and nothing is left behind, not even by Ctrl-C. Standard output, pipes and
/// devices are written directly.
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
};

/// Writes `bytes` to `path` ("" or "-": standard output), whole or not at all.
void write_whole(const std::string& path, std::string_view bytes);

/// Makes `folder` and those above it where they are missing. \throws InputError
void make_folder(const std::string& folder);

}  // namespace demarche::cli
