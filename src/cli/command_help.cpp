// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.hpp"
#include "cli/choices.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "cli/topics.hpp"
#include "cli/verbs.hpp"
#include "core/error.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace demarche::cli {

namespace {

int help(const CLI::App& program, const std::string& verb) {
    if (verb.empty()) {
        write_whole("", program_help(program));
        return 0;
    }
    for (const Command& command : commands()) {
        if (command.name != verb) continue;
        write_whole("", program.get_subcommand(verb)->help("demarche"));
        return 0;
    }
    for (const Topic& topic : topics()) {
        if (topic.name != verb) continue;
        write_whole("", topic.text(screen_width()));
        return 0;
    }
    throw UsageError(unknown_verb(verb));
}

}  // namespace

Run set_up_help(CLI::App& app) {
    const auto verb = std::make_shared<std::string>();
    std::vector<std::string> offered;
    for (const Command& command : commands()) offered.emplace_back(command.name);
    for (const Topic& topic : topics()) offered.emplace_back(topic.name);
    const CLI::Validator any([](std::string&) { return std::string(); }, "");
    app.add_option(
           "VERB", *verb,
           "the verb to tell of, or relations, or formats; without one, the verbs are listed")
        ->check(offering(any, offered, false))
        ->option_text(" ");
    return [verb, program = app.get_parent()] { return help(*program, *verb); };
}

}  // namespace demarche::cli
