// From a run of capitalised words to the name in it.

#include "extract/names.hpp"

#include "extract/phrases.hpp"

#include <algorithm>

namespace demarche::extract {
namespace {

bool is_particle(std::string_view word) {
    static constexpr std::string_view list[] = {"de",  "da", "di", "du", "van", "von", "der", "den",
                                                "bin", "al", "el", "la", "le",  "ibn", "ben", "-"};
    return among(list, word);
}

/// The last word of what is no person though it looks like one: "Lee County", "Tax Act".
bool is_thing(std::string_view word) {
    static constexpr std::string_view list[] = {
        "county",    "city",     "street",       "avenue",    "road",      "square",   "park",
        "river",     "lake",     "island",       "islands",   "coast",     "valley",   "beach",
        "bay",       "airport",  "station",      "tower",     "bridge",    "building", "hall",
        "hotel",     "act",      "bill",         "amendment", "agreement", "accord",   "treaty",
        "deal",      "plan",     "day",          "night",     "week",      "show",     "awards",
        "award",     "cup",      "games",        "war",       "peace",     "prize",    "house",
        "states",    "kingdom",  "republic",     "territory", "province",  "district", "region",
        "state",     "town",     "village",      "hills",     "heights",   "springs",  "matter",
        "lives",     "today",    "live",         "cult",      "hours",     "code",     "line",
        "wall",      "street",   "convention",   "primary",   "caucuses",  "debate",   "election",
        "summit",    "festival", "championship", "book",      "medal",     "heart",    "star",
        "story",     "report",   "papers",       "files",     "mountains", "ocean",    "sea",
        "americans", "african",  "document",     "record",    "crisis",    "force",    "army",
        "navy",      "guard"};
    return among(list, word) || word.ends_with("-tv");
}

bool is_initial(const std::string& form) {
    return (form.size() == 2 && form[1] == '.') || form.size() == 1;
}

}  // namespace

bool is_plain_opening(const Words& words, std::size_t token) {
    const std::string& word = words[token];
    return is_determiner(word) || is_preposition(word) || is_pronoun_at(words, token) ||
           is_conjunction(word) || is_adverb(word) || is_auxiliary(word) || is_negation(word) ||
           word.ends_with("ing");
}

std::size_t name_run_end(const Words& words, std::size_t first, std::size_t end) {
    std::size_t stop = first;
    for (std::size_t t = first; t < end;) {
        if (words.capitalised(t) && !is_time_word(words[t])) {
            stop = ++t;
            if (stop < end && words[stop] == "." && words.joined(stop) &&
                is_initial(words.form(stop - 1))) {
                stop = ++t;
            }
            continue;
        }
        const bool inner =
            t > first && (is_particle(words[t]) || words[t] == "of" || words[t] == "&");
        std::size_t next = t + 1;
        if (words[t] == "of" && next < end && words[next] == "the") ++next;
        if (!inner || next >= end || next - t > 2) break;
        // "Blair-Smith", but not the dash of "LONDON - Blair".
        const bool hyphen = words[t] == "-";
        if (hyphen && !(words.joined(t) && words.joined(next))) break;
        if (!words.capitalised(next)) break;
        t = next;
        if (hyphen) stop = ++t;
    }
    return stop;
}

std::size_t body_run_end(const Words& words, std::size_t first, std::size_t end) {
    std::size_t stop = name_run_end(words, first, end);
    if (stop == first || stop + 1 >= end || !kind_of_body(words[stop - 1])) return stop;
    const std::string& link = words[stop];
    const bool goes_on = link == "for" || link == "on" || link == "to" || link == "against";
    if (!goes_on || !words.capitalised(stop + 1)) return stop;
    for (std::size_t t = stop + 1; t < end; ++t) {
        const bool inner =
            words[t] == "and" || words[t] == "of" || words[t] == "the" || words[t] == "in";
        if (words.capitalised(t)) {
            stop = t + 1;
        } else if (!inner) {
            break;
        }
    }
    return stop;
}

TokenRange without_titles(const Words& words, TokenRange name, const ActorRegistry& registry) {
    // "Circuit Court Judge Anna Berg": all up to the last role, unless the role is all there is.
    for (std::size_t t = name.first; t + 1 < name.end; ++t) {
        const bool role = is_role_noun(words[t]) || is_abbreviated_title(words[t]);
        if (!role || words[t + 1] == "of" || words[t + 1] == "-") continue;
        name.first = t + 1;
    }
    while (name.size() > 1) {
        if (is_title(words[name.first]) || words[name.first] == "." || words[name.first] == "-") {
            const bool office = is_role_noun(words[name.first]) && words[name.first + 1] == "of";
            name.first += office && name.size() > 2 ? 2U : 1U;
            continue;
        }
        const auto match = registry.at(words, name.first, name.end);
        const bool stands_before = match && match->end < name.end;
        if (!stands_before || words[match->end] == "-" || words[match->end] == "of") break;
        name.first = match->end;
        while (name.size() > 1 && words[name.first] == "'s") ++name.first;
    }
    return name;
}

TokenRange without_place(const Words& words, TokenRange name) {
    for (std::size_t t = name.first + 2; t < name.end; ++t) {
        if (words[t] == "of" && is_full_name(words, {name.first, t})) return {name.first, t};
    }
    return name;
}

const Name* learned_name(const Words& words, std::size_t token) {
    const std::vector<Name>& names = words.document().names;
    const auto after =
        std::upper_bound(names.begin(), names.end(), token,
                         [](std::size_t t, const Name& name) { return t < name.first_token; });
    if (after == names.begin()) return nullptr;
    const Name& name = *std::prev(after);
    return token < name.end_token ? &name : nullptr;
}

bool is_learned_thing(const Words& words, TokenRange name) {
    const Name* learned = learned_name(words, name.end - 1);
    if (learned == nullptr || learned->kind == NameKind::person) return false;
    const bool whole = learned->first_token <= name.first && name.end <= learned->end_token;
    return whole && gender_of_given_name(words.form(name.first)) == Gender::unknown;
}

bool is_full_name(const Words& words, TokenRange name) {
    std::size_t count = 0;
    for (std::size_t t = name.first; t < name.end; ++t) {
        if (words[t] == "of" || words[t] == "&" || words[t] == "'s") return false;
        if (is_time_word(words[t])) return false;
        if (words.is_word(t) && !(t > name.first && words.joined(t))) ++count;
    }
    if (count < 2 || count > 4) return false;
    const std::string& last = words[name.end - 1];
    return !kind_of_body(last) && !is_thing(last) && !is_role_noun(last) &&
           words.capitalised(name.first) && words.form(name.end - 1).size() > 1 &&
           !is_plain_opening(words, name.first);
}

bool is_name_tagged(const Words& words, TokenRange name) {
    if (!words.starts_sentence(name.first)) return true;
    for (std::size_t t = name.first; t < name.end; ++t) {
        if (words.document().tokens[t].upos == "PROPN") return true;
        if (t > name.first && words.capitalised(t)) return true;
    }
    return words.document().tokens[name.first].upos.empty();
}

}  // namespace demarche::extract
