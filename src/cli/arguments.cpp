// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// CLI11 as this program wants it: its own words in help and messages, and "--" as POSIX has it.
//
// Behind the first "--" nothing is an option (POSIX, Utility Syntax Guideline 10). CLI11 looks at
// each argument by itself, so those that look like options get a NUL before them, which no argument
// of a command line can have, and lose it again when their value is taken: `show -- -oslo` asks for
// "-oslo".
//
// Where CLI11 refuses, what it could not place is told before what it then misses: of `show
// --grahp` the mistake is the spelling, not the missing id. All extras are therefore allowed to
// CLI11 and refused here, with the nearest option.
//
// Limits: some messages are CLI11's, recognised by their words; another release may say them
// otherwise. Tested by tests/cli/verbs_test.cpp and tests/cli/golden_test.cpp (golden/usage.txt).

#include "cli/arguments.hpp"

#include "cli/choices.hpp"
#include "cli/output.hpp"
#include "cli/version.hpp"
#include "core/error.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

namespace demarche::cli {

namespace {

constexpr std::size_t help_column = 28;

/// Usage with the verbs' own words; CLI11's "SUBCOMMAND" is nobody's word.
class HelpText : public CLI::Formatter {
public:
    HelpText() {
        column_width(help_column);
        label("OPTIONS", "options");
        label("SUBCOMMAND", "VERB");
        label("Positionals", "Arguments");
        label("Usage", "usage");
    }

    std::string make_usage(const CLI::App* app, std::string name) const override {
        return "\n" + CLI::Formatter::make_usage(app, std::move(name));
    }

    std::string make_help(const CLI::App* app, std::string name,
                          CLI::AppFormatMode mode) const override {
        std::string text = CLI::Formatter::make_help(app, std::move(name), mode);
        for (std::size_t at = 0; (at = text.find("\n\n\n", at)) != std::string::npos;) {
            text.erase(at, 1);
        }
        return text;
    }
};

std::string examples_of(const Command& command) {
    std::string text = "Examples:";
    for (const std::string_view example : command.examples) text += "\n  " + std::string(example);
    return text;
}

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
        for (const std::string& name : option->get_snames()) names.push_back("-" + name);
    }
    return names;
}

const CLI::App& verb_of(const CLI::App& app) {
    const auto verbs = app.get_subcommands();
    return verbs.empty() ? app : *verbs.front();
}

std::string full_name(const CLI::App& verb) {
    return verb.get_parent() == nullptr ? verb.get_name()
                                        : verb.get_parent()->get_name() + " " + verb.get_name();
}

/// Before an argument that looks like an option and stands behind "--", so that CLI11 takes it for
/// none. No argument of a command line has this character.
constexpr char no_option = '\0';

std::string as_typed(std::string argument) {
    if (argument.starts_with(no_option)) argument.erase(0, 1);
    return argument;
}

/// Behind the first "--" nothing is an option (POSIX, Utility Syntax Guideline 10).
std::vector<std::string> with_options_ended(std::vector<std::string> arguments) {
    const auto mark = std::find(arguments.begin(), arguments.end(), "--");
    for (auto at = mark; at != arguments.end(); ++at) {
        if (at != mark && at->starts_with('-')) at->insert(at->begin(), no_option);
    }
    return arguments;
}

/// The option that was given more often than it may be; null if there is none.
const CLI::Option* given_twice(const CLI::App& verb) {
    for (const CLI::Option* option : verb.get_options()) {
        if (static_cast<int>(option->count()) > option->get_items_expected_max()) return option;
    }
    return nullptr;
}

/// CLI11's message as a sentence that a user understands.
std::string in_our_words(const CLI::ParseError& error, const CLI::App& verb) {
    constexpr std::string_view excludes = " excludes ";  // as CLI11 says it
    const std::string message = error.what();
    if (const CLI::Option* option = given_twice(verb); option != nullptr) {
        return "'" + option->get_name() + "' is given twice, and takes one value.";
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        return "'" + message.substr(0, message.find(':')) + "' needs a value.";
    }
    if (const std::size_t at = message.find(excludes); at != std::string::npos) {
        return "'" + message.substr(0, at) + "' and '" + message.substr(at + excludes.size()) +
               "' say the same. Give one of them.";
    }
    return message.ends_with('?') || message.ends_with('.') ? message : message + ".";
}

/// What CLI11 could not place is more likely to be the mistake than what it then misses.
void refuse_extras(const CLI::App& app) {
    const CLI::App& verb = verb_of(app);
    std::vector<std::string> extras = app.remaining(true);
    std::erase(extras, "--");
    if (extras.empty()) return;
    const std::string help = "'" + full_name(verb) + " --help' lists what it takes.";
    const std::string extra = as_typed(extras.front());
    if (extra != extras.front() || !extra.starts_with('-') || extra == "-") {
        throw UsageError("unexpected argument '" + extra + "'. " + help);
    }
    const std::string option = extra.substr(0, extra.find('='));
    const std::string near = nearest(option, option_names(verb));
    throw UsageError("unknown option '" + option + "' of '" + full_name(verb) + "'. " +
                     (near.empty() ? help : "Did you mean '" + near + "'? " + help));
}

}  // namespace

std::vector<Run> set_up(CLI::App& app) {
    app.name("demarche");
    app.description(
        "Reads news articles, finds who holds which position on what, with the exact "
        "words\nas evidence, and merges, draws, queries and exports the graph of it.");
    app.formatter(std::make_shared<HelpText>());
    app.set_help_flag("-h,--help", "print this help and exit");
    app.set_version_flag("-V,--version", version_text, "print the version and exit");
    app.require_subcommand(0, 1);
    app.footer(
        "'demarche help VERB' tells more of a verb, 'demarche help relations' of the relations,\n"
        "'man demarche' of the program.");
    app.allow_extras();
    std::vector<Run> runs;
    for (const Command& command : commands()) {
        CLI::App* verb =
            app.add_subcommand(std::string(command.name), std::string(command.summary));
        verb->group(std::string(command.group));
        verb->footer(examples_of(command));
        verb->allow_extras();
        runs.push_back(command.set_up(*verb));
        for (CLI::Option* option : verb->get_options()) {
            if (!option->get_positional()) continue;
            option->transform(CLI::Validator(
                [](std::string& value) {
                    value = as_typed(std::move(value));
                    return std::string();
                },
                ""));
        }
    }
    return runs;
}

std::string program_help(const CLI::App& app) {
    // app.help() would be the help of the verb that was typed.
    return app.get_formatter()->make_help(&app, app.get_name(), CLI::AppFormatMode::Normal);
}

bool parse(CLI::App& app, const std::vector<std::string>& arguments) {
    std::vector<std::string> reversed = with_options_ended(arguments);
    std::reverse(reversed.begin(), reversed.end());
    try {
        app.parse(reversed);
    } catch (const CLI::CallForHelp&) {
        write_whole("", app.help());
        return false;
    } catch (const CLI::CallForVersion& version) {
        write_whole("", std::string(version.what()) + "\n");
        return false;
    } catch (const CLI::ParseError& error) {
        refuse_extras(app);
        throw UsageError(in_our_words(error, verb_of(app)) + " '" + full_name(verb_of(app)) +
                         " --help' tells how it is used.");
    }
    refuse_extras(app);
    return true;
}

std::string unknown_verb(const std::string& name) {
    std::vector<std::string> names;
    for (const Command& command : commands()) names.emplace_back(command.name);
    return unknown("verb", name, names);
}

}  // namespace demarche::cli
