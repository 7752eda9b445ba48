// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attribution/model.hpp"
#include "core/article.hpp"
#include "core/statement.hpp"
#include "lexicon/actor_registry.hpp"
#include "proposition/codebook.hpp"
#include "stance/model.hpp"
#include "stance/stance_table.hpp"
#include "syntax/model.hpp"
#include "syntax/name_model.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

/// The corridor: the stages, one line each, in order.
namespace demarche::pipeline {

/// What was learned, is known before any article, or fixed by the user; read once, shared by all
/// threads.
struct Models {
    syntax::Model syntax;
    syntax::NameModel names;
    attribution::AttributionModel attributions;
    stance::PositionModel positions;
    lexicon::ActorRegistry actors;        ///< who is known by name
    proposition::Codebook codebook = {};  ///< empty: positions and issues are those found
    stance::StanceTable stances = {};     ///< of relations; unless changed, core/relation.hpp's
};

/// With the actors that the program carries.
/// \throws InputError if a file is not there or not a whole model of its kind, or one was trained
///         with another model than that beside it.
[[nodiscard]] Models load_models(const std::string& syntax, const std::string& names,
                                 const std::string& attributions, const std::string& positions);

/// Reads one article the whole way, from its bytes to its statements.
[[nodiscard]] Reading read(const Article& article, const Models& models);

/// Reads many articles on up to `jobs` threads (0 counts as 1). The readings are in the order of
/// the articles and the same for any number of jobs. `done` is called after each article with the
/// number of those finished so far, never by two threads at once.
/// An exception of one article ends the run and is thrown on.
[[nodiscard]] std::vector<Reading> read_all(const std::vector<Article>& articles,
                                            const Models& models, std::size_t jobs,
                                            const std::function<void(std::size_t)>& done = {});

}  // namespace demarche::pipeline
