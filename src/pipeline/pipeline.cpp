// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "pipeline/pipeline.hpp"

#include "actor/actor.hpp"
#include "attribution/find_attributions.hpp"
#include "core/error.hpp"
#include "draft/draft.hpp"
#include "proposition/proposition.hpp"
#include "stance/stance.hpp"
#include "statement/statement.hpp"
#include "syntax/find_names.hpp"
#include "syntax/syntax.hpp"
#include "text/read.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace demarche::pipeline {

Models load_models(const std::string& syntax, const std::string& names,
                   const std::string& attributions, const std::string& positions) {
    Models models{syntax::Model::load(syntax), syntax::NameModel::load(names),
                  attribution::read_attribution_model(attributions),
                  stance::read_position_model(positions), lexicon::ActorRegistry::built_in()};
    const std::uint64_t parser = models.syntax.digest();
    learn::require_origin(models.names.made_with, "syntax", parser, names, syntax);
    learn::require_origin(models.attributions.made_with, "syntax", parser, attributions, syntax);
    // A file that does not name its parser may still want encodings of another length.
    const std::size_t encodings = models.attributions.vocabulary.encodings;
    if (encodings != 0 && encodings != models.syntax.vector_size()) {
        learn::refuse_origin("syntax", attributions, syntax);
    }
    const learn::Origins& made_with = models.positions.made_with;
    learn::require_origin(made_with, "syntax", parser, positions, syntax);
    learn::require_origin(made_with, "names", models.names.digest, positions, names);
    learn::require_origin(made_with, "attributions", models.attributions.digest, positions,
                          attributions);
    return models;
}

Reading read(const Article& article, const Models& models) {
    // Layout, sentences, words, quotation marks.
    Document document = text::read(article);

    // Tags, lemmas, trees.
    learn::Matrix encodings;
    syntax::analyse(document, models.syntax, &encodings);

    // Names, by what the whole article shows of them.
    syntax::find_names(document, models.names);

    // Who says what, in which words: the draft of a statement each.
    draft::Draft draft(std::move(document), models.actors);
    draft::begin_statements(
        attribution::find_attributions(draft.words, models.attributions, encodings, models.actors),
        draft);

    // Who that is.
    actor::resolve_actors(draft);

    // What kind of stance it is, and on what.
    stance::classify_stances(draft, models.positions, models.stances);
    proposition::name_propositions(draft, models.codebook);

    // From here on there are only ids: nothing below looks at words again.
    return statement::statements_of(draft);
}

std::vector<Reading> read_all(const std::vector<Article>& articles, const Models& models,
                              std::size_t jobs, const std::function<void(std::size_t)>& done) {
    std::vector<Reading> readings(articles.size());
    std::atomic<std::size_t> next = 0;
    std::mutex reporting;
    std::size_t finished = 0;
    std::exception_ptr failure;
    const auto work = [&] {
        while (true) {
            const std::size_t at = next++;
            if (at >= articles.size()) return;
            try {
                readings[at] = read(articles[at], models);
                const std::lock_guard lock(reporting);
                ++finished;
                if (done && !failure) done(finished);
            } catch (...) {
                const std::lock_guard lock(reporting);
                if (!failure) failure = std::current_exception();
                next = articles.size();
                return;
            }
        }
    };
    {
        std::vector<std::jthread> threads;
        const std::size_t helpers = std::min(std::max<std::size_t>(jobs, 1), articles.size());
        for (std::size_t i = 1; i < helpers; ++i) threads.emplace_back(work);
        work();
    }
    if (failure) std::rethrow_exception(failure);
    return readings;
}

}  // namespace demarche::pipeline
