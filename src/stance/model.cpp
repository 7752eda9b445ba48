// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Relation, polarity, factuality and policy of a statement, by classifiers and rules together.
//
// The rules' relation is a vote: its log-odds get a weight from the recipe, another one where it is
// only `states`. With probability 0.2 and a weight of log 4 the odds go from 1/4 to 1, the
// probability to 0.5, and the others shrink alike. So a rule decides where the classifier wavers
// and loses where it is sure.
//
// A narrow rule is not weighed but believed, with its own confidence: of what it names the training
// texts have too few examples to learn a weight from. Factuality by rule wins wherever it is not
// `actual`. Confidence is another classifier's, told how sure the parts are and how the source
// names its holder, for a pronoun and a name are not equally easy to resolve.
//
// Limits: classifiers do not see each other's answers. Beside a narrow rule all other relations are
// equally likely. Tested by tests/cli/train_positions_test.cpp,
// tests/pipeline/model_shapes_test.cpp and tests/pipeline/pipeline_test.cpp.

#include "stance/model.hpp"

#include "learn/feature_hash.hpp"
#include "learn/functions.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/phrases.hpp"
#include "lexicon/tables.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::stance {
using namespace draft;
using namespace lexicon;
namespace {

/// A weight that a rule's word has: its exponential is a number.
double rule_weight_in(const learn::ModelFile& file, std::string_view name,
                      const std::string& path) {
    constexpr double most = 100;
    const double weight = learn::single_figure(file, name, path);
    if (std::fabs(weight) > most) learn::refuse_member(name, path);
    return weight;
}

double probability_in(const learn::ModelFile& file, std::string_view name,
                      const std::string& path) {
    const double probability = learn::single_figure(file, name, path);
    if (probability < 0 || probability > 1) learn::refuse_member(name, path);
    return probability;
}

/// A table without its comments, which no feature is made of.
std::string rows_alone(std::string_view table) {
    std::string rows;
    while (!table.empty()) {
        const std::string_view line = table.substr(0, table.find('\n'));
        if (!line.empty() && line.front() != '#') rows += std::string(line) + "\n";
        table.remove_prefix(std::min(table.size(), line.size() + 1));
    }
    return rows;
}

std::size_t likeliest(const std::vector<double>& p) {
    return static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin());
}

/// "p 7": a probability in steps that are finer near one.
std::string step_of(double probability) {
    constexpr double steps[] = {0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98};
    const auto at = std::upper_bound(std::begin(steps), std::end(steps), probability);
    return std::to_string(at - std::begin(steps));
}

/// How the source names its holder: what makes it easy or hard to know who that is.
std::string_view source_form(const Words& words, const Spans& source) {
    const std::vector<TokenRange> pieces = ranges(words, source);
    if (pieces.empty()) return "none";
    const TokenRange first = pieces.front();
    if (first.size() == 1 && is_pronoun_at(words, first.first)) return "pronoun";
    for (std::size_t t = first.first; t < first.end; ++t) {
        if (words.document().tokens[t].upos == "PROPN")
            return first.size() <= 4 ? "name" : "long name";
    }
    return is_determiner(words[first.first]) ? "noun with article" : "noun";
}

}  // namespace

PositionModel::PositionModel(const learn::ModelFile& file, const std::string& path)
    : relation(file, "relation ", path),
      polarity(file, "polarity ", path),
      factuality(file, "factuality ", path),
      policy(file, "policy ", path),
      confidence(file, "confidence ", path),
      made_with(learn::origins(file, path)),
      rule_weight(rule_weight_in(file, "rule weight", path)),
      states_weight(rule_weight_in(file, "states weight", path)),
      negated_from(probability_in(file, "negated from", path)),
      policy_from(probability_in(file, "policy from", path)) {
    if (relation.classes() != relation_table.size()) learn::refuse_member("relation weights", path);
    if (factuality.classes() != 3) learn::refuse_member("factuality weights", path);
    for (const auto* two : {&polarity, &policy, &confidence}) {
        if (two->classes() != 2) learn::refuse_member("weights of two classes", path);
    }
}

void PositionModel::store(learn::ModelFile& file) const {
    relation.store("relation ", file);
    polarity.store("polarity ", file);
    factuality.store("factuality ", file);
    policy.store("policy ", file);
    confidence.store("confidence ", file);
    learn::note_origins(made_with, file);
    file.floats["rule weight"] = {static_cast<float>(rule_weight)};
    file.floats["states weight"] = {static_cast<float>(states_weight)};
    file.floats["negated from"] = {static_cast<float>(negated_from)};
    file.floats["policy from"] = {static_cast<float>(policy_from)};
}

std::string position_fingerprint() {
    std::string relations;
    for (const auto& row : relation_table) relations += std::string(row.name) + "\n";
    return learn::fingerprint(
        "positions-2", {relations, rows_alone(tables::cues), rows_alone(tables::relation_words),
                        rows_alone(tables::stance_words), rows_alone(tables::words)});
}

PositionModel read_position_model(const std::string& path) {
    return PositionModel(learn::read_model(path, position_kind, position_fingerprint()), path);
}

LearnedStance learned_stance(const StanceFeatures& features, const PositionModel& model) {
    LearnedStance learned;
    Stance& stance = learned.stance;
    std::vector<double> relation = model.relation.probabilities(features.relation);
    const bool states = features.rule.relation == Relation::states;
    const double bonus = learn::exponential(states ? model.states_weight : model.rule_weight);
    double& of_rule = relation[static_cast<std::size_t>(features.rule.relation)];
    const double sum = 1 + of_rule * (bonus - 1);
    of_rule *= bonus;
    for (double& p : relation) p /= sum;
    // No corpus of ours shows a source that defers, and few show one that threatens: what is narrow
    // is believed.
    if (features.rule.narrow) {
        std::fill(relation.begin(), relation.end(),
                  (1 - features.rule.confidence) / static_cast<double>(relation.size()));
        relation[static_cast<std::size_t>(features.rule.relation)] = features.rule.confidence;
    }
    stance.relation = static_cast<Relation>(likeliest(relation));
    learned.relation_probability = relation[likeliest(relation)];
    const double by_classifier = model.polarity.probabilities(features.polarity)[1];
    const bool ruled = features.rule.polarity == Polarity::negated;
    const double negated = !features.rule.narrow ? by_classifier
                           : ruled               ? features.rule.confidence
                                                 : 1 - features.rule.confidence;
    const bool is_negated = negated >= model.negated_from;
    stance.polarity = is_negated ? Polarity::negated : Polarity::affirmed;
    learned.polarity_probability = is_negated ? negated : 1 - negated;
    stance.factuality =
        static_cast<Factuality>(likeliest(model.factuality.probabilities(features.polarity)));
    // "unless we ask": the rules see few such, and hardly one in vain.
    if (features.rule.factuality != Factuality::actual) {
        stance.factuality = features.rule.factuality;
    }
    stance.policy = model.policy.probabilities(features.policy)[1] >= model.policy_from;
    return learned;
}

std::vector<learn::SparseFeature> confidence_features(const Draft& draft,
                                                      const StatementDraft& statement,
                                                      const LearnedStance& learned) {
    std::vector<learn::SparseFeature> features;
    const auto add = [&features](std::string_view name, std::string_view value) {
        features.push_back(
            learn::joined_hash(learn::feature_hash(name), learn::feature_hash(value)));
    };
    add("constant", "");
    add("relation is sure", step_of(learned.relation_probability));
    add("polarity is sure", step_of(learned.polarity_probability));
    add("words are sure", step_of(statement.attribution.confidence));
    add("source", source_form(draft.words, statement.attribution.source));
    const auto& holders = statement.roles.holders;
    add("holders", holders.size() > 1 ? "some" : "one");
    for (const std::size_t holder : holders) {
        if (draft.actors[holder].kind == ActorKind::unknown) add("nobody", "");
    }
    return features;
}

}  // namespace demarche::stance
