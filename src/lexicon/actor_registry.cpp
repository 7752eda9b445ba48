// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Actors known beforehand, found by the longest name at a place of the text.
//
// Names are kept under a key that spellings share, without full stops and article and with a
// straight apostrophe: "the U.S. Coast Guard" and "US Coast Guard" are one. Capitals stay, as "us"
// is not "US". A search tries the longest run of tokens first, so that "US Coast Guard" is not the
// state with two words behind it. Most words of a text begin no name at all; they are sent away by
// the set of first words before any run is looked up.
//
// Tables are added one after the other. Inside one the first row that has a name keeps it, as an
// author sees the rows above; between tables the later one wins, as it is the user's own. A row's
// `part_of` must lead to an end: ways up are walked from each row only as far as nobody walked
// before, so the check is linear.
//
// Limits: a name is found as it stands in a table, in no other form. Tested by
// tests/lexicon/registry_test.cpp and tests/lexicon/registry_facts_test.cpp.

#include "lexicon/actor_registry.hpp"

#include "core/error.hpp"
#include "lexicon/tables.hpp"
#include "lexicon/tsv.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace demarche::lexicon {
namespace {

enum Column {
    key_column,
    name_column,
    kind_column,
    part_of_column,
    wikidata_column,
    aliases_column,
    demonyms_column,
    seats_column,
    offices_column,
    column_count
};

/// What two spellings of a name share: no full stops, no article, straight apostrophes, one space.
std::string name_key(std::string_view phrase) {
    std::string key;
    const std::string spaced = single_spaced(phrase);
    for (std::size_t i = 0; i < spaced.size(); ++i) {
        if (spaced[i] == '.') continue;
        if (std::string_view(spaced).substr(i).starts_with("\u2019")) {
            key += '\'';
            i += 2;
            continue;
        }
        key += spaced[i];
    }
    if (key.starts_with("the ") || key.starts_with("The ")) key.erase(0, 4);
    return key;
}

/// A name's letters and digits up to the first other character.
std::string beginning(const std::string& key) {
    const auto other = std::find_if(key.begin(), key.end(), [](char c) {
        return c == ' ' || c == '-' || c == '\'' || c == ',' || c == '/' || c == '&';
    });
    return {key.begin(), other};
}

void check_wikidata(std::string_view id, const std::string& file, std::size_t line) {
    const bool digits = id.size() > 1 && std::all_of(id.begin() + 1, id.end(),
                                                     [](char c) { return c >= '0' && c <= '9'; });
    if (id.empty() || (id.front() == 'Q' && digits)) return;
    throw InputError(file, line, 0,
                     "'" + std::string(id) +
                         "' is no Wikidata id. Write Q and a number, such as Q884, or nothing.");
}

std::vector<Office> offices_named(std::string_view cell, const std::string& file,
                                  std::size_t line) {
    std::vector<Office> named;
    for (const std::string_view name : parts(cell)) {
        const auto office = office_named(name);
        if (!office) {
            throw InputError(file, line, 0,
                             "Unknown office '" + std::string(name) +
                                 "'. Use president, monarch, chancellor, prime minister or "
                                 "minister, parted by |, or nothing.");
        }
        named.push_back(*office);
    }
    return named;
}

std::vector<std::string> strings(std::string_view cell) {
    const std::vector<std::string_view> pieces = parts(cell);
    return {pieces.begin(), pieces.end()};
}

}  // namespace

std::optional<Office> office_named(std::string_view name) {
    for (const OfficeFacts& each : office_table) {
        if (each.name == name) return each.office;
    }
    return std::nullopt;
}

bool may_have(const RegistryEntry& state, Office office) {
    const auto has = [office](const auto& offices) {
        return std::find(std::begin(offices), std::end(offices), office) != std::end(offices);
    };
    static constexpr std::array usual = {Office::president, Office::prime_minister,
                                         Office::minister};
    return state.offices.empty() ? has(usual) : has(state.offices);
}

const ActorRegistry& ActorRegistry::built_in() {
    static const ActorRegistry registry = [] {
        ActorRegistry r;
        r.add(tables::actors, "actors.tsv");
        return r;
    }();
    return registry;
}

void ActorRegistry::add_name(std::string_view name, const std::string& key, NameSense sense,
                             std::set<std::string>& taken) {
    if (name.empty()) return;
    const std::string by = name_key(name);
    if (taken.insert(by).second) by_name_[by] = Sense{key, sense};
    beginnings_.insert(beginning(by));
    const auto breaks = std::count_if(name.begin(), name.end(), [](char c) {
        return c == ' ' || c == '-' || c == '.' || c == '\'' || c == ',';
    });
    longest_ = std::max(longest_, 2 + 2 * static_cast<std::size_t>(breaks));
}

void ActorRegistry::add(std::string_view table, const std::string& file) {
    std::vector<std::pair<std::size_t, std::string>> references;
    std::set<std::string> keys;
    std::set<std::string> names;
    for (const Row& row : read_rows(table, column_count, file)) {
        RegistryEntry entry;
        entry.key = row.cells[key_column];
        entry.name = row.cells[name_column];
        if (entry.name.empty()) {
            throw InputError(file, row.line, 0,
                             "'" + entry.key + "' has no name. Give its canonical name.");
        }
        entry.kind = actor_kind_named(row.cells[kind_column], file, row.line);
        entry.part_of = row.cells[part_of_column];
        entry.wikidata = row.cells[wikidata_column];
        check_wikidata(entry.wikidata, file, row.line);
        entry.aliases = strings(row.cells[aliases_column]);
        entry.demonyms = strings(row.cells[demonyms_column]);
        entry.seats = strings(row.cells[seats_column]);
        if (!entry.part_of.empty()) references.emplace_back(row.line, entry.part_of);
        if (!keys.insert(entry.key).second) {
            throw InputError(file, row.line, 0,
                             "The key '" + entry.key + "' is taken. Choose another.");
        }
        entry.offices = offices_named(row.cells[offices_column], file, row.line);
        RegistryEntry& place = entries_[entry.key];
        if (entry.offices.empty()) entry.offices = std::move(place.offices);
        place = entry;
        add_name(entry.name, entry.key, NameSense::name, names);
        for (const std::string& n : entry.aliases) add_name(n, entry.key, NameSense::name, names);
        for (const std::string& n : entry.demonyms) {
            add_name(n, entry.key, NameSense::demonym, names);
        }
        for (const std::string& n : entry.seats) add_name(n, entry.key, NameSense::seat, names);
    }
    for (const auto& [line, key] : references) {
        if (entries_.contains(key)) continue;
        throw InputError(file, line, 0,
                         "part_of names '" + key + "', which is no key. Add a row for it.");
    }
    // The way up from a row must end: each is walked only as far as nobody walked before.
    std::set<std::string_view> ends;
    for (const auto& [line, key] : references) {
        std::set<std::string_view> way;
        std::string_view at = key;
        while (!at.empty() && !ends.contains(at)) {
            const auto entry = entries_.find(at);
            if (!way.insert(entry->first).second) {
                throw InputError(
                    file, line, 0,
                    "part_of goes in a circle over '" + key + "'. Leave one of these cells empty.");
            }
            at = entry->second.part_of;
        }
        ends.merge(way);
    }
}

std::optional<RegistryMatch> ActorRegistry::find(std::string_view phrase) const {
    const auto found = by_name_.find(name_key(phrase));
    if (found == by_name_.end()) return std::nullopt;
    return RegistryMatch{entry(found->second.key), found->second.sense, 0};
}

std::optional<RegistryMatch> ActorRegistry::at(const Words& words, std::size_t token,
                                               std::size_t end) const {
    if (token >= end) return std::nullopt;
    // "The U.S. envoy" begins like the name "US".
    constexpr std::size_t enough = 6;
    const std::string start = words.text({token, std::min(end, token + enough)});
    if (!beginnings_.contains(beginning(name_key(start)))) return std::nullopt;
    for (std::size_t stop = std::min(end, token + longest_); stop > token; --stop) {
        std::optional<RegistryMatch> match = find(words.text({token, stop}));
        if (!match) continue;
        match->end = stop;
        return match;
    }
    return std::nullopt;
}

const RegistryEntry* ActorRegistry::entry(std::string_view key) const {
    const auto found = entries_.find(key);
    return found == entries_.end() ? nullptr : &found->second;
}

}  // namespace demarche::lexicon
