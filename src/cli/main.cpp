// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The door's frame: finds the verb, lets CLI11 read the arguments, runs the verb. It is the only
// place that turns exceptions into text and exit codes. The verbs that ask (what, who, query, show,
// between, changes) have the codes of grep, so that a script can tell "nobody" from an error:
//
//     0  fine                      (asking: found)
//     1  input cannot be used      (asking: nothing found)
//     2  wrong use                 (asking: any error)
//     3  a fault of the program
//
// Where nobody reads standard output any more, the program dies of SIGPIPE as others do.
// Tested by tests/cli/golden_test.cpp and tests/cli/output_test.cpp.

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/notes.hpp"
#include "cli/output.hpp"
#include "core/error.hpp"

#include <CLI/CLI.hpp>

#include <csignal>
#include <exception>
#include <filesystem>
#include <new>
#include <string>
#include <utility>
#include <vector>

using namespace demarche;
using namespace demarche::cli;

namespace {

constexpr int wrong_use = 2;
constexpr int fault = 3;

int report(const std::string& message, int code) {
    say(message);
    return code;
}

/// Whether the rest of the line is about the program, not a verb.
bool is_option(const std::string& argument) {
    return argument.starts_with('-');
}

const Command* find(const std::string& name) {
    for (const Command& command : commands()) {
        if (command.name == name) return &command;
    }
    return nullptr;
}

/// Dies as a program dies that does not handle a closed pipe; files under way are gone by now.
int die_of_pipe() {
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
    return 1;
}

/// The error code is the verb's own where a verb was found.
int run(const std::vector<std::string>& arguments, int& error_code) {
    CLI::App app;
    std::vector<Run> runs = set_up(app);
    if (arguments.empty()) {
        std::cerr << program_help(app);
        return wrong_use;
    }
    if (!is_option(arguments.front())) {
        const Command* command = find(arguments.front());
        if (command == nullptr) throw UsageError(unknown_verb(arguments.front()));
        error_code = command->error_code;
    }
    if (!parse(app, arguments)) return 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (app.got_subcommand(std::string(commands()[i].name))) return runs[i]();
    }
    throw UsageError("no verb. 'demarche help' lists the verbs.");
}

}  // namespace

int main(int argc, char** argv) {
    hold_standard_streams();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // a file larger than allowed is an error of its write
    int error_code = 1;
    try {
        return run({argv + 1, argv + argc}, error_code);
    } catch (const BrokenPipe&) {
        return die_of_pipe();
    } catch (const UsageError& error) {
        return report(error.what(), wrong_use);
    } catch (const InputError& error) {
        return report(error.located(), error_code);
    } catch (const std::filesystem::filesystem_error& error) {
        return report(
            error.path1().string() + ": " + error.code().message() + ". Check its name and rights.",
            error_code);
    } catch (const std::bad_alloc&) {
        return report("not enough memory. Give it fewer articles at once.", error_code);
    } catch (const std::exception& error) {
        return report(std::string("a fault of the program: ") + error.what() +
                          ". Please report it, with the command that led to it.",
                      fault);
    }
}
