#include "cli/output.hpp"

#include "core/error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace demarche::cli {

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16U;

/// Files that a signal must take along: fixed memory, for nothing else is safe in a handler.
/// A slot is in use while its first byte is not 0; the handler reads only finished names.
struct Slot {
    std::atomic<bool> used = false;
    std::array<char, 4096> path = {};
};
std::array<Slot, 16> unfinished;

void remember(const std::string& path) {
    for (Slot& slot : unfinished) {
        if (slot.used || path.size() >= slot.path.size()) continue;
        std::copy(path.begin(), path.end(), slot.path.begin());
        slot.path[path.size()] = '\0';
        slot.used = true;
        return;
    }
}

void forget(const std::string& path) {
    for (Slot& slot : unfinished) {
        if (slot.used && path == slot.path.data()) slot.used = false;
    }
}

extern "C" void remove_unfinished(int signal) {
    for (Slot& slot : unfinished) {
        if (slot.used) ::unlink(slot.path.data());
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void watch_signals() {
    static const bool once = [] {
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
            if (std::signal(signal, remove_unfinished) == SIG_IGN) std::signal(signal, SIG_IGN);
        }
        return true;
    }();
    static_cast<void>(once);
}

/// A file that is there and is no regular file is written directly: a rename would replace a
/// device or a named pipe.
bool is_special(const std::string& path) {
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) &&
           !S_ISDIR(status.st_mode);
}

std::string folder_of(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

}  // namespace

Output::Output(std::string path) : path_(std::move(path)) {
    if (path_.empty() || path_ == "-") {
        path_.clear();
        descriptor_ = STDOUT_FILENO;
        return;
    }
    if (is_special(path_)) {
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor_ < 0) fail(errno);
        return;
    }
    if (std::filesystem::is_directory(path_)) fail(EISDIR);
    // Follow a link, so that it stays a link to the new content.
    std::error_code error;
    const auto target = std::filesystem::canonical(path_, error);
    if (!error) path_ = target.string();

    watch_signals();
    std::string name = folder_of(path_) + "/.demarche-XXXXXX.tmp";
    descriptor_ = ::mkostemps(name.data(), 4, O_CLOEXEC);
    if (descriptor_ < 0) fail(errno);
    temporary_ = name;
    remember(temporary_);
    // mkostemps makes it private; a result is as readable as any other new file.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor_, 0666U & ~mask);
}

Output::~Output() {
    if (descriptor_ >= 0 && descriptor_ != STDOUT_FILENO) ::close(descriptor_);
    if (!temporary_.empty()) {
        ::unlink(temporary_.c_str());
        forget(temporary_);
    }
}

void Output::write(std::string_view bytes) {
    buffer_ += bytes;
    if (buffer_.size() >= buffer_size) drain();
}

void Output::drain() {
    std::string_view left = buffer_;
    while (!left.empty()) {
        const ssize_t written = ::write(descriptor_, left.data(), left.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            const int error = errno;
            buffer_.clear();
            fail(error);
        }
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

void Output::flush() {
    drain();
    if (!temporary_.empty() && ::fsync(descriptor_) != 0) fail(errno);
}

void Output::commit() {
    flush();
    if (descriptor_ == STDOUT_FILENO) return;
    const int descriptor = std::exchange(descriptor_, -1);
    if (::close(descriptor) != 0) fail(errno);
    if (temporary_.empty()) return;
    if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail(errno);
    forget(std::exchange(temporary_, {}));
}

void Output::fail(int error) const {
    if (error == EPIPE && path_.empty()) throw BrokenPipe();
    const char* advice = "Name another place with -o.";
    if (error == ENOSPC || error == EDQUOT) advice = "Make room, or name another place with -o.";
    if (error == ENOENT) advice = "Make its folder first, or name another place with -o.";
    throw InputError(path_.empty() ? "standard output" : path_,
                     std::string("cannot be written: ") + std::strerror(error) + ". " + advice);
}

void write_whole(const std::string& path, std::string_view bytes) {
    Output output(path);
    output.write(bytes);
    output.commit();
}

void make_folder(const std::string& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error && !std::filesystem::is_directory(folder)) {
        error = std::make_error_code(std::errc::not_a_directory);
    }
    if (error) {
        throw InputError(folder,
                         "cannot be made: " + error.message() + ". Name another folder with -o.");
    }
}

}  // namespace demarche::cli
