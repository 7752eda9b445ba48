// Names are runs of capitalised words in sentences that are not headlines. What the registry does
// not know and what does not end like a body ("Party", "Times") is a person if it has two to four
// words. Titles before and appositions behind a name give its roles, which later find
// "the minister" again. Limits: people of one name only, and bodies that end like people.

#include "extract/names.hpp"

#include "extract/phrases.hpp"

#include <algorithm>

namespace demarche::extract {
namespace {

template <std::size_t N>
bool among(const std::string_view (&list)[N], std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_particle(std::string_view word) {
    static constexpr std::string_view list[] = {"de", "da", "di", "du", "van", "von", "der", "den",
                                                "bin", "al", "el", "la", "le", "ibn", "ben", "-"};
    return among(list, word);
}

bool is_initial(const std::string& form) {
    return (form.size() == 2 && form[1] == '.') || form.size() == 1;
}

/// Capitalised at the start of a sentence, but no name.
bool is_plain_opening(const Words& words, std::size_t token) {
    const std::string& word = words[token];
    return is_determiner(word) || is_preposition(word) || is_pronoun_at(words, token) ||
           is_conjunction(word) || is_adverb(word) || is_auxiliary(word) || is_negation(word) ||
           word.ends_with("ing");
}

}  // namespace

bool is_title(std::string_view word) {
    static constexpr std::string_view list[] = {
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "lady", "sen", "sen.",
        "rep", "rep.", "gov", "gov.", "sens.", "reps.", "gen.", "lt.", "col.", "prof.", "rev.",
        "justice", "judge", "king", "queen", "prince", "princess", "pope", "deputy",
        "vice", "prime", "first", "foreign", "defense", "defence", "interior", "finance", "former",
        "attorney", "general", "chief", "executive", "presumptive", "presidential", "senior",
        "assistant", "acting", "democratic", "republican", "democrat", "congressional", "state",
        "house", "senate", "national", "security", "press", "opposition", "majority", "minority",
        "ex-president", "then-president", "the", "party", "treasury", "white", "home", "trade",
        "health", "environment", "education", "lt", "gen", "col", "maj.", "capt.", "brother", "sister"};
    return among(list, word) || is_role_noun(word);
}

bool is_role_noun(std::string_view word) {
    static constexpr std::string_view list[] = {
        "president", "minister", "chancellor", "premier", "secretary", "senator", "senators",
        "governor", "mayor", "congressman", "congresswoman", "lawmaker", "legislator", "speaker",
        "representative", "chairman", "chairwoman", "chair", "chairperson", "director", "leader",
        "spokesman", "spokeswoman", "spokesperson", "candidate", "nominee", "professor", "expert",
        "analyst", "adviser", "advisor", "aide", "diplomat", "ambassador", "envoy", "official",
        "commander", "general", "admiral", "colonel", "judge", "lawyer", "attorney", "economist",
        "strategist", "manager", "billionaire", "businessman", "businesswoman", "author", "writer",
        "editor", "columnist", "reporter", "journalist", "correspondent", "host", "anchor",
        "pollster", "scientist", "researcher", "historian", "activist", "founder", "owner", "head",
        "chief", "officer", "commissioner", "delegate", "councillor", "mogul", "tycoon", "actor",
        "actress", "singer", "neurosurgeon", "sheriff", "bishop", "archbishop", "cardinal", "pope",
        "monarch", "prosecutor", "inspector", "negotiator", "politician", "deputy", "frontrunner",
        "front-runner", "incumbent", "veteran", "survivor", "student", "resident", "voter", "widow",
        "husband", "wife", "mother", "father", "son", "daughter", "brother", "sister", "fellow",
        "rival", "opponent", "source", "organizer", "coordinator", "teacher", "executive", "mp"};
    return among(list, word);
}

std::optional<ActorKind> kind_of_body(std::string_view last_word) {
    static constexpr std::string_view organisations[] = {
        "committee", "union", "association", "university", "college", "institute", "institution",
        "center", "centre", "council", "foundation", "church", "news", "times", "post",
        "journal", "tribune", "agency", "press", "organization", "organisation", "federation",
        "league", "fund", "bank", "alliance", "coalition", "network", "society", "group",
        "campaign", "commission", "authority", "board", "movement", "initiative", "forum",
        "guardian", "telegraph", "observer", "magazine", "radio", "television", "tv", "pac",
        "school", "hospital", "watch", "international", "club", "conference", "caucus", "bureau",
        "office", "service", "administration", "team", "globe", "gazette", "chronicle", "review",
        "reuters", "politico", "cnn", "nbc", "abc", "cbs", "bbc", "fox", "msnbc", "npr", "poll"};
    static constexpr std::string_view companies[] = {"inc", "inc.", "corp", "corp.", "ltd", "ltd.",
                                                     "company", "co.", "plc", "llc", "motors",
                                                     "airlines", "holdings", "industries"};
    if (last_word == "party") return ActorKind::party;
    if (last_word == "court") return ActorKind::court;
    if (last_word == "parliament" || last_word == "assembly") return ActorKind::legislature;
    if (last_word == "ministry" || last_word == "department") return ActorKind::government_body;
    if (among(companies, last_word)) return ActorKind::company;
    if (among(organisations, last_word)) return ActorKind::organisation;
    return std::nullopt;
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
        const bool inner = t > first && (is_particle(words[t]) || words[t] == "of" ||
                                         words[t] == "'s" || words[t] == "&");
        std::size_t next = t + 1;
        if (words[t] == "of" && next < end && words[next] == "the") ++next;
        if (words[t] == "'s" || !inner || next >= end || next - t > 2) break;
        const bool goes_on = words.capitalised(next) || (words[t] == "-" && words.joined(next));
        if (!goes_on) break;
        t = next;
        if (words[t - 1] == "-") stop = ++t;
    }
    return stop;
}

TokenRange without_titles(const Words& words, TokenRange name) {
    const ActorRegistry& registry = ActorRegistry::built_in();
    while (name.size() > 1) {
        if (is_title(words[name.first]) || words[name.first] == "." || words[name.first] == "-") {
            ++name.first;
            continue;
        }
        const auto match = registry.at(words, name.first, name.end);
        const bool stands_before = match && match->end < name.end;
        if (!stands_before || words[match->end] == "-") break;
        name.first = match->end;
        while (name.size() > 1 && words[name.first] == "'s") ++name.first;
    }
    return name;
}

bool is_full_name(const Words& words, TokenRange name) {
    std::size_t count = 0;
    for (std::size_t t = name.first; t < name.end; ++t) {
        if (words[t] == "of" || words[t] == "&" || words[t] == "'s") return false;
        if (words.is_word(t) && !(t > name.first && words.joined(t))) ++count;
    }
    if (count < 2 || count > 4) return false;
    const std::string& last = words[name.end - 1];
    return !kind_of_body(last) && !is_role_noun(last) && words.capitalised(name.first) &&
           !is_plain_opening(words, name.first);
}

NamesInText::NamesInText(const Words& words, const ActorRegistry& registry)
    : words_(words), registry_(registry) {
    const Document& document = words.document();
    for (const Sentence& sentence : document.sentences) {
        read_abbreviations(sentence);
        read_sentence(sentence);
    }
    choose_home();
}

void NamesInText::read_abbreviations(const Sentence& sentence) {
    for (std::size_t t = sentence.first_token + 2; t + 1 < sentence.end_token; ++t) {
        if (words_[t - 1] != "(" || words_[t + 1] != ")" || words_.form(t).size() < 2) continue;
        if (!words_.capitalised(t)) continue;
        const std::size_t letters = words_.form(t).size();
        std::size_t first = t - 1;
        std::size_t capitals = 0;
        while (first > sentence.first_token && capitals < letters &&
               (words_.capitalised(first - 1) || is_preposition(words_[first - 1]) ||
                words_[first - 1] == "and" || words_[first - 1] == "-" ||
                words_[first - 1] == "the")) {
            --first;
            capitals += words_.capitalised(first);
        }
        if (capitals >= 2) abbreviations_.emplace(words_.form(t), words_.text({first, t - 1}));
    }
}

void NamesInText::read_sentence(const Sentence& sentence) {
    const bool headline = words_.document().paragraphs[sentence.paragraph].kind !=
                          ParagraphKind::body;
    for (std::size_t t = sentence.first_token; t < sentence.end_token;) {
        if (!words_.capitalised(t)) {
            ++t;
            continue;
        }
        if (const auto match = registry_.at(words_, t, sentence.end_token)) {
            const RegistryEntry* entry = match->entry;
            if (entry->kind == ActorKind::state) states_.push_back({entry, t});
            const bool part_of_name = match->end < sentence.end_token &&
                                      match->sense == NameSense::seat &&
                                      words_.capitalised(match->end);
            if (!part_of_name) {
                t = match->end;
                continue;
            }
        }
        if (headline || (words_.starts_sentence(t) && is_plain_opening(words_, t))) {
            ++t;
            continue;
        }
        t = read_run(t, sentence.end_token);
    }
}

std::size_t NamesInText::read_run(std::size_t first, std::size_t end) {
    const std::size_t stop = name_run_end(words_, first, end);
    if (stop == first) return first + 1;
    const TokenRange name = without_titles(words_, {first, stop});
    const Sentence& sentence = words_.sentence_at(first);
    if (is_full_name(words_, name) && !registry_.find(words_.text(name))) {
        add_person(name, sentence.first_token, sentence.end_token);
    } else if (name.size() == 1) {
        for (NamedPerson& known : people_) {
            if (known.surname != words_.form(name.first)) continue;
            ++known.count;
            known.mentions.push_back(name.first);
            break;
        }
    }
    return stop;
}

void NamesInText::add_person(TokenRange name, std::size_t sentence_first,
                             std::size_t sentence_end) {
    const std::string text = words_.text(name);
    auto known = std::find_if(people_.begin(), people_.end(),
                              [&](const NamedPerson& p) { return p.name == text; });
    if (known == people_.end()) {
        NamedPerson person;
        person.name = text;
        const std::size_t space = text.rfind(' ');
        person.surname = space == std::string::npos ? text : text.substr(space + 1);
        people_.push_back(person);
        known = std::prev(people_.end());
    }
    ++known->count;
    known->mentions.push_back(name.first);
    for (std::size_t t = name.first; t > sentence_first && name.first - t < 6; --t) {
        const std::string& word = words_[t - 1];
        if (!is_title(word) && !words_.capitalised(t - 1) && !is_role_noun(word)) break;
        known->roles.push_back(word);
    }
    if (name.end + 1 < sentence_end && words_[name.end] == ",") {
        for (std::size_t t = name.end + 1; t < sentence_end && t < name.end + 10; ++t) {
            if (words_[t] == "," || is_auxiliary(words_[t]) || words_[t] == "who") break;
            if (is_role_noun(words_[t]) || is_title(words_[t])) known->roles.push_back(words_[t]);
        }
    }
}

const NamedPerson* NamesInText::person(std::string_view name) const {
    const NamedPerson* best = nullptr;
    for (const NamedPerson& known : people_) {
        const bool full = known.name == name;
        if (full) return &known;
        const bool ends = known.name.size() > name.size() && known.name.ends_with(name) &&
                          known.name[known.name.size() - name.size() - 1] == ' ';
        if (ends && (best == nullptr || known.count > best->count)) best = &known;
    }
    if (best != nullptr) return best;
    // "Anna" for Anna Berg.
    for (const NamedPerson& known : people_) {
        if (known.name.size() > name.size() && known.name.starts_with(name) &&
            known.name[name.size()] == ' ') {
            return &known;
        }
    }
    return nullptr;
}

const NamedPerson* NamesInText::person_with_roles(const std::vector<std::string>& roles,
                                                  std::size_t token) const {
    const NamedPerson* before = nullptr;
    const NamedPerson* after = nullptr;
    std::size_t latest = 0;
    for (const NamedPerson& known : people_) {
        const bool fits = std::all_of(roles.begin(), roles.end(), [&](const std::string& role) {
            return std::find(known.roles.begin(), known.roles.end(), role) != known.roles.end();
        });
        if (!fits) continue;
        if (after == nullptr) after = &known;
        for (const std::size_t mention : known.mentions) {
            if (mention >= token || (before != nullptr && mention < latest)) continue;
            before = &known;
            latest = mention;
        }
    }
    return before != nullptr ? before : after;
}

const NamedPerson* NamesInText::last_person(std::size_t from, std::size_t token) const {
    const NamedPerson* last = nullptr;
    std::size_t latest = from;
    for (const NamedPerson& known : people_) {
        for (const std::size_t mention : known.mentions) {
            if (mention < latest || mention >= token) continue;
            latest = mention;
            last = &known;
        }
    }
    return last;
}

const RegistryEntry* NamesInText::last_state(std::size_t from, std::size_t token) const {
    const RegistryEntry* last = nullptr;
    for (const StateMention& mention : states_) {
        if (mention.token >= from && mention.token < token) last = mention.state;
    }
    return last;
}

void NamesInText::choose_home() {
    std::map<std::string, std::size_t> counts;
    for (const StateMention& mention : states_) ++counts[mention.state->key];
    std::size_t most = 0;
    for (const StateMention& mention : states_) {
        if (counts[mention.state->key] <= most) continue;
        most = counts[mention.state->key];
        home_ = mention.state;
    }
}

std::string NamesInText::meaning_of(const std::string& abbreviation) const {
    const auto found = abbreviations_.find(abbreviation);
    return found == abbreviations_.end() ? std::string() : found->second;
}

}  // namespace demarche::extract
