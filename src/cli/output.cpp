// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Files that are whole or absent.
//
// What is written goes to a temporary file in the same folder, which takes its name by rename(2):
// on one file system that is one step, so nobody ever sees half a file, and an older one stays
// until then.
//
// The temporary file must not be left behind. A signal's handler may do next to nothing, but it may
// unlink (POSIX, async-signal-safe functions), so names of unfinished files stand in memory that is
// there before any signal comes. Signals are held back between making a file and noting its name,
// and while several files take their names. SIGKILL leaves a file; a later run removes it, and must
// not remove one that another run is writing. Whoever writes therefore holds a lock (flock(2)),
// which ends with its process in any case: what can be locked is nobody's. Between making and
// locking a tidying run may come first and unlink, which the link count shows; then another is
// made.
//
// Limits: the folder itself is not synchronised, so after a loss of power the old file may stand
// there. Of more than 16 unfinished files the others outlive a signal until the next run. Several
// files take their names one after the other, so a crash between may leave some old. Tested by
// tests/cli/output_test.cpp.

#include "cli/output.hpp"

#include "cli/terminal.hpp"
#include "core/error.hpp"

#include <fcntl.h>
#include <sys/file.h>
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
#include <set>
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

/// What ends a run unless it is handled, and may come from outside.
constexpr std::array ending_signals = {SIGINT,  SIGTERM, SIGHUP,  SIGQUIT,
                                       SIGALRM, SIGXCPU, SIGUSR1, SIGUSR2};

void watch_signals() {
    static const bool once = [] {
        for (const int signal : ending_signals) {
            if (std::signal(signal, remove_unfinished) == SIG_IGN) std::signal(signal, SIG_IGN);
        }
        return true;
    }();
    static_cast<void>(once);
}

/// While it lives, no signal that ends a run is delivered to this thread.
class SignalsHeld {
public:
    SignalsHeld() {
        sigset_t held;
        sigemptyset(&held);
        for (const int signal : ending_signals) sigaddset(&held, signal);
        pthread_sigmask(SIG_BLOCK, &held, &before_);
    }
    ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

private:
    sigset_t before_ = {};
};

std::string folder_of(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

// Who writes holds a lock on the temporary file (flock(2)), which ends with its process however
// that ends: a temporary file that can be locked is nobody's any more.

constexpr std::string_view temporary_start = ".demarche-";
constexpr std::string_view temporary_end = ".tmp";
constexpr std::size_t temporary_letters = 6;  // that mkostemps chooses

bool is_temporary(std::string_view name) {
    return name.size() == temporary_start.size() + temporary_letters + temporary_end.size() &&
           name.starts_with(temporary_start) && name.ends_with(temporary_end);
}

void remove_if_abandoned(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) return;
    struct stat opened = {};
    struct stat named = {};
    if (::fstat(file, &opened) == 0 && S_ISREG(opened.st_mode) && opened.st_uid == ::geteuid() &&
        ::flock(file, LOCK_EX | LOCK_NB) == 0 && ::lstat(path.c_str(), &named) == 0 &&
        named.st_dev == opened.st_dev && named.st_ino == opened.st_ino) {
        ::unlink(path.c_str());
    }
    ::close(file);
}

/// Once a folder and run.
void remove_abandoned(const std::string& folder) {
    static std::set<std::string> tidied;
    if (!tidied.insert(folder).second) return;
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const std::string path = entry->path().string();
        if (is_temporary(entry->path().filename().string())) remove_if_abandoned(path);
    }
}

/// A new file in `folder`, locked; -1 and errno where there can be none.
int open_temporary(const std::string& folder, std::string& name) {
    while (true) {
        name = folder + "/" + std::string(temporary_start) + std::string(temporary_letters, 'X') +
               std::string(temporary_end);
        const int file =
            ::mkostemps(name.data(), static_cast<int>(temporary_end.size()), O_CLOEXEC);
        if (file < 0) return file;
        while (::flock(file, LOCK_EX) != 0 && errno == EINTR) {
        }
        // A run that tidies up may have come before the lock.
        struct stat status = {};
        if (::fstat(file, &status) != 0 || status.st_nlink > 0) return file;
        ::close(file);
    }
}

}  // namespace

void hold_standard_streams() {
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
        if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
        // The lowest free number is taken, which is this stream's.
        const int way = stream == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        if (::open("/dev/null", way) < 0 && ::open("/", O_RDONLY) < 0) return;
    }
}

Output::Output(std::string path) : path_(std::move(path)) {
    if (path_.empty() || path_ == "-") {
        path_.clear();
        descriptor_ = STDOUT_FILENO;
        standard_ = true;
        terminal_ = output_is_terminal();
        return;
    }
    struct stat status = {};
    const bool is_there = ::stat(path_.c_str(), &status) == 0;
    if (!is_there && errno != ENOENT) fail(errno);
    if (is_there && S_ISDIR(status.st_mode)) fail(EISDIR);
    if (is_there && !S_ISREG(status.st_mode)) {
        // A rename would replace a device or a named pipe.
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor_ < 0) fail(errno);
        terminal_ = ::isatty(descriptor_) != 0;
        return;
    }
    // Follow a link, so that it stays a link to the new content.
    std::error_code error;
    const auto target = std::filesystem::canonical(path_, error);
    if (!error) path_ = target.string();

    watch_signals();
    const std::string folder = folder_of(path_);
    remove_abandoned(folder);
    {
        const SignalsHeld held;  // so that no file is there of which the handler does not know
        std::string name;
        descriptor_ = open_temporary(folder, name);
        if (descriptor_ < 0) fail(errno);
        temporary_ = name;
        remember(temporary_);
    }
    // mkostemps makes it private; a result is as readable as any other new file.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor_, 0666U & ~mask);
}

Output::~Output() {
    if (!temporary_.empty()) {
        ::unlink(temporary_.c_str());
        forget(temporary_);
    }
    if (descriptor_ >= 0 && !standard_) ::close(descriptor_);
}

void Output::write(std::string_view bytes) {
    if (terminal_) {
        buffer_ += for_terminal(bytes);
    } else {
        buffer_ += bytes;
    }
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
    if (standard_) return;
    // Renamed while it is locked, so that nobody takes it for abandoned.
    if (!temporary_.empty()) {
        if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail(errno);
        forget(std::exchange(temporary_, {}));
    }
    if (::close(std::exchange(descriptor_, -1)) != 0) fail(errno);
}

void commit(const std::vector<std::unique_ptr<Output>>& outputs) {
    for (const auto& output : outputs) output->flush();
    const SignalsHeld held;
    for (const auto& output : outputs) output->commit();
}

void Output::fail(int error) const {
    if (error == EPIPE && standard_) throw BrokenPipe();
    const char* advice = "Name another place with -o.";
    if (error == ENOSPC || error == EDQUOT) advice = "Make room, or name another place with -o.";
    if (error == ENOENT) advice = "Make its folder first, or name another place with -o.";
    const std::string why =
        standard_ && error == EBADF ? "it is closed" : std::string(std::strerror(error));
    throw InputError(standard_ ? "standard output" : path_,
                     "cannot be written: " + why + ". " + advice);
}

void write_whole(const std::string& path, std::string_view bytes) {
    Output output(path);
    output.write(bytes);
    output.commit();
}

void make_folder(const std::string& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::error_code unknown;
    if (!error && !std::filesystem::is_directory(folder, unknown)) {
        error = unknown ? unknown : std::make_error_code(std::errc::not_a_directory);
    }
    if (error) {
        throw InputError(folder,
                         "cannot be made: " + error.message() + ". Name another folder with -o.");
    }
}

}  // namespace demarche::cli
