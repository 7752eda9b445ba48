// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Completion scripts, written from what CLI11 was told: an option that is added is completed
// without anybody thinking of it.
//
// All of it becomes facts first, one list a verb; then each shell gets them in its own way. An
// option --format of a verb `show` with the help "how" and the values table and csv:
//
//     bash    --format) COMPREPLY=($(compgen -W 'table csv' -- "$cur")); return ;;
//     zsh     '(--format)--format[how]:value:(table csv)'
//     fish    complete -c demarche -n '__fish_seen_subcommand_from show' -l format
//                 -x -a 'table csv' -d 'how'
//
// What a value is, a file, a folder or a word of a closed list, is told by the word that the help
// shows for it and by its check (choices.hpp).
//
// Limits: of several places only the first is completed from a list; fish offers one value where a
// list with commas may stand. Values have no spaces. Tested by tests/cli/completion_test.cpp, which
// lets each shell that is there read its script.

#include "cli/completion.hpp"

#include "cli/choices.hpp"

#include <CLI/CLI.hpp>

#include <string_view>
#include <vector>

namespace demarche::cli {

namespace {

/// What may stand behind an option, or at a place.
enum class Value { none, any, file, folder, choice, list };

struct OptionFacts {
    std::vector<std::string> names;  ///< "-o", "--output"
    std::string help;
    Value value = Value::any;
    std::vector<std::string> choices;  ///< of a choice or a list
};

struct VerbFacts {
    std::string name;
    std::string help;
    std::vector<OptionFacts> options;
    std::vector<OptionFacts> places;  ///< in order; the last may stand again if it is several
};

Value value_of(const CLI::Option& option, const Choices& choices) {
    if (option.get_items_expected_max() == 0) return Value::none;
    if (!choices.values.empty()) return choices.list ? Value::list : Value::choice;
    const std::string name = option.get_positional() ? option.get_name(true) : std::string();
    const std::string shown = option.get_option_text();
    if (shown == "FOLDER") return Value::folder;
    const bool is_file =
        shown == "FILE" || shown.starts_with("ARTICLE") || name == "ARTICLE" || name == "GRAPH";
    return is_file ? Value::file : Value::any;
}

OptionFacts option_facts(const CLI::Option& option) {
    OptionFacts facts;
    for (const std::string& name : option.get_snames()) facts.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) facts.names.push_back("--" + name);
    facts.help = option.get_description();
    const Choices choices = choices_of(option);
    facts.value = value_of(option, choices);
    facts.choices = choices.values;
    return facts;
}

/// The program itself first, then its verbs.
std::vector<VerbFacts> verbs_of(const CLI::App& program) {
    std::vector<VerbFacts> verbs;
    const auto add = [&verbs](const CLI::App& app, const std::string& name) {
        verbs.push_back({name, app.get_description(), {}, {}});
        for (const CLI::Option* option : app.get_options()) {
            auto& list = option->get_positional() ? verbs.back().places : verbs.back().options;
            list.push_back(option_facts(*option));
        }
    };
    add(program, "");
    for (const CLI::App* verb : program.get_subcommands({})) add(*verb, verb->get_name());
    return verbs;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : between).append(word);
    return text;
}

/// In single quotes, as all three shells read it; an apostrophe as `apostrophe`.
std::string quoted(std::string_view text, std::string_view apostrophe) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'') {
            result += apostrophe;
        } else {
            result += c == '\n' ? ' ' : c;
        }
    }
    return result + "'";
}

constexpr std::string_view posix_apostrophe = "'\\''";
constexpr std::string_view fish_apostrophe = "\\'";

/// zsh's _arguments ends a description at "]" and a message at ":".
std::string zsh_escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == ':' || c == '[' || c == ']' || c == '\\') result += '\\';
        result += c;
    }
    return result;
}

// ------------------------------------------------------------------------------------------- bash

/// The line that offers what may stand here; $cur is what was typed of it.
std::string bash_offer(const OptionFacts& option) {
    switch (option.value) {
        case Value::choice:
            return "COMPREPLY=($(compgen -W '" + joined(option.choices, " ") + "' -- \"$cur\"))";
        case Value::list: return "_demarche_list '" + joined(option.choices, " ") + "'";
        case Value::folder: return "COMPREPLY=($(compgen -d -- \"$cur\"))";
        case Value::none:
        case Value::any:
        case Value::file: return ":";  // bash goes on to files by itself
    }
    return {};
}

std::string bash_verb(const VerbFacts& verb) {
    std::string text = "        " + verb.name + ")\n            case $option in\n";
    std::vector<std::string> all;
    for (const OptionFacts& option : verb.options) {
        all.insert(all.end(), option.names.begin(), option.names.end());
        if (option.value == Value::none) continue;
        text += "                " + joined(option.names, "|") + ") " + bash_offer(option) +
                "; return ;;\n";
    }
    text += "            esac\n            options='" + joined(all, " ") + "'\n";
    if (!verb.places.empty() && !verb.places.front().choices.empty()) {
        text += "            [[ $cur != -* && $place -eq 1 ]] && " +
                bash_offer(verb.places.front()) + "\n";
    }
    return text + "            ;;\n";
}

// -------------------------------------------------------------------------------------------- zsh

std::string zsh_action(const OptionFacts& option) {
    switch (option.value) {
        case Value::choice: return "(" + joined(option.choices, " ") + ")";
        case Value::list: return "_values -s , value " + joined(option.choices, " ");
        case Value::folder: return "_files -/";
        case Value::file: return "_files";
        case Value::none:
        case Value::any: return " ";
    }
    return {};
}

std::string zsh_option(const OptionFacts& option) {
    const std::string help = "[" + zsh_escaped(option.help) + "]";
    const std::string value = option.value == Value::none ? "" : ":value:" + zsh_action(option);
    std::string text;
    for (const std::string& name : option.names) {
        const std::string others = "(" + joined(option.names, " ") + ")";
        text +=
            "                " + quoted(others + name + help + value, posix_apostrophe) + " \\\n";
    }
    return text;
}

// ------------------------------------------------------------------------------------------- fish

std::string fish_option(const std::string& condition, const OptionFacts& option) {
    std::string text = "complete -c demarche -n " + quoted(condition, fish_apostrophe);
    for (const std::string& name : option.names) {
        text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    switch (option.value) {
        case Value::none: break;
        case Value::any: text += " -x"; break;
        case Value::file: text += " -r -F"; break;
        case Value::folder: text += " -x -a '(__fish_complete_directories)'"; break;
        case Value::choice:
        case Value::list: text += " -x -a '" + joined(option.choices, " ") + "'"; break;
    }
    return text + " -d " + quoted(option.help, fish_apostrophe) + "\n";
}

}  // namespace

std::string bash_completion(const CLI::App& program) {
    const std::vector<VerbFacts> verbs = verbs_of(program);
    std::vector<std::string> names;
    std::string cases;
    std::vector<std::string> with_value;
    for (const VerbFacts& verb : verbs) {
        if (!verb.name.empty()) {
            names.push_back(verb.name);
            cases += bash_verb(verb);
        }
    }
    for (const OptionFacts& option : verbs.front().options) {
        names.insert(names.end(), option.names.begin(), option.names.end());
    }
    return "# Completion of demarche for bash; written by 'demarche completion bash'.\n"
           "# Where it offers nothing, bash offers files.\n"
           "\n"
           "_demarche_list() {  # values with commas between them\n"
           "    local before=\n"
           "    [[ $cur == *,* ]] && before=${cur%,*},\n"
           "    COMPREPLY=($(compgen -P \"$before\" -W \"$1\" -- \"${cur##*,}\"))\n"
           "}\n"
           "\n"
           "_demarche() {\n"
           "    local cur=${COMP_WORDS[COMP_CWORD]} option= verb=${COMP_WORDS[1]} options= i\n"
           "    local place=0  # of the word under way among those that are no options\n"
           "    COMPREPLY=()\n"
           "    if ((COMP_CWORD == 1)); then\n"
           "        COMPREPLY=($(compgen -W '" +
           joined(names, " ") +
           "' -- \"$cur\"))\n"
           "        return\n"
           "    fi\n"
           "    for ((i = 2; i <= COMP_CWORD; ++i)); do\n"
           "        [[ ${COMP_WORDS[i]} == -* ]] || ((++place))\n"
           "        [[ ${COMP_WORDS[i]} == -- && i -lt COMP_CWORD ]] && return\n"
           "    done\n"
           "    option=${COMP_WORDS[COMP_CWORD - 1]}\n"
           "    # Bash takes \"--format=csv\" apart at the sign.\n"
           "    if [[ $cur == = ]]; then\n"
           "        cur=\n"
           "    elif [[ $option == = ]]; then\n"
           "        option=${COMP_WORDS[COMP_CWORD - 2]}\n"
           "    fi\n"
           "    case $verb in\n" +
           cases +
           "    esac\n"
           "    [[ $cur == -* ]] && COMPREPLY=($(compgen -W \"$options\" -- \"$cur\"))\n"
           "}\n"
           "\n"
           "complete -o bashdefault -o default -F _demarche demarche\n";
}

std::string zsh_completion(const CLI::App& program) {
    const std::vector<VerbFacts> verbs = verbs_of(program);
    std::string names;
    std::string cases;
    for (const VerbFacts& verb : verbs) {
        if (verb.name.empty()) continue;
        names +=
            "        " + quoted(zsh_escaped(verb.name) + ":" + verb.help, posix_apostrophe) + "\n";
        cases += "        " + verb.name + ")\n            _arguments -s \\\n";
        for (const OptionFacts& option : verb.options) cases += zsh_option(option);
        const bool closed = !verb.places.empty() && !verb.places.front().choices.empty();
        if (closed) {
            cases += "                " +
                     quoted("1:value:" + zsh_action(verb.places.front()), posix_apostrophe) +
                     " \\\n";
        }
        cases += "                '*:file:_files'\n            ;;\n";
    }
    std::string own;
    for (const OptionFacts& option : verbs.front().options) own += zsh_option(option);
    return "#compdef demarche\n"
           "# Completion of demarche for zsh; written by 'demarche completion zsh'.\n"
           "\n"
           "_demarche() {\n"
           "    local -a verbs\n"
           "    verbs=(\n" +
           names +
           "    )\n"
           "    if ((CURRENT == 2)); then\n"
           "        if [[ $words[2] == -* ]]; then\n"
           "            _arguments \\\n" +
           own +
           "                && return\n"
           "        fi\n"
           "        _describe verb verbs\n"
           "        return\n"
           "    fi\n"
           "    local verb=$words[2]\n"
           "    shift words\n"
           "    ((--CURRENT))\n"
           "    case $verb in\n" +
           cases +
           "    esac\n"
           "}\n"
           "\n"
           "# Read by compinit from a folder of $fpath, or by 'source'.\n"
           "if [[ $funcstack[1] == _demarche ]]; then\n"
           "    _demarche \"$@\"\n"
           "else\n"
           "    compdef _demarche demarche\n"
           "fi\n";
}

std::string fish_completion(const CLI::App& program) {
    const std::vector<VerbFacts> verbs = verbs_of(program);
    const std::string no_verb = "__fish_use_subcommand";
    std::string text =
        "# Completion of demarche for fish; written by 'demarche completion fish'.\n\n";
    for (const VerbFacts& verb : verbs) {
        if (verb.name.empty()) {
            for (const OptionFacts& option : verb.options) text += fish_option(no_verb, option);
            continue;
        }
        text += "\ncomplete -c demarche -f -n " + no_verb + " -a " + verb.name + " -d " +
                quoted(verb.help, fish_apostrophe) + "\n";
        const std::string condition = "__fish_seen_subcommand_from " + verb.name;
        for (const OptionFacts& option : verb.options) text += fish_option(condition, option);
        if (!verb.places.empty() && !verb.places.front().choices.empty()) {
            text += "complete -c demarche -f -n " + quoted(condition, fish_apostrophe) + " -a '" +
                    joined(verb.places.front().choices, " ") + "'\n";
        }
    }
    return text;
}

}  // namespace demarche::cli
