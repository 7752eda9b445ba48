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

/// One list of attributions of an article, ready to be judged.
struct Side {
    std::vector<Attribution> attributions;
    Cast cast;
    std::vector<stance::JudgeFeatures> features;
    /// Number of the statement, where there is one
    std::vector<std::optional<std::size_t>> judged;
};

struct ReadArticle {
    const JudgedDocument* judged = nullptr;
    Words words;
    Side marked;
    Side found;

    ReadArticle(const JudgedDocument& from, const attribution::AttributionModel& reader)
        : judged(&from), words(from.document) {
        for (const JudgedStatement& each : from.statements) {
            marked.judged.emplace_back(marked.attributions.size());
            marked.attributions.push_back(each.attribution);
        }
        found.attributions = attribution::find_attributions(from.document, reader, from.states);
        found.judged = pair_statements(words, from.statements, found.attributions);
        for (Side* side : {&marked, &found}) {
            side->cast = actor::resolve_actors(from.document, side->attributions);
            side->features = stance::judge_features(words, side->attributions, side->cast);
        }
    }
};

using Articles = std::vector<std::unique_ptr<ReadArticle>>;

struct Examples {
    std::vector<learn::ClassifierExample> relation;
    std::vector<learn::ClassifierExample> polarity;
    std::vector<learn::ClassifierExample> factuality;
    std::vector<learn::ClassifierExample> policy;

    void add(const Side& side, const JudgedDocument& judged, float weight, float unjudged_weight) {
        if (weight <= 0) return;
        for (std::size_t i = 0; i < side.attributions.size(); ++i) {
            if (!side.judged[i]) {
                // The corpus marks one level: of what is reported inside a report nothing is known.
                const bool known = !side.attributions[i].reported_by && unjudged_weight > 0;
                if (known) policy.push_back({side.features[i].policy, 0, weight * unjudged_weight});
                continue;
            }
            const JudgedStatement& gold = judged.statements[*side.judged[i]];
            const stance::JudgeFeatures& features = side.features[i];
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

/// The judgements of what was found in `article`; what they say of confidence goes to `sure`.
std::vector<Judgement> judged_by(const stance::PositionModel& model, const ReadArticle& article,
                                 std::vector<learn::ClassifierExample>& sure) {
    std::vector<Judgement> judgements;
    const Side& found = article.found;
    for (std::size_t i = 0; i < found.attributions.size(); ++i) {
        const stance::LearnedJudgement learned = stance::judge_by_model(found.features[i], model);
        judgements.push_back(learned.judgement);
        // The corpus marks one level: what is reported inside a report would all look wrong.
        if (found.attributions[i].reported_by) continue;
        const bool right =
            found.judged[i] && all_right(article.judged->statements[*found.judged[i]],
                                         learned.judgement, found.cast, i);
        sure.push_back({stance::confidence_features(article.words, found.attributions[i],
                                                    found.cast, i, learned),
                        right ? 1U : 0U, 1});
    }
    return judgements;
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

Articles read_articles(const std::vector<JudgedDocument>& documents,
                       const attribution::AttributionModel& reader) {
    Articles articles;
    for (const JudgedDocument& document : documents) {
        articles.push_back(std::make_unique<ReadArticle>(document, reader));
    }
    return articles;
}

}  // namespace

TrainedPositions train_positions(const std::vector<JudgedDocument>& documents,
                                 const attribution::AttributionModel& reader,
                                 const PositionRecipe& recipe) {
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
            const ReadArticle& article = *articles[a];
            const std::vector<Judgement> judgements = judged_by(model, article, sure);
            score(article.words, article.judged->statements, article.found.attributions,
                  article.found.cast, judgements, total);
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
    trained.file.fingerprint = stance::position_fingerprint;
    trained.file.seed = recipe.seed;
    model.store(trained.file);
    return trained;
}

PositionEvaluation evaluate_positions(const std::vector<JudgedDocument>& documents,
                                      const attribution::AttributionModel& reader,
                                      const stance::PositionModel& model) {
    PositionEvaluation evaluation;
    std::vector<learn::ClassifierExample> sure;
    for (const auto& article : read_articles(documents, reader)) {
        const std::vector<Judgement> judgements = judged_by(model, *article, sure);
        score(article->words, article->judged->statements, article->found.attributions,
              article->found.cast, judgements, evaluation.score);
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
