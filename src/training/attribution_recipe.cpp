// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/attribution_recipe.hpp"

#include "learn/settings.hpp"

namespace demarche::training {

AttributionRecipe read_attribution_recipe(std::string_view text, const std::string& file) {
    AttributionRecipe recipe;
    learn::read_settings(text, file,
                         {
                             {"seed", learn::to_number(recipe.seed)},
                             {"corpus", learn::to_text(recipe.corpus)},
                             {"networks", learn::to_number(recipe.networks)},
                             {"epochs", learn::to_number(recipe.epochs)},
                             {"articles_a_step", learn::to_number(recipe.articles_a_step)},
                             {"rate", learn::to_number(recipe.rate)},
                             {"last_rate", learn::to_number(recipe.last_rate)},
                             {"averaging", learn::to_number(recipe.averaging)},
                             {"states", learn::to_number(recipe.states)},
                             {"layers", learn::to_number(recipe.layers)},
                             {"units", learn::to_number(recipe.units)},
                             {"known", learn::to_number(recipe.known)},
                             {"window_units", learn::to_number(recipe.window_units)},
                             {"window_layers", learn::to_number(recipe.window_layers)},
                             {"token_dropout", learn::to_number(recipe.dropout.token)},
                             {"layer_dropout", learn::to_number(recipe.dropout.layer)},
                             {"window_dropout", learn::to_number(recipe.dropout.window)},
                             {"word_dropout", learn::to_number(recipe.dropout.word)},
                             {"window_weight", learn::to_number(recipe.window_weight)},
                             {"tree_dropout", learn::to_number(recipe.tree_dropout)},
                             {"state_dropout", learn::to_number(recipe.state_dropout)},
                             {"wrong_cue_bias", learn::to_number(recipe.wrong_cue_bias)},
                             {"held_out_every", learn::to_number(recipe.held_out_every)},
                             {"cue_bias", learn::to_number(recipe.cue_bias)},
                             {"inner_bias", learn::to_number(recipe.inner_bias)},
                             {"link_bias", learn::to_number(recipe.link_bias)},
                             {"first_reading", learn::to_number(recipe.first_reading)},
                         });
    return recipe;
}

}  // namespace demarche::training
