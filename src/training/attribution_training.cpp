// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Training: an article or two a step, both readings at once. The windows of a step are those of the
// marked cues and, so that the second reading learns to say "nothing here", of wrong cues that the
// first reading would have found just now. Half of the wrong cues are shown to the other windows as
// cues, for so it will be later.

#include "training/attribution_training.hpp"

#include "attribution/cues.hpp"
#include "attribution/find_attributions.hpp"
#include "attribution/links.hpp"
#include "learn/chain.hpp"
#include "learn/parameter.hpp"
#include "learn/random.hpp"
#include "training/calibrate.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace demarche::training {
namespace {

template <std::size_t kinds>
class FeatureCounts {
public:
    void add(const std::vector<std::array<attribution::Feature, kinds>>& described) {
        for (const auto& token : described) {
            for (std::size_t f = 0; f < kinds; ++f) ++counts_[f][token[f]];
        }
    }

    /// The frequent ones first, equals by their hash.
    [[nodiscard]] attribution::FeatureNumbers numbers(std::size_t f, std::size_t least) const {
        std::vector<std::pair<std::size_t, attribution::Feature>> kept;
        for (const auto& [feature, count] : counts_[f]) {
            if (count >= least) kept.emplace_back(count, feature);
        }
        std::sort(kept.rbegin(), kept.rend());
        std::vector<attribution::Feature> features;
        for (const auto& [count, feature] : kept) features.push_back(feature);
        return attribution::FeatureNumbers(features);
    }

private:
    std::array<std::map<attribution::Feature, std::size_t>, kinds> counts_;
};

std::vector<char> cue_marks(std::size_t tokens, const std::vector<attribution::TokenRun>& cues) {
    std::vector<char> marks(tokens);
    for (const attribution::TokenRun& cue : cues) {
        std::fill(marks.begin() + static_cast<std::ptrdiff_t>(cue.first),
                  marks.begin() + static_cast<std::ptrdiff_t>(cue.last) + 1, 1);
    }
    return marks;
}

attribution::AttributionVocabulary vocabulary_of(const std::vector<AttributionExample>& examples) {
    FeatureCounts<attribution::token_features.size()> token;
    FeatureCounts<attribution::window_features.size()> window;
    for (const AttributionExample& each : examples) {
        token.add(attribution::describe_tokens(each.seen));
        const std::vector<char> marks = cue_marks(each.seen.tokens.size(), each.cues);
        for (const attribution::TokenRun& cue : each.cues)
            window.add(attribution::describe_window(each.seen, cue, marks));
    }
    attribution::AttributionVocabulary vocabulary;
    for (std::size_t f = 0; f < attribution::token_features.size(); ++f) {
        vocabulary.token[f] = token.numbers(f, attribution::token_features[f].least);
    }
    for (std::size_t f = 0; f < attribution::window_features.size(); ++f) {
        vocabulary.window[f] = window.numbers(f, attribution::window_features[f].least);
    }
    return vocabulary;
}

learn::SpanNetworkShape shape_of(const attribution::AttributionVocabulary& vocabulary,
                                 const AttributionRecipe& recipe) {
    learn::SpanNetworkShape shape;
    for (std::size_t f = 0; f < attribution::token_features.size(); ++f) {
        const attribution::FeatureKind& kind = attribution::token_features[f];
        shape.token_tables.push_back(
            {kind.name, vocabulary.token[f].size(), kind.width, kind.lexical});
    }
    for (std::size_t f = 0; f < attribution::window_features.size(); ++f) {
        const attribution::FeatureKind& kind = attribution::window_features[f];
        shape.window_tables.push_back(
            {kind.name, vocabulary.window[f].size(), kind.width, kind.lexical});
    }
    shape.given = vocabulary.encodings;
    shape.given_width = vocabulary.encodings > 0 ? recipe.states : 0;
    shape.layers = recipe.layers;
    shape.units = recipe.units;
    shape.known = recipe.known;
    shape.window_units = recipe.window_units;
    shape.window_layers = recipe.window_layers;
    shape.token_roles = attribution::token_roles;
    shape.window_roles = attribution::window_roles;
    return shape;
}

/// The articles of one step.
struct Step {
    learn::TokenInput input;
    std::vector<int> labels;
    std::vector<learn::WindowInput> windows;
    std::vector<std::vector<int>> window_labels;
    std::size_t window_tokens = 0;
};

class Trainer {
public:
    Trainer(const std::vector<AttributionExample>& examples,
            const attribution::AttributionVocabulary& vocabulary, const AttributionRecipe& recipe,
            std::uint64_t seed)
        : examples_(examples),
          vocabulary_(vocabulary),
          recipe_(recipe),
          random_(seed),
          network_(shape_of(vocabulary, recipe), random_) {
        adam_.averaging = recipe.averaging;
    }

    learn::SpanNetwork& network() { return network_; }

    /// One time through all articles; the losses a token are put into `progress`.
    void epoch(TrainingProgress& progress) {
        std::vector<std::size_t> order(examples_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        random_.shuffle(order);
        const std::size_t at_once = std::max<std::size_t>(recipe_.articles_a_step, 1);
        const std::size_t steps = (order.size() + at_once - 1) / at_once * recipe_.epochs;
        learn::SpanNetwork::Loss sum;
        std::size_t tokens = 0;
        std::size_t window_tokens = 0;
        for (std::size_t i = 0; i < order.size(); i += at_once) {
            const std::vector<std::size_t> articles(
                order.begin() + static_cast<std::ptrdiff_t>(i),
                order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), i + at_once)));
            Step step;
            const learn::SpanNetwork::Loss loss = learn(articles, progress.epoch > 1, step);
            sum.tokens += loss.tokens;
            sum.windows += loss.windows;
            tokens += step.input.tokens;
            window_tokens += step.window_tokens;
            const float done = static_cast<float>(adam_.steps) / static_cast<float>(steps);
            adam_.rate = recipe_.rate * std::max(recipe_.last_rate, 1 - done);
            learn::step(adam_, network_.parameters());
        }
        progress.token_loss = sum.tokens / static_cast<double>(std::max<std::size_t>(tokens, 1));
        progress.window_loss =
            sum.windows / static_cast<double>(std::max<std::size_t>(window_tokens, 1));
    }

private:
    learn::SpanNetwork::Loss learn(const std::vector<std::size_t>& articles, bool with_wrong_cues,
                                   Step& step) {
        std::vector<attribution::View> seen;
        std::vector<std::size_t> offsets;
        for (const std::size_t article : articles) {
            const AttributionExample& each = examples_[article];
            const bool bare = random_.uniform() < recipe_.tree_dropout;
            seen.push_back(bare ? without_trees(each.seen) : each.seen);
            if (random_.uniform() < recipe_.state_dropout) seen.back().encodings = {};
            offsets.push_back(step.input.tokens);
            vocabulary_.add(seen.back(), step.input);
            step.labels.insert(step.labels.end(), each.labels.begin(), each.labels.end());
        }
        learn::SpanNetwork::Pass pass;
        network_.read(step.input, pass, recipe_.dropout, &random_);
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const AttributionExample& each = examples_[articles[i]];
            std::vector<attribution::TokenRun> wrong;
            if (with_wrong_cues) wrong = wrong_cues(each, pass, step.input, offsets[i]);
            add_windows(each, seen[i], wrong, offsets[i], step);
        }
        if (!step.windows.empty()) {
            network_.read_windows(step.windows, pass, recipe_.dropout, &random_);
        }
        const auto each_of = [](std::size_t n) {
            return 1 / static_cast<float>(std::max<std::size_t>(n, 1));
        };
        return network_.learn(pass, step.labels, step.window_labels, each_of(step.input.tokens),
                              recipe_.window_weight * each_of(step.window_tokens));
    }

    /// Cues that the first reading finds and nobody marked.
    [[nodiscard]] std::vector<attribution::TokenRun> wrong_cues(
        const AttributionExample& each, const learn::SpanNetwork::Pass& pass,
        const learn::TokenInput& input, std::size_t offset) const {
        const std::size_t tokens = each.seen.tokens.size();
        learn::Matrix probabilities(pass.emissions.rows, tokens);
        std::size_t begin = 0;
        for (const std::size_t end : input.piece_ends) {
            if (begin >= offset && end <= offset + tokens) {
                const learn::Matrix own = learn::marginals(
                    network_.token_steps.value, pass.emissions.columns(begin, end - begin));
                std::copy(own.values.begin(), own.values.end(),
                          probabilities.column(begin - offset));
            }
            begin = end;
        }
        const std::vector<char> marks = cue_marks(tokens, each.cues);
        std::vector<attribution::TokenRun> wrong;
        for (const attribution::FoundCue& cue :
             attribution::find_cues(each.seen, probabilities, recipe_.wrong_cue_bias)) {
            bool right = false;
            for (std::size_t t = cue.tokens.first; t <= cue.tokens.last; ++t) {
                right = right || marks[t] != 0;
            }
            if (!right) wrong.push_back(cue.tokens);
        }
        return wrong;
    }

    void add_windows(const AttributionExample& each, const attribution::View& seen,
                     const std::vector<attribution::TokenRun>& wrong, std::size_t offset,
                     Step& step) {
        std::vector<attribution::TokenRun> shown = each.cues;
        for (const attribution::TokenRun& cue : wrong) {
            if (random_.uniform() < 0.5F) shown.push_back(cue);
        }
        const std::vector<char> marks = cue_marks(seen.tokens.size(), shown);
        const auto add = [&](const attribution::TokenRun& cue, std::vector<int> labels) {
            step.windows.push_back(vocabulary_.window_input(seen, cue, marks, offset));
            step.window_tokens += step.windows.back().tokens;
            step.window_labels.push_back(std::move(labels));
        };
        for (std::size_t c = 0; c < each.cues.size(); ++c) {
            add(each.cues[c], each.window_labels(c, attribution::window_of(seen, each.cues[c])));
        }
        for (const attribution::TokenRun& cue : wrong) {
            const attribution::TokenRun window = attribution::window_of(seen, cue);
            add(cue, std::vector<int>(window.last - window.first + 1));
        }
    }

    const std::vector<AttributionExample>& examples_;
    const attribution::AttributionVocabulary& vocabulary_;
    const AttributionRecipe& recipe_;
    learn::Random random_;
    learn::SpanNetwork network_;
    learn::Adam adam_;
};

/// Lemmas that are in a cue at least three times and at least one time in ten, a line each.
std::string cue_lemmas(const std::vector<const AnnotatedDocument*>& documents) {
    struct Count {
        std::size_t all = 0;
        std::size_t cue = 0;
    };
    std::map<std::string, Count> counts;
    for (const AnnotatedDocument* annotated : documents) {
        const Document& document = annotated->document;
        const std::vector<int> labels = example(*annotated).labels;
        for (std::size_t t = 0; t < document.tokens.size(); ++t) {
            std::string lemma = document.tokens[t].lemma;
            for (char& c : lemma) {
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
            }
            ++counts[lemma].all;
            counts[lemma].cue += labels[t] >= attribution::begins(attribution::Role::cue) ? 1U : 0U;
        }
    }
    std::string lines;
    for (const auto& [lemma, count] : counts) {
        const bool word = lemma.size() > 1 && (lemma[0] >= 'a' && lemma[0] <= 'z');
        if (word && count.cue >= 3 && count.cue * 10 >= count.all) lines += lemma + "\n";
    }
    return lines;
}

void store_vocabulary(const attribution::AttributionVocabulary& vocabulary,
                      learn::ModelFile& file) {
    for (std::size_t f = 0; f < attribution::token_features.size(); ++f) {
        file.texts["token " + std::string(attribution::token_features[f].name)] =
            vocabulary.token[f].bytes();
    }
    for (std::size_t f = 0; f < attribution::window_features.size(); ++f) {
        file.texts["window " + std::string(attribution::window_features[f].name)] =
            vocabulary.window[f].bytes();
    }
}

void store_calibration(const attribution::Calibration& calibration, const std::string& name,
                       learn::ModelFile& file) {
    file.floats[name + " scores"] = calibration.scores;
    file.floats[name + " probabilities"] = calibration.probabilities;
}

}  // namespace

learn::ModelFile train_attributions(const std::vector<AnnotatedDocument>& documents,
                                    const AttributionRecipe& recipe,
                                    const learn::Origins& made_with,
                                    const std::function<void(const TrainingProgress&)>& progress) {
    std::vector<const AnnotatedDocument*> learned_from;
    std::vector<const AnnotatedDocument*> held_out;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const bool kept = recipe.held_out_every > 0 && i % recipe.held_out_every == 0;
        (kept ? held_out : learned_from).push_back(&documents[i]);
    }
    std::vector<AttributionExample> examples;
    for (const AnnotatedDocument* each : learned_from) examples.push_back(example(*each));
    attribution::AttributionVocabulary vocabulary = vocabulary_of(examples);
    if (recipe.states > 0 && !examples.empty())
        vocabulary.encodings = examples.front().seen.encodings.rows;

    learn::ModelFile file;
    file.kind = attribution::attribution_kind;
    file.language = "en";
    file.fingerprint = attribution::attribution_fingerprint();
    file.seed = recipe.seed;
    store_vocabulary(vocabulary, file);
    learn::note_origins(made_with, file);
    file.texts["cue lemmas"] = cue_lemmas(learned_from);
    file.floats["networks"] = {static_cast<float>(recipe.networks)};
    file.floats["cue bias"] = {static_cast<float>(recipe.cue_bias)};
    file.floats["inner bias"] = {static_cast<float>(recipe.inner_bias)};
    file.floats["link bias"] = {static_cast<float>(recipe.link_bias)};
    file.floats["first reading"] = {static_cast<float>(recipe.first_reading)};
    for (std::size_t n = 0; n < recipe.networks; ++n) {
        Trainer trainer(examples, vocabulary, recipe, recipe.seed + n);
        TrainingProgress now;
        now.network = n + 1;
        for (now.epoch = 1; now.epoch <= recipe.epochs; ++now.epoch) {
            trainer.epoch(now);
            progress(now);
        }
        learn::store(trainer.network(), "network " + std::to_string(n) + " ", file);
    }
    const attribution::Calibration as_it_is{{0, 1}, {0, 1}};
    store_calibration(as_it_is, "outer", file);
    store_calibration(as_it_is, "inner", file);
    const attribution::Calibration learned =
        calibrate(held_out, attribution::AttributionModel(file, "the model in training"));
    store_calibration(learned, "outer", file);
    store_calibration(learned, "inner", file);
    return file;
}

}  // namespace demarche::training
