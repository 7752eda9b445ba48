// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

/// The command line as a whole: what CLI11 is told, and what is said where it does not agree.
namespace demarche::cli {

/// Tells `app` of all verbs; the runs are in the order of commands().
[[nodiscard]] std::vector<Run> set_up(CLI::App& app);

/// What `demarche help` prints: the verbs by group.
[[nodiscard]] std::string program_help(const CLI::App& app);

/// Reads `arguments`, the program's name left out. False if help or the version was asked for; it
/// is printed then. \throws UsageError
[[nodiscard]] bool parse(CLI::App& app, const std::vector<std::string>& arguments);

/// "unknown verb 'biuld'. Allowed are ... Did you mean 'build'?"
[[nodiscard]] std::string unknown_verb(const std::string& name);

}  // namespace demarche::cli
