// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "learn/sparse_classifier.hpp"

#include "core/error.hpp"

#include <doctest/doctest.h>

#include <numeric>

using namespace demarche;
using namespace demarche::learn;

namespace {

constexpr SparseFeature constant = 1;
constexpr SparseFeature wet = 100;
constexpr SparseFeature dry = 4000000000U;
constexpr SparseFeature noise = 7;

/// Class 1 is wet, class 2 dry, class 0 neither.
std::vector<ClassifierExample> weather() {
    std::vector<ClassifierExample> examples;
    for (SparseFeature day = 0; day < 20; ++day) {
        examples.push_back({{constant, noise + day % 3}, 0});
        examples.push_back({{constant, wet, noise + day % 3}, 1});
        examples.push_back({{constant, dry, noise + day % 3}, 2});
    }
    return examples;
}

}  // namespace

TEST_CASE("a feature that goes with a class speaks for it, one that goes with all for none") {
    const SparseClassifier classifier = train_classifier(weather(), 3, {});
    const struct {
        std::vector<SparseFeature> features;
        std::size_t likeliest;
    } cases[] = {
        {{constant}, 0}, {{constant, wet}, 1}, {{constant, dry}, 2}, {{constant, noise}, 0}};
    for (const auto& c : cases) {
        const std::vector<double> p = classifier.probabilities(c.features);
        REQUIRE(p.size() == 3);
        CHECK(std::accumulate(p.begin(), p.end(), 0.0) == doctest::Approx(1));
        CHECK(p[c.likeliest] >
              0.6);  // likelier than the others together, though weights are held small
    }
}

TEST_CASE("features that training did not show, and ones that stand twice, change nothing") {
    const SparseClassifier classifier = train_classifier(weather(), 3, {});
    const std::vector<double> plain = classifier.probabilities({constant, wet});
    CHECK(classifier.probabilities({wet, constant, wet, 123456}) == plain);
}

TEST_CASE("a feature that too few examples have gets no weights") {
    std::vector<ClassifierExample> examples = weather();
    examples.push_back({{constant, 555}, 2});
    ClassifierTraining training;
    const std::vector<double> without =
        train_classifier(examples, 3, training).probabilities({555});
    CHECK(without[0] == doctest::Approx(without[2]));
    training.least = 1;
    const std::vector<double> with = train_classifier(examples, 3, training).probabilities({555});
    CHECK(with[2] > with[0]);
}

TEST_CASE("more decay, less certain; no weight, no say") {
    ClassifierTraining weak;
    ClassifierTraining strong;
    weak.decay = 0.01F;
    strong.decay = 10;
    CHECK(train_classifier(weather(), 3, weak).probabilities({constant, wet})[1] >
          train_classifier(weather(), 3, strong).probabilities({constant, wet})[1]);
    std::vector<ClassifierExample> examples = weather();
    for (int i = 0; i < 100; ++i) examples.push_back({{constant, wet}, 2, 0});
    CHECK(train_classifier(examples, 3, weak).probabilities({constant, wet})[1] > 0.8);
}

TEST_CASE("the same training gives the same model, and a file gives it back") {
    ModelFile one;
    ModelFile two;
    train_classifier(weather(), 3, {}).store("rain ", one);
    const SparseClassifier classifier = train_classifier(weather(), 3, {});
    classifier.store("rain ", two);
    CHECK(one == two);
    const SparseClassifier read(one, "rain ", "a.model");
    CHECK(read.probabilities({constant, dry}) == classifier.probabilities({constant, dry}));
    CHECK_THROWS_AS(SparseClassifier(one, "snow ", "a.model"), InputError);
    one.texts["rain features"] += "1234";
    CHECK_THROWS_AS(SparseClassifier(one, "rain ", "a.model"), InputError);
}

TEST_CASE("no example and no feature: every class is as likely") {
    const SparseClassifier classifier = train_classifier({}, 4, {});
    for (const double p : classifier.probabilities({1, 2, 3})) CHECK(p == doctest::Approx(0.25));
}
