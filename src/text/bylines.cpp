// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Who wrote an article, from the line that says so.
//
// A byline is a list whose parts say by themselves what they are: two to six words with capitals
// are a name, the rest is the role of the name before it. So commas, "and", strokes and the like
// need not be told apart; they all become commas.
//
//     By Anna Berg, Oslo correspondent and Ola Lie     Anna Berg (Oslo correspondent); Ola Lie
//     By Anna Berg and Ola Lie, staff writers          a plural is the role of both
//     By Anna Berg in Riga, 3 May 2013                 Anna Berg (in Riga), and a date
//     By Tuesday, the troops had left.                 none: it ends as a sentence does
//
// Limits: names of one word are none; words of roles are English. Tested by
// tests/text/layout_test.cpp.

#include "text/bylines.hpp"

#include "text/characters.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <array>

namespace demarche::text {
namespace {

constexpr std::size_t longest_byline = 300;

constexpr std::array<std::string_view, 6> starts = {"written by ", "posted by ", "reported by ",
                                                    "story by ",   "by: ",       "by "};

/// Last words of roles, in either case: "Staff Writer", "Washington Bureau".
constexpr std::array<std::string_view, 24> role_words = {
    "correspondent", "correspondents", "reporter", "reporters", "writer",     "writers",
    "editor",        "editors",        "staff",    "bureau",    "columnist",  "contributor",
    "contributors",  "chief",          "press",    "news",      "desk",       "reuters",
    "intern",        "analyst",        "times",    "post",      "journalist", "producer"};

constexpr std::array<std::string_view, 14> particles = {
    "de", "del", "della", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "du", "da"};

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& table, std::string_view word) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

std::vector<std::string_view> words_of(std::string_view part) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < part.size();) {
        const std::size_t space = std::min(part.find(' ', at), part.size());
        if (space > at) words.push_back(part.substr(at, space - at));
        at = space + 1;
    }
    return words;
}

bool is_role(const std::vector<std::string_view>& words) {
    return !words.empty() && holds(role_words, folded(words.back()));
}

bool is_name(const std::vector<std::string_view>& words) {
    if (words.size() < 2 || words.size() > 6) return false;
    return std::all_of(words.begin(), words.end(), [](std::string_view word) {
        if (is_upper(character_at(word, 0).c)) return true;
        return holds(particles, folded(word).substr(0, folded(word).find('-')));
    });
}

/// The line's parts between commas, "and", "&", "|", ";".
std::vector<std::string> parts_of(std::string_view line) {
    std::string even(line);
    for (const std::string_view joint : {" and ", " & ", "|", ";", " with ", " \u2014 ", " - "}) {
        for (std::size_t at = even.find(joint); at != std::string::npos; at = even.find(joint)) {
            even.replace(at, joint.size(), ",");
        }
    }
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= even.size();) {
        const std::size_t comma = std::min(even.find(',', at), even.size());
        const std::string_view part = trimmed(std::string_view(even).substr(at, comma - at));
        if (!part.empty()) parts.emplace_back(part);
        at = comma + 1;
    }
    return parts;
}

/// White space of any kind as one space.
std::string spaced(std::string_view line) {
    std::string even;
    for (std::size_t at = 0; at < line.size();) {
        const Character character = character_at(line, at);
        at = character.end;
        if (is_invisible(character.c)) continue;
        if (is_space(character.c)) {
            if (!even.empty() && even.back() != ' ') even += ' ';
        } else {
            even += line.substr(character.begin, character.end - character.begin);
        }
    }
    return even;
}

/// A role in the plural is that of all authors before it that have none.
void give_role(std::vector<Author>& authors, std::string_view role) {
    const bool plural = role.ends_with("s") && is_role(words_of(role)) &&
                        !folded(role).ends_with("press") && !folded(role).ends_with("news") &&
                        !folded(role).ends_with("times") && !folded(role).ends_with("reuters");
    if (!plural) {
        std::string& last = authors.back().role;
        last += (last.empty() ? "" : ", ") + std::string(role);
        return;
    }
    for (Author& author : authors) {
        if (author.role.empty()) author.role = role;
    }
}

/// "Jane Doe in Washington": the name, and what follows it.
std::pair<std::string, std::string> name_and_place(const std::string& part) {
    for (const std::string_view joint : {" in ", " at ", " of ", " for "}) {
        const std::size_t at = part.find(joint);
        if (at == std::string::npos) continue;
        return {part.substr(0, at), part.substr(at + 1)};
    }
    return {part, ""};
}

bool read_authors(std::string_view names, std::vector<Author>& authors) {
    for (const std::string& part : parts_of(names)) {
        const auto [name, place] = name_and_place(part);
        const std::vector<std::string_view> words = words_of(name);
        const bool first = authors.empty();
        if (is_name(words) && (first || !is_role(words_of(part)))) {
            authors.push_back({name, place});
        } else if (first) {
            return false;
        } else {
            give_role(authors, part);
        }
    }
    return !authors.empty();
}

}  // namespace

std::optional<Byline> read_byline(std::string_view line) {
    if (line.size() > longest_byline) return std::nullopt;
    std::string even = spaced(trimmed(line));
    const std::string small = folded(even);
    const auto start = std::find_if(starts.begin(), starts.end(), [&](std::string_view known) {
        return small.starts_with(known);
    });
    if (start == starts.end()) return std::nullopt;
    std::string names = even.substr(start->size());
    Byline byline;
    const std::size_t date = find_date(names);
    if (date != std::string::npos) {
        const auto dateline = read_dateline(std::string_view(names).substr(date));
        if (!dateline) return std::nullopt;
        byline.published = dateline->published;
        names.resize(date);
    }
    const char last = names.empty() ? '.' : names.back();
    const bool initial = names.size() > 2 && names.ends_with("Jr.");
    if ((last == '.' || last == '?' || last == '!' || last == ':') && !initial) return std::nullopt;
    if (!read_authors(names, byline.authors)) return std::nullopt;
    return byline;
}

}  // namespace demarche::text
