// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Training. Each judged statement is an example twice: in the words that people marked, and in
// those that the program finds itself, for that is what it will judge later. Confidence is learned
// from judgements of articles whose statements were not learned from: the articles are dealt into
// folds, and each fold is judged by what was learned from the others.

#include "training/position_training.hpp"

#include "actor/actor.hpp"
#include "attribution/find_attributions.hpp"
#include "training/calibrate.hpp"

#include <cstdio>
#include <memory>
#include <optional>
#include <utility>

namespace demarche::training {
using namespace draft;
using namespace lexicon;
namespace {

/// Statements of an article, ready to be classified.
struct Side {
    explicit Side(const Document& document) : draft(document, ActorRegistry::built_in()) {}

    Draft draft;
    std::vector<stance::StanceFeatures> features{};
    /// Of each statement the number of the judged one, where there is one
    std::vector<std::optional<std::size_t>> gold{};
};

struct ReadArticle {
    const GoldDocument* judged = nullptr;
    Side marked;
    Side found;

    ReadArticle(const GoldDocument& from, const attribution::AttributionModel& reader)
        : judged(&from), marked(from.document), found(from.document) {
        std::vector<Attribution> attributions;
        for (const GoldStatement& each : from.statements) {
            marked.gold.emplace_back(attributions.size());
            attributions.push_back(each.attribution);
        }
        begin_statements(std::move(attributions), marked.draft);
        begin_statements(attribution::find_attributions(found.draft.words, reader, from.encodings,
                                                        found.draft.registry()),
                         found.draft);
        found.gold = pair_statements(found.draft, from.statements);
        for (Side* side : {&marked, &found}) {
            actor::resolve_actors(side->draft);
            side->features = stance::stance_features(side->draft);
        }
    }
};

using Articles = std::vector<std::unique_ptr<ReadArticle>>;

struct Examples {
    std::vector<learn::ClassifierExample> relation;
    std::vector<learn::ClassifierExample> polarity;
    std::vector<learn::ClassifierExample> factuality;
    std::vector<learn::ClassifierExample> policy;

    void add(const Side& side, const GoldDocument& judged, float weight, float unjudged_weight) {
        if (weight <= 0) return;
        for (std::size_t i = 0; i < side.draft.statements.size(); ++i) {
            if (!side.gold[i]) {
                // The corpus marks one level: of what is reported inside a report nothing is known.
                const bool known =
                    !side.draft.statements[i].attribution.reported_by && unjudged_weight > 0;
                if (known) policy.push_back({side.features[i].policy, 0, weight * unjudged_weight});
                continue;
            }
            const GoldStatement& gold = judged.statements[*side.gold[i]];
            const stance::StanceFeatures& features = side.features[i];
            const auto number = [](auto member) { return static_cast<std::size_t>(member); };
            relation.push_back({features.relation, number(gold.relation), weight});
            polarity.push_back({features.polarity, number(gold.polarity), weight});
            factuality.push_back({features.polarity, number(gold.factuality), weight});
            if (gold.policy) policy.push_back({features.policy, *gold.policy ? 1U : 0U, weight});
        }
    }
};

stance::PositionModel learn_from(const std::vector<const ReadArticle*>& articles,
                                 const PositionRecipe& recipe) {
    Examples examples;
    for (const ReadArticle* article : articles) {
        examples.add(article->marked, *article->judged, recipe.marked_weight, 0);
        examples.add(article->found, *article->judged, recipe.found_weight, recipe.unjudged_weight);
    }
    learn::ClassifierTraining how;
    how.epochs = recipe.epochs;
    how.rate = recipe.rate;
    how.seed = recipe.seed;
    stance::PositionModel model;
    model.rule_weight = recipe.rule_weight;
    model.states_weight = recipe.states_weight;
    model.negated_from = recipe.negated_from;
    model.policy_from = recipe.policy_from;
    how.decay = recipe.relation_decay;
    model.relation = learn::train_classifier(examples.relation, relation_table.size(), how);
    how.decay = recipe.polarity_decay;
    model.polarity = learn::train_classifier(examples.polarity, 2, how);
    model.factuality = learn::train_classifier(examples.factuality, 3, how);
    how.decay = recipe.policy_decay;
    model.policy = learn::train_classifier(examples.policy, 2, how);
    return model;
}

/// Classifies what was found in `article`; what that says of confidence goes to `sure`.
void classify(const stance::PositionModel& model, ReadArticle& article,
              std::vector<learn::ClassifierExample>& sure) {
    Side& found = article.found;
    for (std::size_t i = 0; i < found.draft.statements.size(); ++i) {
        StatementDraft& statement = found.draft.statements[i];
        const stance::LearnedStance learned = stance::learned_stance(found.features[i], model);
        statement.stance = learned.stance;
        // The corpus marks one level: what is reported inside a report would all look wrong.
        if (statement.attribution.reported_by) continue;
        const bool right = found.gold[i] && all_right(article.judged->statements[*found.gold[i]],
                                                      found.draft, statement);
        sure.push_back(
            {stance::confidence_features(found.draft, statement, learned), right ? 1U : 0U, 1});
    }
}

std::vector<CalibrationRow> calibration_of(const std::vector<learn::ClassifierExample>& sure,
                                           const learn::SparseClassifier& confidence) {
    std::vector<Judged> judged;
    for (const learn::ClassifierExample& each : sure) {
        const bool right = each.label == 1;
        judged.push_back({confidence.probabilities(each.features)[1], right, right});
    }
    return calibration_table(judged);
}

Articles read_articles(const std::vector<GoldDocument>& documents,
                       const attribution::AttributionModel& reader) {
    Articles articles;
    for (const GoldDocument& document : documents) {
        articles.push_back(std::make_unique<ReadArticle>(document, reader));
    }
    return articles;
}

}  // namespace

TrainedPositions train_positions(const std::vector<GoldDocument>& documents,
                                 const attribution::AttributionModel& reader,
                                 const PositionRecipe& recipe, const learn::Origins& made_with) {
    const Articles articles = read_articles(documents, reader);
    TrainedPositions trained;
    std::vector<learn::ClassifierExample> sure;
    PositionScore& total = trained.cross_validation.score;
    for (std::size_t fold = 0; fold < recipe.folds; ++fold) {
        std::vector<const ReadArticle*> others;
        for (std::size_t a = 0; a < articles.size(); ++a) {
            if (a % recipe.folds != fold) others.push_back(articles[a].get());
        }
        const stance::PositionModel model = learn_from(others, recipe);
        for (std::size_t a = fold; a < articles.size(); a += recipe.folds) {
            ReadArticle& article = *articles[a];
            classify(model, article, sure);
            score(article.found.draft, article.judged->statements, total);
        }
    }
    std::vector<const ReadArticle*> all;
    for (const auto& article : articles) all.push_back(article.get());
    stance::PositionModel model = learn_from(all, recipe);
    learn::ClassifierTraining how;
    how.epochs = recipe.epochs;
    how.rate = recipe.rate;
    how.seed = recipe.seed;
    how.decay = 1;
    model.confidence = learn::train_classifier(sure, 2, how);
    trained.cross_validation.calibration = calibration_of(sure, model.confidence);
    trained.file.kind = stance::position_kind;
    trained.file.language = "en";
    trained.file.fingerprint = stance::position_fingerprint();
    trained.file.seed = recipe.seed;
    model.made_with = made_with;
    model.store(trained.file);
    return trained;
}

PositionEvaluation evaluate_positions(const std::vector<GoldDocument>& documents,
                                      const attribution::AttributionModel& reader,
                                      const stance::PositionModel& model) {
    PositionEvaluation evaluation;
    std::vector<learn::ClassifierExample> sure;
    for (const auto& article : read_articles(documents, reader)) {
        classify(model, *article, sure);
        score(article->found.draft, article->judged->statements, evaluation.score);
    }
    evaluation.calibration = calibration_of(sure, model.confidence);
    return evaluation;
}

std::string table(const PositionEvaluation& evaluation) {
    std::string text = table(evaluation.score) + "\n" + confusion_table(evaluation.score) +
                       "\nconfidence   statements  mean  right\n";
    for (const CalibrationRow& row : evaluation.calibration) {
        char line[64];
        std::snprintf(line, sizeof line, "%.1f to %.1f  %11zu  %.2f   %.2f\n", row.from, row.to,
                      row.count, row.confidence, row.exact);
        text += line;
    }
    return text;
}

}  // namespace demarche::training
