// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/choices.hpp"
#include "cli/completion.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace demarche::cli {

namespace {

struct CompletionOptions {
    std::string shell;
    std::string output;
};

std::string script_for(const std::string& shell, const CLI::App& program) {
    if (shell == "bash") return bash_completion(program);
    return shell == "zsh" ? zsh_completion(program) : fish_completion(program);
}

}  // namespace

Run set_up_completion(CLI::App& app) {
    const auto options = std::make_shared<CompletionOptions>();
    app.add_option("SHELL", options->shell, "bash, zsh or fish")
        ->required()
        ->check(one_of("shell", {"bash", "zsh", "fish"}))
        ->option_text(" ");
    app.add_option("-o,--output", options->output, "write to FILE instead of standard output")
        ->option_text("FILE");
    return [options, program = app.get_parent()] {
        write_whole(options->output, script_for(options->shell, *program));
        return 0;
    };
}

}  // namespace demarche::cli
