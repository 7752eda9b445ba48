// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "learn/model_file.hpp"
#include "core/error.hpp"
#include "learn/random.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <limits>
#include <string>

using namespace demarche;
using namespace demarche::learn;

namespace {

ModelFile sample() {
    ModelFile model;
    model.kind = "test";
    model.language = "en";
    model.fingerprint = "features-1";
    model.seed = 7;
    model.texts["run_as"] = "news";
    model.lists["words"] = {"the", "", "é"};
    model.floats["bias"] = {1.5F, -2};
    model.weights["w"] = {2, {0.5F, 0.25F}, {1, -2, 3, 127}};
    return model;
}

std::string refusal(std::string_view bytes, std::string_view kind = "test",
                    std::string_view fingerprint = "features-1") {
    try {
        (void)model_from_bytes(bytes, kind, fingerprint, "m.model");
    } catch (const InputError& error) {
        return error.located();
    }
    return "";
}

constexpr const char* damaged =
    "m.model: is cut off or damaged. Train the model again or fetch it anew.";

}  // namespace

TEST_CASE("model file: what is written is read") {
    const std::string bytes = model_bytes(sample());
    CHECK(model_from_bytes(bytes, "test", "features-1", "m") == sample());
    CHECK(model_bytes(model_from_bytes(bytes, "test", "features-1", "m")) == bytes);
}

TEST_CASE("model file: foreign files, other versions, kinds and features are refused by name") {
    std::string bytes = model_bytes(sample());
    CHECK(refusal("") == "m.model: is not a model of demarche.");
    CHECK(refusal("PK\x03\x04 something else") == "m.model: is not a model of demarche.");
    CHECK(refusal(bytes, "other") ==
          "m.model: is a model for 'test', but one for 'other' is wanted.");
    CHECK(refusal(bytes, "test", "features-2") ==
          "m.model: was trained with the features 'features-1', but this program has 'features-2'. "
          "Use the model that came with the program, or train it anew (models/README.md).");
    bytes[15] = 0;  // the version's first byte: an older one, ...
    CHECK(refusal(bytes) ==
          "m.model: has version 0 of the model format, but this program reads version 1. "
          "Use a model that belongs to the program.");
    bytes[15] = 9;  // ... and a newer one
    CHECK(refusal(bytes) ==
          "m.model: has version 9 of the model format, but this program reads version 1. "
          "Use a model that belongs to the program.");
}

TEST_CASE("model file: cut off anywhere, it is refused") {
    const std::string bytes = model_bytes(sample());
    for (std::size_t n = 19; n < bytes.size(); ++n) {
        CAPTURE(n);
        CHECK(refusal(std::string_view(bytes).substr(0, n)) == damaged);
    }
    CHECK(refusal(bytes + "x") == damaged);
}

TEST_CASE("model file: a changed byte is seen wherever it is") {
    const std::string bytes = model_bytes(sample());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 0x10);
        CAPTURE(i);
        CHECK(!refusal(changed).empty());
    }
}

TEST_CASE("model file: a missing member is named") {
    CHECK_THROWS_WITH_AS((void)member(sample().floats, "root", "m.model"),
                         "has no usable member 'root'. Train the model again or fetch it anew.",
                         InputError);
}

TEST_CASE("model file: a figure that is no weight is refused, whatever the check sum says") {
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float infinity = std::numeric_limits<float>::infinity();
    const std::string again = " Train the model again or fetch it anew.";
    struct Case {
        float figure;
        std::string shown;
    };
    const Case cases[] = {{nan, "nan"},
                          {infinity, "inf"},
                          {-infinity, "-inf"},
                          {2e6F, "2000000.000000"},
                          {-2e6F, "-2000000.000000"}};
    for (const Case& row : cases) {
        CAPTURE(row.shown);
        ModelFile model = sample();
        model.floats["bias"][1] = row.figure;
        CHECK(refusal(model_bytes(model)) == "m.model: member 'bias' holds the figure " +
                                                 row.shown + ", which is no weight." + again);
        model = sample();
        model.weights["w"].scales[1] = row.figure;
        CHECK(refusal(model_bytes(model)) == "m.model: member 'w' holds the figure " + row.shown +
                                                 ", which is no weight." + again);
    }
    ModelFile model = sample();
    model.weights["w"].scales[1] = -0.25F;
    CHECK(refusal(model_bytes(model)) ==
          "m.model: member 'w' holds the scale -0.250000 where only positive ones make sense." +
              again);
    model.weights["w"].scales[1] = 0;
    CHECK(refusal(model_bytes(model)) ==
          "m.model: member 'w' holds the scale 0.000000 where only positive ones make sense." +
              again);
    // A vector of zeros has no other scale.
    model.weights["w"].values[2] = model.weights["w"].values[3] = 0;
    CHECK(refusal(model_bytes(model)).empty());
}

TEST_CASE("model file: vectors that do not fill their member are refused") {
    ModelFile model = sample();
    model.weights["w"].values.push_back(1);
    CHECK(refusal(model_bytes(model)) ==
          "m.model: has no usable member 'w'. Train the model again or fetch it anew.");
}

TEST_CASE("model file: counts are whole numbers from 0 to 100") {
    ModelFile model;
    for (const float count : {0.0F, 1.0F, 100.0F}) {
        model.floats["layers"] = {count};
        CHECK(count_member(model, "layers", "m") == static_cast<std::size_t>(count));
    }
    for (const float count : {-1.0F, 1.5F, 101.0F}) {
        CAPTURE(count);
        model.floats["layers"] = {count};
        CHECK_THROWS_AS((void)count_member(model, "layers", "m"), InputError);
    }
    model.floats["layers"] = {1, 2};
    CHECK_THROWS_AS((void)count_member(model, "layers", "m"), InputError);
}

TEST_CASE("model file: written whole or not at all") {
    const auto folder = std::filesystem::temp_directory_path() / "demarche-model-file-test";
    std::filesystem::create_directories(folder);
    const std::string path = (folder / "m.model").string();
    write_model(sample(), path);
    CHECK(read_model(path, "test", "features-1") == sample());
    CHECK(!std::filesystem::exists(path + ".unfinished"));
    const std::string nowhere = (folder / "no" / "such" / "m.model").string();
    CHECK_THROWS_WITH_AS(write_model(sample(), nowhere),
                         "cannot be written. Is there such a folder, and room on the disk?",
                         InputError);
    CHECK_THROWS_WITH_AS((void)read_model(nowhere, "test", "features-1"),
                         "cannot be read: No such file or directory. Name a model that is there.",
                         InputError);
    std::filesystem::remove_all(folder);
}

TEST_CASE("model file: it knows the models that it was made with, and refuses others") {
    ModelFile file = sample();
    note_origins({{"syntax", 7}, {"names", 18446744073709551615ULL}}, file);
    const Origins made_with = origins(file, "m.model");
    CHECK(made_with == Origins{{"syntax", 7}, {"names", 18446744073709551615ULL}});
    CHECK_NOTHROW(require_origin(made_with, "syntax", 7, "m.model", "s.model"));
    CHECK_NOTHROW(require_origin(made_with, "attributions", 9, "m.model", "a.model"));
    CHECK_THROWS_WITH_AS(require_origin(made_with, "syntax", 8, "m.model", "s.model"),
                         "was trained with another model of syntax than s.model. Use models that "
                         "belong together, or train this one anew with that (models/README.md).",
                         demarche::InputError);
    file.texts["made with names"] = "12x";
    CHECK_THROWS_AS((void)origins(file, "m.model"), demarche::InputError);
}

TEST_CASE("fingerprint: another one for any other text, order or version") {
    const std::string one = fingerprint("f-1", {"ab", "c"});
    CHECK(one == fingerprint("f-1", {"ab", "c"}));
    CHECK(one.starts_with("f-1 "));
    for (const std::string& other :
         {fingerprint("f-2", {"ab", "c"}), fingerprint("f-1", {"a", "bc"}),
          fingerprint("f-1", {"c", "ab"}), fingerprint("f-1", {"abc"})}) {
        CHECK(other != one);
    }
}
