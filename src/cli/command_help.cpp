#include "cli/arguments.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "core/error.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace demarche::cli {

namespace {

int help(const CLI::App& program, const std::string& verb) {
    if (verb.empty()) {
        // program.help() would be the help of the verb that was typed, this one.
        write_whole("", program.get_formatter()->make_help(&program, "demarche",
                                                           CLI::AppFormatMode::Normal));
        return 0;
    }
    for (const Command& command : commands()) {
        if (command.name != verb) continue;
        write_whole("", program.get_subcommand(verb)->help("demarche"));
        return 0;
    }
    throw UsageError(unknown_verb(verb));
}

}  // namespace

Run set_up_help(CLI::App& app) {
    const auto verb = std::make_shared<std::string>();
    app.add_option("VERB", *verb, "the verb to tell of; without one, all are listed")
        ->option_text(" ");
    return [verb, program = app.get_parent()] { return help(*program, *verb); };
}

}  // namespace demarche::cli
