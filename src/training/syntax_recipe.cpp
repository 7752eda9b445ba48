// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/syntax_recipe.hpp"

#include "core/error.hpp"
#include "learn/settings.hpp"

#include <charconv>
#include <optional>
#include <sstream>

namespace demarche::training {
using namespace syntax;
namespace {

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
        const std::string_view text = equals == std::string::npos
                                          ? std::string_view()
                                          : std::string_view(word).substr(equals + 1);
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

learn::Setters setters(Recipe& r) {
    learn::Setters all = {
        {"seed", learn::to_number(r.seed)},
        {"epochs", learn::to_number(r.epochs)},
        {"batch_words", learn::to_number(r.batch_words)},
        {"rate", learn::to_number(r.rate)},
        {"last_rate", learn::to_number(r.last_rate)},
        {"averaging", learn::to_number(r.averaging)},
        {"word_count", learn::to_number(r.word_count)},
        {"affix_count", learn::to_number(r.affix_count)},
        {"class_count", learn::to_number(r.class_count)},
        {"longest", learn::to_number(r.longest)},
        {"dropout", learn::to_number(r.shaking.dropout)},
        {"word_dropout", learn::to_number(r.shaking.word_dropout)},
        {"weight.arc", learn::to_number(r.shaking.arc_weight)},
        {"weight.label", learn::to_number(r.shaking.label_weight)},
        {"size.ngram", learn::to_number(r.dimensions.ngram)},
        {"size.treebank", learn::to_number(r.dimensions.treebank)},
        {"size.lower", learn::to_number(r.dimensions.lower)},
        {"size.upper", learn::to_number(r.dimensions.upper)},
        {"size.arc", learn::to_number(r.dimensions.arc)},
        {"size.label", learn::to_number(r.dimensions.label)},
    };
    for (std::size_t f = 0; f < feature_count; ++f) {
        all["size." + std::string(feature_names[f])] = learn::to_number(r.dimensions.features[f]);
    }
    for (std::size_t h = 0; h < head_count; ++h) {
        all["weight." + std::string(head_names[h])] = learn::to_number(r.shaking.class_weights[h]);
    }
    all["language"] = learn::to_text(r.language);
    all["run_as"] = learn::to_text(r.run_as);
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

}  // namespace

Recipe read_recipe(std::string_view text, const std::string& file) {
    Recipe recipe;
    learn::read_settings(text, file, setters(recipe));
    if (recipe.corpora.empty()) {
        throw InputError(file, "names no corpus. Give at least one 'corpus = NAME FILE'.");
    }
    if (recipe.run_as.empty()) recipe.run_as = recipe.corpora.back().name;
    return recipe;
}

}  // namespace demarche::training
