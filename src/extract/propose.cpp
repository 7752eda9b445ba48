// A short affirmative label and the issues of each attribution.
//
// Example. "that Oslo has asked for its view to be heard, which ..." gives
// "Norway has asked for Norway's view to be heard": the complementiser and the
// quotation marks go, what refers to the holder is named, the rest is cut at a clause border once
// the label is long enough.
//
// Issues are runs of words that an article says more than once and that hold no verb of the cue
// table: "collective self-defense". Limits: without a parse a label may be no whole clause.

#include "extract/cues.hpp"
#include "extract/extract.hpp"
#include "extract/patterns.hpp"
#include "extract/phrases.hpp"
#include "extract/registry.hpp"
#include "extract/words.hpp"
#include "identity/identity.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace demarche::extract {
namespace {

constexpr std::size_t longest_label = 14;  ///< words
constexpr std::size_t longest_issue = 5;   ///< tokens
constexpr std::size_t issues_an_article = 6;

bool opens_clause(const std::string& word) {
    return word == "which" || word == "who" || word == "while" || word == "because" ||
           word == "although" || word == "though" || word == "whereas" || word == "unless" ||
           word == "since" || word == "but" || word == "if" || word == "when" || word == "so";
}

bool opens_phrase(const std::string& word) {
    return is_preposition(word) || word == "and" || word == "or" || word == "that";
}

bool is_hard_stop(const std::string& word) {
    return word == "." || word == ";" || word == "?" || word == "!" || word == "\u2014" ||
           word == "--" || word == "\u2013";
}

/// Where a label of `range` ends: the last border of a clause, else of a phrase, that leaves at
/// most `longest_label` words.
std::size_t label_end(const Words& words, TokenRange range) {
    std::size_t count = 0;
    std::size_t clause = 0;
    std::size_t phrase = 0;
    std::size_t t = range.first;
    for (; t < range.end; ++t) {
        const std::string& word = words[t];
        if (count >= 3 && is_hard_stop(word) && !words.joined(t + 1 < words.size() ? t + 1 : t)) {
            return t;
        }
        if (count >= 4 && word == ",") clause = t;
        if (count >= 4 && opens_clause(word) && words[t - 1] != ",") clause = t;
        if (count >= 4 && opens_phrase(word)) phrase = t;
        if (!words.is_word(t) || words.joined(t)) continue;
        if (++count > longest_label) break;
    }
    if (t == range.end) return range.end;
    if (clause > 0) return clause;
    return phrase > 0 ? phrase : t;
}

TokenRange without_opening(const Words& words, TokenRange range) {
    while (!range.empty() && (!words.is_word(range.first) || words[range.first] == "that" ||
                              words[range.first] == "whether" || words[range.first] == "but" ||
                              words[range.first] == "and" ||
                              (words[range.first] == "to" && range.size() > 1 &&
                               words[range.first + 1] != "what"))) {
        ++range.first;
    }
    while (!range.empty() && !words.is_word(range.end - 1) && words[range.end - 1] != "%") {
        --range.end;
    }
    return range;
}

bool is_body(ActorKind kind) {
    switch (kind) {
        case ActorKind::state:
        case ActorKind::government_body:
        case ActorKind::legislature:
        case ActorKind::court:
        case ActorKind::party:
        case ActorKind::organisation:
        case ActorKind::company: return true;
        case ActorKind::person:
        case ActorKind::group:
        case ActorKind::public_:
        case ActorKind::document:
        case ActorKind::anonymous:
        case ActorKind::author:
        case ActorKind::unknown: return false;
    }
    return false;
}

std::string possessive(const std::string& name) {
    return name + (name.ends_with("s") ? "'" : "'s");
}

/// What a pronoun that refers to the holder is called by its name; empty where it may be another.
std::string named(const std::string& word, const Actor& holder) {
    const bool body = is_body(holder.kind);
    const bool person = holder.kind == ActorKind::person;
    if ((body && (word == "its" || word == "our" || word == "their")) ||
        (person && (word == "his" || word == "her" || word == "my"))) {
        return possessive(holder.name);
    }
    if ((body && (word == "it" || word == "we")) ||
        (person && (word == "he" || word == "she" || word == "i"))) {
        return holder.name;
    }
    return {};
}

/// The name of the registry's actor that starts at `token`, and its end.
std::string known_name(const Words& words, TokenRange range, std::size_t token, std::size_t& end) {
    if (words.joined(token) || (words[token] == "the" && token + 1 >= range.end)) return {};
    const auto match = ActorRegistry::built_in().at(words, token, range.end);
    if (!match || match->sense == NameSense::demonym) return {};
    if (match->end < words.size() && words[match->end] == "-" && words.joined(match->end)) return {};
    end = match->end;
    return (words[token] == "the" ? "the " : "") + match->entry->name;
}

std::string label_of(const Words& words, TokenRange range, const Actor* holder) {
    std::string label;
    bool other_name = false;
    for (std::size_t t = range.first; t < range.end;) {
        if (words.is_quote(t)) {
            ++t;
            continue;
        }
        std::size_t end = t + 1;
        std::string text = known_name(words, range, t, end);
        if (text.empty()) {
            if (holder != nullptr && !other_name) text = named(words[t], *holder);
            other_name = other_name || (words.capitalised(t) && t > range.first);
        }
        if (text.empty()) text = words.form(t);
        const bool joined = words.joined(t) && t > range.first && !words.is_quote(t - 1);
        if (!label.empty() && !joined) label += ' ';
        label += text;
        t = end;
    }
    return label;
}

/// Runs of words said at least twice, the longest ones, the most frequent first.
class IssueFinder {
public:
    IssueFinder(const Words& words, const Document& document) : words_(words) {
        for (const Sentence& sentence : document.sentences) {
            for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
                count_from(t, sentence.end_token);
            }
        }
        choose();
    }

    [[nodiscard]] std::vector<std::string> issues_of(const Spans& content) const {
        std::vector<std::string> found;
        std::string text = " ";
        for (const TokenRange range : ranges(words_, content)) {
            text += identity::normalised(words_.text(range)) + " ";
        }
        for (const auto& [key, label] : chosen_) {
            if (text.find(" " + key + " ") != std::string::npos && found.size() < 3) {
                found.push_back(label);
            }
        }
        return found;
    }

private:
    bool fits(std::size_t t) const {
        const std::string& word = words_[t];
        if (word == "-" && words_.joined(t)) return true;
        return words_.is_word(t) && !is_preposition(word) && !is_pronoun(word) &&
               !is_auxiliary(word) && !is_conjunction(word) && !is_determiner(word) &&
               !is_adverb(word) && !is_time_word(word) && !is_negation(word) && word != "'s" &&
               word != "more" && word != "other" && word != "first" && word != "last" &&
               word != "such" && word != "own" && word != "new";
    }

    void count_from(std::size_t first, std::size_t end) {
        if (!fits(first) || words_[first] == "-" || words_.joined(first)) return;
        const CueLexicon& cues = CueLexicon::built_in();
        for (std::size_t t = first; t < end && t < first + longest_issue + 2; ++t) {
            if (!fits(t)) return;
            const auto cue = cues.at(words_, t);
            if (cue && !words_.capitalised(t) && !cue->cue->object) return;
            if (cue && (words_[t].ends_with("ed") || words_[t].ends_with("ing"))) return;
            const bool inside = t + 1 < end && words_.joined(t + 1) && words_[t + 1] == "-";
            if (t == first || inside || words_[t] == "-") continue;
            const std::string text = words_.text({first, t + 1});
            Seen& seen = seen_[identity::normalised(text)];
            if (seen.count++ == 0) {
                seen.label = text;
                seen.tokens = t + 1 - first;
            }
        }
    }

    void choose() {
        std::vector<std::pair<std::string, Seen>> runs;
        for (const auto& [key, seen] : seen_) {
            if (seen.count < 2 || ActorRegistry::built_in().find(seen.label)) continue;
            const bool part_of_longer = std::any_of(seen_.begin(), seen_.end(), [&](const auto& o) {
                return o.second.count >= seen.count && o.first.size() > key.size() &&
                       (" " + o.first + " ").find(" " + key + " ") != std::string::npos;
            });
            if (!part_of_longer) runs.emplace_back(key, seen);
        }
        std::stable_sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) {
            return a.second.count * a.second.tokens > b.second.count * b.second.tokens;
        });
        if (runs.size() > issues_an_article) runs.resize(issues_an_article);
        for (const auto& [key, seen] : runs) chosen_.emplace_back(key, seen.label);
    }

    struct Seen {
        std::size_t count = 0;
        std::size_t tokens = 0;
        std::string label;
    };
    const Words& words_;
    std::map<std::string, Seen> seen_;
    std::vector<std::pair<std::string, std::string>> chosen_;
};

}  // namespace

std::vector<Proposition> propose(const Document& document,
                                 const std::vector<Attribution>& attributions, const Cast& cast) {
    const Words words(document);
    const IssueFinder issues(words, document);
    std::vector<Proposition> propositions;
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        const Attribution& attribution = attributions[i];
        const std::vector<std::size_t>& holders = cast.roles[i].holders;
        const Actor* holder = holders.size() == 1 ? &cast.actors[holders.front()] : nullptr;
        Proposition proposition;
        for (const Spans* spans : {&attribution.content, &attribution.cue}) {
            for (const TokenRange piece : ranges(words, *spans)) {
                if (!proposition.label.empty()) break;
                TokenRange range = without_opening(words, piece);
                range.end = label_end(words, range);
                proposition.label = label_of(words, without_opening(words, range), holder);
            }
        }
        proposition.issues = issues.issues_of(attribution.content);
        propositions.push_back(std::move(proposition));
    }
    return propositions;
}

}  // namespace demarche::extract
