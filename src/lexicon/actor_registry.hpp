// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/actor.hpp"
#include "lexicon/words.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace demarche::lexicon {

/// What one may be of a state.
enum class Office { president, monarch, chancellor, prime_minister, minister };

struct OfficeFacts {
    Office office;
    std::string_view name;  ///< in the column of actors.tsv
};

/// One row an office, in the order of the enumeration.
inline constexpr std::array<OfficeFacts, 5> office_table = {{
    {Office::president, "president"},
    {Office::monarch, "monarch"},
    {Office::chancellor, "chancellor"},
    {Office::prime_minister, "prime minister"},
    {Office::minister, "minister"},
}};

/// The office of this name; none where there is none.
[[nodiscard]] std::optional<Office> office_named(std::string_view name);

/// One row of an actor table.
struct RegistryEntry {
    std::string key;   ///< the actor's id
    std::string name;  ///< canonical
    ActorKind kind = ActorKind::unknown;
    std::string part_of;  ///< key of another row, or empty
    std::string wikidata;
    std::vector<std::string> aliases;
    std::vector<std::string> demonyms;  ///< "Greek", "Greeks"
    std::vector<std::string> seats;     ///< "Athens": stands for the government where it acts
    std::vector<Office> offices;        ///< of a state, all it has; empty: the table notes none
};

/// Whether the state may have a holder of this office: Japan has no president, Poland no king. One
/// of which the table notes no offices may have those that most states have: a president, a prime
/// minister, ministers.
[[nodiscard]] bool may_have(const RegistryEntry& state, Office office);

/// In which sense words name an entry.
enum class NameSense { name, demonym, seat };

struct RegistryMatch {
    const RegistryEntry* entry = nullptr;
    NameSense sense = NameSense::name;
    std::size_t end = 0;  ///< one past the last token; 0 where no tokens were asked about
};

/// The actors known beforehand: actors.tsv in memory, and what a user adds.
class ActorRegistry {
public:
    /// The table that the program carries.
    [[nodiscard]] static const ActorRegistry& built_in();

    ActorRegistry() = default;

    /// Adds the rows of a table in the form of actors.tsv. Within a table the first row that has a
    /// name keeps it; a later table takes names over from earlier ones, and puts its row in the
    /// place of an earlier one with the same key, whose names go on to lead to it, and whose
    /// offices it keeps where it notes none. \throws InputError with file and line: a key given
    /// twice, an unknown kind or office, a `part_of` that is no key, a Wikidata id that is none.
    void add(std::string_view table, const std::string& file);

    /// Who is named by the whole of `phrase`; an article before it and full stops in it do not
    /// count, capitals do ("US" is not "us").
    [[nodiscard]] std::optional<RegistryMatch> find(std::string_view phrase) const;

    /// The longest name that starts at `token` and ends before `end`.
    [[nodiscard]] std::optional<RegistryMatch> at(const Words& words, std::size_t token,
                                                  std::size_t end) const;

    /// The entry with this key; null if there is none.
    [[nodiscard]] const RegistryEntry* entry(std::string_view key) const;

    [[nodiscard]] const std::map<std::string, RegistryEntry, std::less<>>& entries() const {
        return entries_;
    }

private:
    struct Sense {
        std::string key;
        NameSense sense = NameSense::name;
    };
    void add_name(std::string_view name, const std::string& key, NameSense sense,
                  std::set<std::string>& taken);

    std::map<std::string, RegistryEntry, std::less<>> entries_;
    std::map<std::string, Sense, std::less<>> by_name_;
    std::unordered_set<std::string> beginnings_;  ///< see beginning(); most words begin no name
    std::size_t longest_ = 1;  ///< tokens a name may take, with a margin for hyphens
};

}  // namespace demarche::lexicon
