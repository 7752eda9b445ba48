// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "learn/sparse_chain.hpp"
#include "core/error.hpp"
#include "learn/settings.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace demarche;
using namespace demarche::learn;

namespace {

/// A word a token; capital letters are the names that are to be learned: B A a A, where "a" goes on
/// after a capital alone.
SparseTokens tokens_of(std::string_view text) {
    SparseTokens tokens;
    for (const char c : text) {
        tokens.add(feature_hash({&c, 1}));
        tokens.add(feature_hash("bias"));
        tokens.end_token();
    }
    return tokens;
}

std::vector<SparseExample> lessons() {
    return {
        {tokens_of("xAax"), {0, 1, 2, 0}, 1},     {tokens_of("xax"), {0, 0, 0}, 1},
        {tokens_of("Axa"), {1, 0, 0}, 1},         {tokens_of("ax"), {0, 0}, 1},
        {tokens_of("xxAaa"), {0, 0, 1, 2, 2}, 1},
    };
}

SparseChain learned(const SparseTraining& training) {
    return train_sparse_chain(lessons(), 3, training, [](std::size_t, double) {});
}

SparseTraining thorough() {
    SparseTraining training;
    training.epochs = 60;
    training.least = 1;
    return training;
}

std::string refusal(std::string_view text) {
    std::size_t epochs = 0;
    try {
        read_settings(text, "r.recipe", {{"epochs", to_number(epochs)}});
    } catch (const InputError& error) {
        return error.located();
    }
    return "";
}

}  // namespace

TEST_CASE("sparse chain: what a token is may hang on the one before") {
    const SparseChain chain = learned(thorough());
    for (const SparseExample& lesson : lessons()) CHECK(chain.best(lesson.tokens) == lesson.labels);
    CHECK(chain.best(tokens_of("xAaaxa")) == std::vector<int>{0, 1, 2, 2, 0, 0});
    CHECK(chain.best(tokens_of("")).empty());
}

TEST_CASE("sparse chain: what was never seen counts nothing") {
    const SparseChain chain = learned(thorough());
    SparseTokens strange = tokens_of("xAax");
    for (std::uint32_t f = 1; f < 500; ++f) strange.features.insert(strange.features.begin(), f);
    for (std::size_t& end : strange.ends) end += 499;
    CHECK(chain.emissions(strange).values == chain.emissions(tokens_of("xAax")).values);
}

TEST_CASE("sparse chain: probabilities of a token sum to one") {
    const Matrix shares = learned(thorough()).probabilities(tokens_of("xAaxz"));
    REQUIRE(shares.cols == 5);
    for (std::size_t t = 0; t < shares.cols; ++t) {
        const float* const p = shares.column(t);
        CHECK(p[0] + p[1] + p[2] == doctest::Approx(1));
    }
    CHECK(shares.column(1)[1] > 0.9F);
}

TEST_CASE("sparse chain: the same lessons give the same bytes, and a file what was stored") {
    SparseTraining training = thorough();
    training.dropout = 0.2F;
    ModelFile one;
    ModelFile two;
    learned(training).store(one, "cues ");
    learned(training).store(two, "cues ");
    CHECK(model_bytes(one) == model_bytes(two));
    const SparseChain read(one, "cues ", "m");
    CHECK(read.emissions(tokens_of("xAa")).values ==
          learned(training).emissions(tokens_of("xAa")).values);
    training.seed = 2;
    learned(training).store(two, "cues ");
    CHECK(model_bytes(one) != model_bytes(two));
}

TEST_CASE("sparse chain: rare features and small weights are left out") {
    SparseTraining training = thorough();
    CHECK(learned(training).features() == 4);  // x, A, a, bias
    training.least = 4;
    CHECK(learned(training).features() == 3);  // three capitals alone
    training.smallest = 1000;
    CHECK(learned(training).features() == 0);
    CHECK(learned(training).best(tokens_of("xA")).size() == 2);
}

TEST_CASE("sparse chain: members that do not fit together are refused") {
    ModelFile file;
    learned(thorough()).store(file, "");
    ModelFile without_steps = file;
    without_steps.floats["steps"].pop_back();
    CHECK_THROWS_AS(SparseChain(without_steps, "", "m"), InputError);
    ModelFile without_feature = file;
    without_feature.texts["features"].resize(4);
    CHECK_THROWS_AS(SparseChain(without_feature, "", "m"), InputError);
    CHECK_THROWS_AS(SparseChain(file, "other ", "m"), InputError);
}

TEST_CASE("settings: keys, comments, refusals") {
    std::size_t epochs = 0;
    read_settings("# none\n\n  epochs = 7  # rounds\r\n", "r.recipe",
                  {{"epochs", to_number(epochs)}});
    CHECK(epochs == 7);
    CHECK(refusal("\nepoch = 7") ==
          "r.recipe:2: 'epoch' is no setting of a recipe. There are 'epochs'.");
    CHECK(refusal("epochs 7") ==
          "r.recipe:1: 'epochs 7' is no setting of a recipe. There are 'epochs'.");
    CHECK(refusal("epochs = 7x") == "r.recipe:1: '7x' cannot be the value of 'epochs'.");
    CHECK(refusal("epochs =") == "r.recipe:1: '' cannot be the value of 'epochs'.");
}
