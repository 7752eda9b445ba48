// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/position_recipe.hpp"

#include "learn/settings.hpp"

namespace demarche::training {

PositionRecipe read_position_recipe(std::string_view text, const std::string& file) {
    PositionRecipe recipe;
    learn::read_settings(text, file,
                         {
                             {"seed", learn::to_number(recipe.seed)},
                             {"corpus", learn::to_text(recipe.corpus)},
                             {"folds", learn::to_number(recipe.folds)},
                             {"epochs", learn::to_number(recipe.epochs)},
                             {"rate", learn::to_number(recipe.rate)},
                             {"relation_decay", learn::to_number(recipe.relation_decay)},
                             {"polarity_decay", learn::to_number(recipe.polarity_decay)},
                             {"policy_decay", learn::to_number(recipe.policy_decay)},
                             {"marked_weight", learn::to_number(recipe.marked_weight)},
                             {"found_weight", learn::to_number(recipe.found_weight)},
                             {"unjudged_weight", learn::to_number(recipe.unjudged_weight)},
                             {"rule_weight", learn::to_number(recipe.rule_weight)},
                             {"states_weight", learn::to_number(recipe.states_weight)},
                             {"negated_from", learn::to_number(recipe.negated_from)},
                             {"policy_from", learn::to_number(recipe.policy_from)},
                         });
    return recipe;
}

}  // namespace demarche::training
