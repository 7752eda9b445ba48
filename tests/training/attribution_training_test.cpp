// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Training on a few sentences of our own: that it learns, that it gives the same bytes twice, that
// a model is what was written and nothing else is taken for one.

#include "training/attribution_training.hpp"
#include "attribution/find_attributions.hpp"
#include "attribution/model.hpp"
#include "core/error.hpp"
#include "learn/model_file.hpp"
#include "training/attribution_recipe.hpp"
#include "training/marked.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::attribution;
using namespace demarche::training;
using demarche::test::marked;

namespace {

std::vector<AnnotatedDocument> corpus() {
    const std::vector<std::string> sources = {"Lima", "The minister", "Quito", "Our neighbour"};
    const std::vector<std::string> cues = {"said", "claimed", "hopes"};
    const std::vector<std::string> contents = {"the river is low", "fish will return",
                                               "no dam is needed", "talks begin in May"};
    std::vector<AnnotatedDocument> documents;
    for (const std::string& source : sources) {
        for (const std::string& cue : cues) {
            for (const std::string& content : contents) {
                documents.push_back(marked("{s1:" + source + "} {c1:" + cue + "} {k1:" + content +
                                           "}. The market opened at noon."));
            }
        }
    }
    return documents;
}

AttributionRecipe small_recipe() {
    AttributionRecipe recipe;
    recipe.epochs = 6;
    recipe.units = 12;
    recipe.known = 8;
    recipe.window_units = 8;
    recipe.rate = 0.02F;
    recipe.averaging = 0.9F;
    recipe.dropout = {0.1F, 0.1F, 0.1F, 0.05F};
    recipe.held_out_every = 0;
    return recipe;
}

learn::ModelFile trained(const AttributionRecipe& recipe) {
    return train_attributions(corpus(), recipe, {{"syntax", 7}}, [](const TrainingProgress&) {});
}

}  // namespace

TEST_CASE("a model says which model of syntax it was trained with") {
    CHECK(learn::origins(trained(small_recipe()), "a.model") == learn::Origins{{"syntax", 7}});
}

TEST_CASE("marks become labels of tokens and of windows") {
    const AnnotatedDocument annotated = marked("{s1:Lima} {c1:said} {k1:it will wait}, then left.");
    const AttributionExample made = example(annotated);
    REQUIRE(made.cues.size() == 1);
    CHECK(made.cues[0].first == 1);
    CHECK(made.labels == std::vector<int>{1, 5, 3, 4, 4, 0, 0, 0, 0});
    CHECK(made.window_labels(0, {0, 8}) == std::vector<int>{1, 0, 3, 4, 4, 0, 0, 0, 0});
}

TEST_CASE("a small corpus is learned, and its twins without attribution stay empty") {
    const AttributionModel model(trained(small_recipe()), "small");
    const auto found = [&](const std::string& text) {
        const Document document = text::read(text::plain_article(text, "t", "t.txt"));
        return find_attributions(lexicon::Words(document), model, {},
                                 lexicon::ActorRegistry::built_in());
    };
    const std::string text = "Quito said talks begin in May. The market opened at noon.";
    const auto attributions = found(text);
    REQUIRE(attributions.size() == 1);
    const auto at = [&](const Spans& spans) {
        return text.substr(spans.at(0).begin, spans.at(0).size());
    };
    CHECK(at(attributions[0].source) == "Quito");
    CHECK(at(attributions[0].cue) == "said");
    CHECK(at(attributions[0].content) == "talks begin in May");
    CHECK(attributions[0].confidence > 0.5);
    CHECK(found("The market opened at noon. Talks begin in May.").empty());
    CHECK(found("").empty());
}

TEST_CASE("the same corpus and recipe give the same bytes, another seed gives others") {
    AttributionRecipe recipe = small_recipe();
    recipe.epochs = 2;
    const std::string once = learn::model_bytes(trained(recipe));
    CHECK(once == learn::model_bytes(trained(recipe)));
    recipe.seed = 2;
    CHECK(once != learn::model_bytes(trained(recipe)));
}

TEST_CASE("a model that was written is read as the same, one of another kind is refused") {
    AttributionRecipe recipe = small_recipe();
    recipe.epochs = 1;
    recipe.networks = 2;
    const learn::ModelFile file = trained(recipe);
    const std::string bytes = learn::model_bytes(file);
    CHECK(learn::model_from_bytes(bytes, attribution_kind, attribution_fingerprint(), "m") == file);
    CHECK_THROWS_AS((void)learn::model_from_bytes(bytes, "syntax", attribution_fingerprint(), "m"),
                    InputError);
    CHECK_THROWS_AS((void)learn::model_from_bytes(bytes, attribution_kind, "another", "m"),
                    InputError);
    learn::ModelFile damaged = file;
    damaged.weights.erase("network 1 known");
    CHECK_THROWS_AS(AttributionModel(damaged, "m"), InputError);
    CHECK(AttributionModel(file, "m").networks.size() == 2);
}

TEST_CASE("vocabularies keep their order through bytes") {
    const FeatureNumbers numbers({70000, 3, 0xFFFFFFFFU});
    const FeatureNumbers read = FeatureNumbers::from_bytes(numbers.bytes());
    CHECK(read.size() == 4);
    CHECK(read.number(70000) == 1);
    CHECK(read.number(3) == 2);
    CHECK(read.number(0xFFFFFFFFU) == 3);
    CHECK(read.number(4) == 0);
}

TEST_CASE("a calibration is a straight line between its points and flat beyond them") {
    const Calibration calibration{{0.2F, 0.6F}, {0.1F, 0.9F}};
    CHECK(calibration.probability(0) == doctest::Approx(0.1));
    CHECK(calibration.probability(0.4) == doctest::Approx(0.5));
    CHECK(calibration.probability(1) == doctest::Approx(0.9));
}

TEST_CASE("a recipe is read, and what it cannot mean is refused") {
    const AttributionRecipe recipe = read_attribution_recipe(
        "# three seeds\nseed = 3\ncorpus = news.jsonl.gz\nepochs=2\n\ncue_bias = -0.5\n", "r");
    CHECK(recipe.seed == 3);
    CHECK(recipe.corpus == "news.jsonl.gz");
    CHECK(recipe.epochs == 2);
    CHECK(recipe.cue_bias == -0.5);
    struct Case {
        const char* text;
        std::size_t line;
        const char* begins;
    };
    const Case cases[] = {
        {"seed = 1\nsede = 2\n", 2,
         "'sede' is no setting of a recipe. There are 'articles_a_step', "},
        {"seed 1\n", 1, "'seed 1' is no setting of a recipe."},
        {"epochs = many\n", 1, "'many' cannot be the value of 'epochs'."},
        {"epochs = 3x\n", 1, "'3x' cannot be the value of 'epochs'."},
        {"corpus =\n", 1, "'' cannot be the value of 'corpus'."},
    };
    for (const Case& row : cases) {
        CAPTURE(row.text);
        try {
            (void)read_attribution_recipe(row.text, "r.recipe");
            FAIL("nothing was refused");
        } catch (const InputError& error) {
            CHECK(error.line() == row.line);
            CHECK(std::string(error.what()).starts_with(row.begins));
        }
    }
}
