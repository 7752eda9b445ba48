// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Classifying: features of a statement, classifiers over them (model.cpp), the table of stances.
// What stands between two statements is told here: what is reported inside a question
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

void classify_stances(Draft& draft, const PositionModel& model, const StanceTable& stances) {
    const std::vector<StanceFeatures> features = stance_features(draft);
    for (std::size_t i = 0; i < draft.statements.size(); ++i) {
        StatementDraft& statement = draft.statements[i];
        const LearnedStance learned = learned_stance(features[i], model);
        statement.stance = learned.stance;
        statement.stance.confidence =
            model.confidence.probabilities(confidence_features(draft, statement, learned))[1];
        if (on_being_named(draft.words, statement.attribution)) statement.stance.policy = false;
        statement.stance.value = stances.of(statement.stance.relation, statement.stance.polarity);
    }
    for (StatementDraft& statement : draft.statements) {
        const StatementDraft* reporter = draft.reporter_of(statement);
        if (reporter == nullptr) continue;
        const Stance& report = reporter->stance;
        if (report.relation == Relation::questions &&
            opens_question(draft.words, reporter->attribution)) {
            statement.stance.factuality = Factuality::unknown;
        }
        if (report.relation == Relation::denies && report.polarity == Polarity::affirmed) {
            statement.stance.factuality = Factuality::hypothetical;
        }
    }
}

}  // namespace demarche::stance
