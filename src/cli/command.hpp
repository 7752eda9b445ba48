// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

/// The door: reads the arguments, opens files, calls the rooms, prints. One file a verb.
namespace demarche::cli {

/// What a verb does once its arguments are read; returns the exit code.
/// \throws UsageError, InputError, BrokenPipe: main.cpp alone turns them into text and exit codes.
using Run = std::function<int()>;

/// A verb. Its file is command_<name>.cpp, with an options struct, a set-up and a run function;
/// its page is docs/man/demarche-<name>.1.
struct Command {
    std::string_view name;
    std::string_view group;    ///< under which help lists it; verbs of a group stand together
    std::string_view summary;  ///< one line, no full stop
    /// Command lines that work in the repository's root after `./run demo`; a test runs them.
    std::array<std::string_view, 2> examples;
    /// Exit code of an input that cannot be used: 1, or 2 for verbs whose 1 means "nothing found".
    int error_code;
    /// Says which arguments there are, and what to do with them later. Reading the arguments opens
    /// no file and does no other work.
    Run (*set_up)(CLI::App& app);
};

/// All verbs, in the order in which help lists them.
[[nodiscard]] std::span<const Command> commands();

}  // namespace demarche::cli
