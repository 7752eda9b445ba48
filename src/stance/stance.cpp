// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Judging: features of an attribution, classifiers over them (position_model), the table of
// stances. What stands between two attributions is judged here: what is reported inside a question
// is not known to have happened, and of what is denied ("he denied that Oslo plans to ...") nobody
// says that it has.

#include "stance/stance.hpp"
#include "lexicon/cue_reading.hpp"
#include "lexicon/patterns.hpp"
#include "stance/model.hpp"
#include "stance/stance_table.hpp"

namespace demarche::stance {
using namespace draft;
using namespace lexicon;

std::vector<Judgement> judge(const Document& document, const std::vector<Attribution>& attributions,
                             const Cast& cast, const PositionModel& model,
                             const StanceTable& stances) {
    const Words words(document);
    const std::vector<JudgeFeatures> features = judge_features(words, attributions, cast);
    std::vector<Judgement> judgements;
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        const LearnedJudgement learned = judge_by_model(features[i], model);
        Judgement& judgement = judgements.emplace_back(learned.judgement);
        judgement.confidence = model.confidence.probabilities(
            confidence_features(words, attributions[i], cast, i, learned))[1];
        if (on_being_named(words, attributions[i])) judgement.policy = false;
        judgement.stance = stances.of(judgement.relation, judgement.polarity);
    }
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        const auto reporter = attributions[i].reported_by;
        if (!reporter) continue;
        const Judgement& report = judgements[*reporter];
        if (report.relation == Relation::questions &&
            opens_question(words, attributions[*reporter])) {
            judgements[i].factuality = Factuality::unknown;
        }
        if (report.relation == Relation::denies && report.polarity == Polarity::affirmed) {
            judgements[i].factuality = Factuality::hypothetical;
        }
    }
    return judgements;
}

}  // namespace demarche::stance
