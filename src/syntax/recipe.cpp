#include "syntax/recipe.hpp"

#include "core/error.hpp"

#include <charconv>
#include <functional>
#include <map>
#include <optional>
#include <sstream>

namespace demarche::syntax {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

template <class Number>
bool parse(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

std::optional<Corpus> parse_corpus(std::string_view value) {
    std::istringstream words{std::string(value)};
    Corpus corpus;
    if (!(words >> corpus.name >> corpus.file)) return std::nullopt;
    for (std::string word; words >> word;) {
        const std::size_t equals = word.find('=');
        const std::string key = word.substr(0, equals);
        const std::string_view text =
            equals == std::string::npos ? std::string_view() : std::string_view(word).substr(equals + 1);
        bool good = false;
        if (key == "share") good = parse(text, corpus.share);
        if (key == "weight") good = parse(text, corpus.weight);
        if (key == "clean") good = parse(text, corpus.clean);
        if (word == "hyphens") good = corpus.hyphens = true;
        if (word == "names=ner" || word == "names=entities") {
            corpus.names = text == "ner" ? NameSource::ner : NameSource::entities;
            good = true;
        }
        if (!good) return std::nullopt;
    }
    return corpus;
}

using Setter = std::function<bool(std::string_view)>;

template <class Number>
Setter set(Number& number) {
    return [&number](std::string_view text) { return parse(text, number); };
}

std::map<std::string, Setter, std::less<>> setters(Recipe& r) {
    std::map<std::string, Setter, std::less<>> all = {
        {"seed", set(r.seed)},
        {"epochs", set(r.epochs)},
        {"batch_words", set(r.batch_words)},
        {"rate", set(r.rate)},
        {"last_rate", set(r.last_rate)},
        {"averaging", set(r.averaging)},
        {"word_count", set(r.word_count)},
        {"affix_count", set(r.affix_count)},
        {"class_count", set(r.class_count)},
        {"longest", set(r.longest)},
        {"dropout", set(r.shaking.dropout)},
        {"word_dropout", set(r.shaking.word_dropout)},
        {"weight.arc", set(r.shaking.arc_weight)},
        {"weight.label", set(r.shaking.label_weight)},
        {"size.ngram", set(r.dimensions.ngram)},
        {"size.treebank", set(r.dimensions.treebank)},
        {"size.lower", set(r.dimensions.lower)},
        {"size.upper", set(r.dimensions.upper)},
        {"size.arc", set(r.dimensions.arc)},
        {"size.label", set(r.dimensions.label)},
    };
    for (std::size_t f = 0; f < feature_count; ++f) {
        all["size." + std::string(feature_names[f])] = set(r.dimensions.features[f]);
    }
    for (std::size_t h = 0; h < head_count; ++h) {
        all["weight." + std::string(head_names[h])] = set(r.shaking.class_weights[h]);
    }
    const auto text = [](std::string& to) {
        return [&to](std::string_view value) {
            to = value;
            return !to.empty();
        };
    };
    all["language"] = text(r.language);
    all["run_as"] = text(r.run_as);
    const auto list = [](std::vector<Corpus>& to) {
        return [&to](std::string_view value) {
            if (auto corpus = parse_corpus(value)) {
                to.push_back(std::move(*corpus));
                return true;
            }
            return false;
        };
    };
    all["corpus"] = list(r.corpora);
    all["held_out"] = list(r.held_out);
    return all;
}

std::string choices(const std::map<std::string, Setter, std::less<>>& all) {
    std::string out;
    for (const auto& item : all) out += (out.empty() ? "'" : ", '") + item.first + "'";
    return out;
}

}  // namespace

Recipe read_recipe(std::string_view text, const std::string& file) {
    Recipe recipe;
    const auto all = setters(recipe);
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        line = trimmed(line.substr(0, line.find('#')));
        if (line.empty()) continue;
        const std::size_t equals = line.find('=');
        const std::string_view key = trimmed(line.substr(0, equals));
        const auto setter = all.find(key);
        if (equals == std::string_view::npos || setter == all.end()) {
            throw InputError(file, number, 0,
                             "'" + std::string(key) + "' is no setting of a recipe. There are " +
                                 choices(all) + ".");
        }
        const std::string_view value = trimmed(line.substr(equals + 1));
        if (!setter->second(value)) {
            throw InputError(file, number, 0,
                             "'" + std::string(value) + "' cannot be the value of '" +
                                 std::string(key) + "'.");
        }
    }
    if (recipe.corpora.empty()) {
        throw InputError(file, "names no corpus. Give at least one 'corpus = NAME FILE'.");
    }
    if (recipe.run_as.empty()) recipe.run_as = recipe.corpora.back().name;
    return recipe;
}

}  // namespace demarche::syntax
