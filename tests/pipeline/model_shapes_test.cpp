// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Model files of every kind, as large as the real ones and with a right check sum, in which one
// thing is not what it should be: each is refused by the name of the member, none is read on.

#include "attribution/model.hpp"
#include "core/error.hpp"
#include "learn/model_file.hpp"
#include "pipeline/pipeline.hpp"
#include "stance/model.hpp"
#include "syntax/model.hpp"
#include "syntax/name_features.hpp"
#include "syntax/name_model.hpp"

#include <doctest/doctest.h>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <functional>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

using namespace demarche;

namespace {

struct Kind {
    std::string name;
    std::string fingerprint;
    std::function<void(const std::string&)> load;
};

std::vector<Kind> kinds() {
    return {{"syntax", std::string(syntax::feature_fingerprint()),
             [](const std::string& path) { (void)syntax::Model::load(path); }},
            {"names", std::string(syntax::name_fingerprint()),
             [](const std::string& path) { (void)syntax::NameModel::load(path); }},
            {"attributions", std::string(attribution::attribution_fingerprint()),
             [](const std::string& path) { (void)attribution::read_attribution_model(path); }},
            {"positions", std::string(stance::position_fingerprint()),
             [](const std::string& path) { (void)stance::read_position_model(path); }}};
}

learn::ModelFile real_model(const Kind& kind) {
    return learn::read_model(DEMARCHE_SOURCE "/models/" + kind.name + "-en.model", kind.name,
                             kind.fingerprint);
}

/// What is said of the model when it is loaded from a file; nothing if it is taken.
std::string refusal(const Kind& kind, const learn::ModelFile& model) {
    const auto path = std::filesystem::temp_directory_path() /
                      ("demarche-shapes-" + std::to_string(::getpid()) + ".model");
    learn::write_model(model, path.string());
    std::string message;
    try {
        kind.load(path.string());
    } catch (const InputError& error) {
        message = error.what();
    }
    std::filesystem::remove(path);
    return message;
}

}  // namespace

TEST_CASE("models: a figure that is not finite, in any member of any kind") {
    for (const Kind& kind : kinds()) {
        const learn::ModelFile model = real_model(kind);
        CHECK(refusal(kind, model).empty());
        // The first member of each sort stands for the others: one function reads them all.
        for (const float figure :
             {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
            if (!model.floats.empty()) {
                learn::ModelFile broken = model;
                broken.floats.begin()->second.back() = figure;
                INFO(kind.name << ": " << broken.floats.begin()->first);
                CHECK(refusal(kind, broken).find("which is no weight") != std::string::npos);
            }
            learn::ModelFile broken = model;
            broken.weights.begin()->second.scales.back() = figure;
            INFO(kind.name << ": " << broken.weights.begin()->first);
            CHECK(refusal(kind, broken).find("which is no weight") != std::string::npos);
        }
    }
}

TEST_CASE("models: a member that is missing, too short or too long") {
    for (const Kind& kind : kinds()) {
        const learn::ModelFile model = real_model(kind);
        for (const auto& member : model.floats) {
            const std::string& name = member.first;
            for (const int change : {-1, 1, 0}) {
                learn::ModelFile broken = model;
                auto& own = broken.floats[name];
                if (change < 0) own.pop_back();
                if (change > 0) own.push_back(0);
                if (change == 0) broken.floats.erase(name);
                INFO(kind.name << ": " << name << " " << change);
                CHECK(refusal(kind, broken).find("has no usable member") != std::string::npos);
            }
        }
        for (const auto& member : model.weights) {
            const std::string& name = member.first;
            for (const std::string_view change : {"row", "column", "gone"}) {
                // How long the parser's vectors are is known where the parser is: see below.
                if (name == "network 0 given" && change == "column") continue;
                learn::ModelFile broken = model;
                learn::Quantised& own = broken.weights[name];
                if (change == "row") {
                    own.scales.pop_back();
                    own.values.resize(own.length * own.count());
                } else if (change == "column") {
                    ++own.length;
                    own.values.resize(own.length * own.count(), 1);
                } else {
                    broken.weights.erase(name);
                }
                INFO(kind.name << ": " << name << " " << change);
                CHECK(refusal(kind, broken).find("has no usable member") != std::string::npos);
            }
        }
    }
}

TEST_CASE("models: counts and figures that make no sense") {
    struct Case {
        std::size_t kind;  // of kinds()
        const char* member;
        std::vector<float> values;
    };
    const Case cases[] = {
        {2, "networks", {0}},           {2, "networks", {-1}},
        {2, "networks", {1.5F}},        {2, "networks", {1e5F}},
        {2, "network 0 tables", {11}},  {2, "network 0 window tables", {7}},
        {2, "network 0 layers", {0}},   {2, "outer scores", {}},
        {2, "outer probabilities", {}}, {3, "rule weight", {800}},
        {3, "negated from", {1.5F}},    {3, "policy from", {-0.5F}},
    };
    for (const Case& row : cases) {
        const Kind kind = kinds()[row.kind];
        learn::ModelFile model = real_model(kind);
        REQUIRE(model.floats.contains(row.member));
        model.floats[row.member] = row.values;
        INFO(kind.name << ": " << row.member);
        CHECK(refusal(kind, model).find("has no usable member") != std::string::npos);
    }
    // Scores that fall have no place for a score between them.
    const Kind kind = kinds()[2];
    learn::ModelFile model = real_model(kind);
    auto& scores = model.floats["outer scores"];
    REQUIRE(scores.size() > 1);
    std::swap(scores.front(), scores.back());
    CHECK(refusal(kind, model).find("'outer scores'") != std::string::npos);
    model = real_model(kind);
    model.floats["outer probabilities"].front() = 1.5F;
    CHECK(refusal(kind, model).find("'outer probabilities'") != std::string::npos);
}

TEST_CASE("models: vectors of another length than the parser's") {
    const Kind kind = kinds()[2];
    learn::ModelFile model = real_model(kind);
    learn::Quantised& given = model.weights["network 0 given"];
    given.length += 2;
    given.values.resize(given.length * given.count(), 1);
    CHECK(refusal(kind, model).empty());
    const auto path = std::filesystem::temp_directory_path() /
                      ("demarche-lengths-" + std::to_string(::getpid()) + ".model");
    for (const bool named : {true, false}) {
        if (!named) model.texts.erase("made with syntax");
        learn::write_model(model, path.string());
        CHECK_THROWS_WITH_AS(
            (void)pipeline::load_models(DEMARCHE_SOURCE "/models/syntax-en.model",
                                        DEMARCHE_SOURCE "/models/names-en.model", path.string(),
                                        DEMARCHE_SOURCE "/models/positions-en.model"),
            "was trained with another model of syntax than " DEMARCHE_SOURCE
            "/models/syntax-en.model. Use models that belong together, or train this one anew with "
            "that (models/README.md).",
            InputError);
    }
    std::filesystem::remove(path);
}

TEST_CASE(
    "models: positions are refused beside names or attributions that they were not made with") {
    const std::string folder = DEMARCHE_SOURCE "/models/";
    const auto path = std::filesystem::temp_directory_path() /
                      ("demarche-origin-" + std::to_string(::getpid()) + ".model");
    for (const std::size_t other : {std::size_t{1}, std::size_t{2}}) {
        const Kind kind = kinds()[other];
        learn::ModelFile model = real_model(kind);
        ++model.seed;  // the same model by all that it does, of another training
        learn::write_model(model, path.string());
        const std::string names = other == 1 ? path.string() : folder + "names-en.model";
        const std::string attributions =
            other == 2 ? path.string() : folder + "attributions-en.model";
        CHECK_THROWS_WITH_AS(
            (void)pipeline::load_models(folder + "syntax-en.model", names, attributions,
                                        folder + "positions-en.model"),
            ("was trained with another model of " + model.kind + " than " + path.string() +
             ". Use models that belong together, or train this one anew with that "
             "(models/README.md).")
                .c_str(),
            InputError);
    }
    std::filesystem::remove(path);
}
