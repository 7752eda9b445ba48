// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Closed lists on the command line: checks, and what a slip may have meant.
//
// A slip is told by the edits between two words, swaps of neighbours among them (optimal string
// alignment, Damerau 1964): "tabel" is one from "table". A third of the letters may be wrong, one
// at least, and never all of the candidate's.
//
// Completion has to know what an option's check allows. CLI11 keeps of a check only a function and
// a name that it shows nowhere, so the list goes into the name, behind a mark that says whether
// several may be given; choices_of reads it back. That keeps list and check one thing.
//
// Limits: edits are counted in bytes, as the lists are ASCII; no value may hold a comma. Tested by
// tests/cli/answers_test.cpp and tests/cli/completion_test.cpp.

#include "cli/choices.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <sstream>
#include <system_error>
#include <utility>

namespace demarche::cli {

namespace {

// A validator's name, which CLI11 shows nowhere, holds what it offers behind one of these.
constexpr char offered_one = '|';
constexpr char offered_list = ',';

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[a.size()][b.size()];
}

template <typename Number>
CLI::Validator range_check(Number least, Number most, const char* kind) {
    return CLI::Validator(
        [=](const std::string& value) {
            Number number{};
            const char* end = value.data() + value.size();
            const auto [read, error] = std::from_chars(value.data(), end, number);
            const bool good =
                error == std::errc() && read == end && number >= least && number <= most;
            std::ostringstream message;
            if (!good) {
                message << "'" << value << "' is not " << kind << " from " << least << " to "
                        << most << ".";
            }
            return message.str();
        },
        "");
}

}  // namespace

std::string nearest(std::string_view value, const std::vector<std::string>& allowed) {
    const std::string wanted = lower(value);
    std::string best;
    std::size_t fewest = std::max<std::size_t>(wanted.size() / 3, 1) + 1;
    for (const std::string& candidate : allowed) {
        const std::size_t count = edits(wanted, lower(candidate));
        if (count < fewest && count < candidate.size()) {
            fewest = count;
            best = candidate;
        }
    }
    return best;
}

std::string listed(const std::vector<std::string>& words, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " " + std::string(last) + " " : ", ";
        text += words[i];
    }
    return text;
}

std::string unknown(std::string_view what, std::string_view value,
                    const std::vector<std::string>& allowed) {
    std::string text = "unknown " + std::string(what) + " '" + std::string(value) +
                       "'. Allowed are " + listed(allowed) + ".";
    const std::string near = nearest(value, allowed);
    if (!near.empty()) text += " Did you mean '" + near + "'?";
    return text;
}

CLI::Validator one_of(const std::string& what, std::vector<std::string> allowed) {
    const auto check = [what, allowed](std::string& value) {
        const bool known = std::find(allowed.begin(), allowed.end(), value) != allowed.end();
        return known ? std::string() : unknown(what, value, allowed);
    };
    return offering(CLI::Validator(check, ""), allowed, false);
}

CLI::Validator some_of(const std::string& what, std::vector<std::string> allowed) {
    const CLI::Validator one = one_of(what, allowed);
    const auto check = [one](std::string& list) {
        for (std::string value : split_list(list)) {
            std::string message = one(value);
            if (!message.empty()) return message;
        }
        return std::string();
    };
    return offering(CLI::Validator(check, ""), allowed, true);
}

CLI::Validator offering(CLI::Validator check, const std::vector<std::string>& offered, bool list) {
    std::string name(1, list ? offered_list : offered_one);
    for (const std::string& value : offered) name += (name.size() > 1 ? "," : "") + value;
    check.name(std::move(name));
    return check;
}

Choices choices_of(const CLI::Option& option) {
    // CLI11 gives validators of an option that may be changed, and by their place alone.
    CLI::Option& by_place = const_cast<CLI::Option&>(option);
    for (int i = 0;; ++i) {
        const CLI::Validator* check = nullptr;
        try {
            check = by_place.get_validator(i);
        } catch (const CLI::OptionNotFound&) {
            return {};
        }
        const std::string& name = check->get_name();
        if (name.empty() || (name[0] != offered_one && name[0] != offered_list)) continue;
        return {split_list(std::string_view(name).substr(1)), name[0] == offered_list};
    }
}

CLI::Validator from_to(double least, double most) {
    return range_check(least, most, "a figure");
}

CLI::Validator from_to(std::size_t least, std::size_t most) {
    return range_check(least, most, "a whole number");
}

std::vector<std::string> split_list(std::string_view list) {
    std::vector<std::string> values;
    while (true) {
        const std::size_t comma = list.find(',');
        values.emplace_back(list.substr(0, comma));
        if (comma == std::string_view::npos) return values;
        list.remove_prefix(comma + 1);
    }
}

}  // namespace demarche::cli
