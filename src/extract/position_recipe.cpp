#include "extract/position_recipe.hpp"

#include "core/error.hpp"

#include <charconv>
#include <functional>
#include <map>
#include <system_error>

namespace demarche::extract {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r";
    const std::size_t begin = text.find_first_not_of(blank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

/// Whether `text` was a number of this type, and all of it.
template <class Number>
bool read(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

using Reader = std::function<bool(std::string_view)>;

std::map<std::string, Reader, std::less<>> readers(PositionRecipe& recipe) {
    const auto number = [](auto& to) -> Reader {
        return [&to](std::string_view text) { return read(text, to); };
    };
    return {
        {"seed", number(recipe.seed)},
        {"corpus",
         [&recipe](std::string_view text) {
             recipe.corpus = text;
             return !text.empty();
         }},
        {"folds", number(recipe.folds)},
        {"epochs", number(recipe.epochs)},
        {"rate", number(recipe.rate)},
        {"relation_decay", number(recipe.relation_decay)},
        {"polarity_decay", number(recipe.polarity_decay)},
        {"policy_decay", number(recipe.policy_decay)},
        {"marked_weight", number(recipe.marked_weight)},
        {"found_weight", number(recipe.found_weight)},
        {"rule_weight", number(recipe.rule_weight)},
        {"states_weight", number(recipe.states_weight)},
        {"negated_from", number(recipe.negated_from)},
        {"policy_from", number(recipe.policy_from)},
    };
}

}  // namespace

PositionRecipe read_position_recipe(std::string_view text, const std::string& file) {
    PositionRecipe recipe;
    const auto by_key = readers(recipe);
    std::size_t line_number = 0;
    while (!text.empty()) {
        ++line_number;
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        const std::size_t equals = line.find('=');
        const std::string_view key = trimmed(line.substr(0, equals));
        const auto reader = by_key.find(key);
        if (equals == std::string_view::npos || reader == by_key.end()) {
            std::string known;
            for (const auto& [name, ignored] : by_key) known += (known.empty() ? "" : ", ") + name;
            throw InputError(file, line_number, 1,
                             "unknown key '" + std::string(key) + "'. A line is \"key = value\" with one of: " +
                                 known + ".");
        }
        const std::string_view value = trimmed(line.substr(equals + 1));
        if (!reader->second(value)) {
            throw InputError(file, line_number, 1,
                             "'" + std::string(value) + "' is no value for " + std::string(key) +
                                 ". Give a number.");
        }
    }
    return recipe;
}

}  // namespace demarche::extract
