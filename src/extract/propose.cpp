#include "extract/cues.hpp"
#include "extract/extract.hpp"
#include "extract/label.hpp"
#include "extract/patterns.hpp"
#include "extract/phrases.hpp"
#include "extract/registry.hpp"
#include "identity/identity.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace demarche::extract {
namespace {
constexpr std::size_t longest_issue = 5;   ///< tokens
constexpr std::size_t issues_an_article = 6;

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
                                 const std::vector<Attribution>& attributions, const Cast& cast,
                                 const std::vector<Judgement>& judgements) {
    const Words words(document);
    const ArticleWords article = article_words(words);
    const NamesInText names(words, ActorRegistry::built_in());
    const IssueFinder issues(words, document);
    std::vector<Proposition> propositions;
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        propositions.push_back({label_of(words, article, names, attributions[i], cast,
                                         cast.roles[i], judgements[i].relation),
                                issues.issues_of(attributions[i].content)});
    }
    return propositions;
}

}  // namespace demarche::extract
