#include "extract/policy.hpp"

#include "core/error.hpp"
#include "extract/patterns.hpp"
#include "extract/rows.hpp"
#include "extract/tables.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace demarche::extract {
namespace {

using Weights = std::map<std::string, int, std::less<>>;

Weights read_weights(std::string_view table, const std::string& file) {
    Weights weights;
    for (const Row& row : read_rows(table, 2, file)) {
        int weight = 0;
        const std::string_view cell = row.cells[1];
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
        if (error != std::errc() || end != cell.data() + cell.size()) {
            throw InputError(file, row.line, 0,
                             "'" + std::string(cell) + "' is no whole number. Give the weight.");
        }
        weights[std::string(row.cells[0])] = weight;
    }
    return weights;
}

}  // namespace

bool is_policy(const Words& words, const Attribution& attribution, const Cast& cast,
               std::size_t index, Relation relation) {
    static const Weights weights = read_weights(tables::policy, "policy.tsv");
    std::set<std::string> features{"*", "relation=" + std::string(name(relation))};
    for (const std::size_t holder : cast.roles[index].holders) {
        features.insert("kind=" + std::string(name(cast.actors[holder].kind)));
    }
    for (const Spans* spans : {&attribution.cue, &attribution.content}) {
        for (const TokenRange range : ranges(words, *spans)) {
            for (std::size_t t = range.first; t < range.end; ++t) {
                if (words.is_word(t)) features.insert(words[t]);
            }
        }
    }
    int sum = 0;
    for (const std::string& feature : features) {
        const auto found = weights.find(feature);
        if (found != weights.end()) sum += found->second;
    }
    return sum > 0;
}

}  // namespace demarche::extract
