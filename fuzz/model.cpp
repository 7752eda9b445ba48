// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Model files: damaged in one to some places, the check sum made right, read, and then used on a
// few sentences. What is accepted must read them.
//
// An input is not a model but a list of damages to a small one that is trained here when the
// program starts: so inputs stay small, and whatever a model consists of is reached in a few
// steps. FUZZ_MODEL=FILE in the environment writes the damaged model to FILE, for `demarche`.

#include "pieces.hpp"
#include "promises.hpp"
#include "target.hpp"

#include "actor/actor.hpp"
#include "attribution/find_attributions.hpp"
#include "attribution/model.hpp"
#include "learn/model_file.hpp"
#include "proposition/proposition.hpp"
#include "stance/stance.hpp"
#include "stance/stance_table.hpp"
#include "statement/statement.hpp"
#include "syntax/find_names.hpp"
#include "syntax/syntax.hpp"
#include "text/read.hpp"
#include "training/attribution_training.hpp"
#include "training/name_training.hpp"
#include "training/position_training.hpp"
#include "training/syntax_recipe.hpp"
#include "training/syntax_training.hpp"

#include <fuzzer/FuzzedDataProvider.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace demarche;

namespace {

const std::string corpora = DEMARCHE_SOURCE "/tests/syntax";

Document words_of(const char* text) {
    return text::read(text::plain_article(text, "article", "article.txt"));
}

learn::ModelFile trained_syntax() {
    const training::Recipe recipe = training::read_recipe(
        "epochs = 1\nbatch_words = 20\nword_count = 1\naffix_count = 1\nclass_count = 1\n"
        "size.word = 2\nsize.prefix3 = 1\nsize.suffix2 = 1\nsize.suffix3 = 1\nsize.suffix4 = 1\n"
        "size.shape = 1\nsize.ngram = 1\nsize.treebank = 1\nsize.lower = 2\nsize.upper = 2\n"
        "size.arc = 2\nsize.label = 2\ncorpus = harbour harbour.conllu names=ner\n",
        "small.recipe");
    return training::model_file(training::train(recipe, corpora, [](std::string_view) {}));
}

learn::ModelFile trained_names(const syntax::Model& trees) {
    const training::NameRecipe recipe =
        training::read_name_recipe("epochs = 1\nleast = 1\ncorpus = harbour harbour.conllu\n", "r");
    return training::train_names(recipe, corpora, "given: Ida\nplace: Bergen, New Haven\n", trees,
                                 [](std::string_view) {});
}

/// A sentence of three parts, one behind the other.
struct Said {
    std::string text;
    Attribution attribution;
};

Said said(const std::string& source, const std::string& cue, const std::string& content) {
    const std::size_t second = source.size() + 1;
    const std::size_t third = second + cue.size() + 1;
    Attribution attribution;
    attribution.source = {{0, source.size()}};
    attribution.cue = {{second, second + cue.size()}};
    attribution.content = {{third, third + content.size()}};
    return {source + " " + cue + " " + content + ".\n", attribution};
}

std::vector<Said> corpus() {
    std::vector<Said> made;
    for (const char* source : {"Bergen", "The minister", "Ida Holm"}) {
        made.push_back(said(source, "said", "the river is low"));
        made.push_back(said(source, "opposes", "the new toll"));
    }
    return made;
}

learn::ModelFile trained_attributions(const syntax::Model& trees) {
    std::vector<training::AnnotatedDocument> documents;
    for (const Said& one : corpus()) {
        training::AnnotatedDocument annotated;
        annotated.document = words_of(one.text.c_str());
        syntax::analyse(annotated.document, trees, &annotated.encodings);
        annotated.annotations.push_back({"us", {one.attribution}, {}});
        documents.push_back(std::move(annotated));
    }
    training::AttributionRecipe recipe;
    recipe.epochs = 1;
    recipe.layers = 1;
    recipe.states = 2;
    recipe.units = 2;
    recipe.known = 2;
    recipe.window_units = 2;
    recipe.held_out_every = 2;
    return training::train_attributions(documents, recipe, {}, [](const auto&) {});
}

learn::ModelFile trained_positions(const syntax::Model& trees, const syntax::NameModel& names,
                                   const attribution::AttributionModel& reader) {
    std::vector<training::GoldDocument> documents;
    for (const Said& one : corpus()) {
        training::GoldDocument judged;
        judged.document = words_of(one.text.c_str());
        syntax::analyse(judged.document, trees, &judged.encodings);
        syntax::find_names(judged.document, names);
        training::GoldStatement statement;
        statement.attribution = one.attribution;
        statement.actors = {{std::string(judged.document.at(one.attribution.source.front()))}};
        statement.policy = documents.size() % 2 == 0;
        judged.statements.push_back(statement);
        documents.push_back(std::move(judged));
    }
    training::PositionRecipe recipe;
    recipe.folds = 2;
    recipe.epochs = 1;
    return training::train_positions(documents, reader, recipe, {}).file;
}

/// The four models and an article that they have read.
struct World {
    std::array<learn::ModelFile, 4> files;
    Document bare = words_of(
        "Harbour row\n\n\"We won't pay,\" Ida Holm of the Port Board said. She told Bergen that "
        "the "
        "new toll is not in its interest.\n\nThe minister opposes it.\n");
    Document read;
    learn::Matrix encodings;
    std::vector<Attribution> attributions;

    World() : files{trained_syntax(), {}, {}, {}} {
        const syntax::Model trees(files[0], "syntax");
        files[1] = trained_names(trees);
        const syntax::NameModel names(files[1], "names");
        files[2] = trained_attributions(trees);
        const attribution::AttributionModel reader(files[2], "attributions");
        files[3] = trained_positions(trees, names, reader);
        read = bare;
        syntax::analyse(read, trees, &encodings);
        syntax::find_names(read, names);
        for (const Sentence& sentence : read.sentences) {
            const auto word = [&](std::size_t n) {
                return Spans{read.tokens[sentence.first_token + n].span};
            };
            if (sentence.end_token - sentence.first_token < 3) continue;
            attributions.push_back({word(0), word(1), word(2), {}, 0.5});
        }
    }
};

const World& world() {
    static const World world;
    return world;
}

/// FNV-1a over words of eight bytes, as in learn/model_file.cpp; compared with it at the start.
std::uint64_t check_sum(std::string_view bytes) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (std::size_t i = 0; i < bytes.size();) {
        std::uint64_t word = 0;
        const std::size_t n = bytes.size() - i >= 8 ? 8 : 1;
        std::memcpy(&word, bytes.data() + i, n);
        hash = (hash ^ word) * 1099511628211ULL;
        hash ^= hash >> 32U;
        i += n;
    }
    return hash;
}

/// The last eight bytes become the sum over all before.
void make_right(std::string& bytes) {
    if (bytes.size() < 8) return;
    const std::uint64_t sum = check_sum(std::string_view(bytes).substr(0, bytes.size() - 8));
    std::memcpy(bytes.data() + bytes.size() - 8, &sum, 8);
}

class Damage {
public:
    Damage(const std::uint8_t* data, std::size_t size) : provider_(data, size) {}

    std::size_t model() { return below(4); }

    void to_members(learn::ModelFile& file) {
        for (std::size_t n = below(8); n > 0; --n) {
            switch (below(4)) {
                case 0: to_text(file.texts); break;
                case 1: to_list(file.lists); break;
                case 2: to_floats(file.floats); break;
                case 3: to_weights(file.weights); break;
            }
        }
    }

    void to_bytes(std::string& bytes) {
        for (std::size_t n = below(4); n > 0; --n) {
            const std::size_t at = below(bytes.size());
            switch (below(3)) {
                case 0: bytes.insert(at, provider_.ConsumeRandomLengthString(16)); break;
                case 1: bytes.erase(at, below(64)); break;
                case 2: {
                    const std::string put = provider_.ConsumeRandomLengthString(16);
                    bytes.replace(at, put.size(), put);
                    break;
                }
            }
        }
    }

private:
    std::size_t below(std::size_t n) {
        return n < 2 ? 0 : provider_.ConsumeIntegralInRange<std::size_t>(0, n - 1);
    }

    template <class Members>
    typename Members::iterator any(Members& members) {
        return std::next(members.begin(), static_cast<std::ptrdiff_t>(below(members.size())));
    }

    /// What may befall a member of any kind; the member to damage further, if it is still there.
    template <class Members>
    typename Members::mapped_type* member(Members& members) {
        if (members.empty()) return nullptr;
        const auto chosen = any(members);
        switch (below(8)) {
            case 0: members.erase(chosen); return nullptr;
            case 1: chosen->second = any(members)->second; return nullptr;
            case 2: chosen->second = {}; return nullptr;
            default: return &chosen->second;
        }
    }

    float figure() {
        using Limits = std::numeric_limits<float>;
        static constexpr std::array figures = {Limits::quiet_NaN(),
                                               Limits::infinity(),
                                               -Limits::infinity(),
                                               0.0F,
                                               -0.0F,
                                               1.0F,
                                               -1.0F,
                                               Limits::max(),
                                               Limits::lowest(),
                                               Limits::min(),
                                               Limits::denorm_min(),
                                               100.0F,
                                               2.0F,
                                               1e9F};
        if (below(4) != 0) return figures[below(figures.size())];
        return provider_.ConsumeFloatingPoint<float>();
    }

    void to_text(std::map<std::string, std::string, std::less<>>& texts) {
        std::string* text = member(texts);
        if (text == nullptr) return;
        const std::string put = provider_.ConsumeRandomLengthString(24);
        const std::size_t at = below(text->size() + 1);
        text->replace(at, below(text->size() - at + 1), put);
    }

    void to_list(std::map<std::string, std::vector<std::string>, std::less<>>& lists) {
        std::vector<std::string>* list = member(lists);
        if (list == nullptr || list->empty()) return;
        const auto at = list->begin() + static_cast<std::ptrdiff_t>(below(list->size()));
        switch (below(4)) {
            case 0: list->erase(at); break;
            case 1: list->insert(at, provider_.ConsumeRandomLengthString(16)); break;
            case 2: *at = provider_.ConsumeRandomLengthString(16); break;
            case 3: *at = (*list)[below(list->size())]; break;
        }
    }

    void to_floats(std::map<std::string, std::vector<float>, std::less<>>& members) {
        std::vector<float>* floats = member(members);
        if (floats == nullptr || floats->empty()) return;
        if (below(4) == 0) {
            floats->resize(below(2 * floats->size() + 1));
        } else {
            (*floats)[below(floats->size())] = figure();
        }
    }

    void to_weights(std::map<std::string, learn::Quantised, std::less<>>& members) {
        learn::Quantised* weights = member(members);
        if (weights == nullptr || weights->scales.empty()) return;
        switch (below(5)) {
            case 0: weights->scales[below(weights->scales.size())] = figure(); break;
            case 1:
                if (weights->values.empty()) break;
                weights->values[below(weights->values.size())] =
                    provider_.ConsumeIntegral<std::int8_t>();
                break;
            case 2: weights->length = below(600); break;
            case 3: weights->scales.resize(below(2 * weights->scales.size() + 1)); break;
            case 4: std::swap(*weights, any(members)->second); break;
        }
        // Most often as many values as there should be: else the first check ends it.
        if (below(16) != 0) weights->values.resize(weights->length * weights->count(), 1);
    }

    FuzzedDataProvider provider_;
};

/// Reads the model and with it the article.
void use(std::size_t model, std::string_view bytes) {
    const auto file = [&](std::string_view kind, std::string_view fingerprint) {
        return learn::model_from_bytes(bytes, kind, fingerprint, "a.model");
    };
    Document document = model == 0 ? world().bare : world().read;
    switch (model) {
        case 0: {
            const syntax::Model trees(file("syntax", syntax::feature_fingerprint()), "a.model");
            learn::Matrix states;
            syntax::analyse(document, trees, &states);
            break;
        }
        case 1: {
            const syntax::NameModel names(file("names", world().files[1].fingerprint), "a.model");
            syntax::find_names(document, names);
            break;
        }
        case 2: {
            const attribution::AttributionModel reader(
                file(attribution::attribution_kind, attribution::attribution_fingerprint()),
                "a.model");
            for (const Attribution& one :
                 attribution::find_attributions(lexicon::Words(document), reader, world().encodings,
                                                lexicon::ActorRegistry::built_in())) {
                fuzz::require(one.confidence >= 0 && one.confidence <= 1,
                              "a confidence lies from 0 to 1");
            }
            break;
        }
        case 3: {
            const stance::PositionModel positions(
                file(stance::position_kind, stance::position_fingerprint()), "a.model");
            draft::Draft draft(document, lexicon::ActorRegistry::built_in());
            draft::begin_statements(world().attributions, draft);
            actor::resolve_actors(draft);
            stance::classify_stances(draft, positions, {});
            for (const draft::StatementDraft& one : draft.statements) {
                fuzz::require(one.stance.confidence >= 0 && one.stance.confidence <= 1,
                              "a confidence lies from 0 to 1");
            }
            break;
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    for (std::size_t model = 0; model < 4; ++model) {
        std::string bytes = learn::model_bytes(world().files[model]);
        const std::string before = bytes;
        make_right(bytes);
        fuzz::require(bytes == before, "the check sum is worked out as the program does it");
        fuzz::require(fuzz::accepts([&] { use(model, bytes); }), "an undamaged model is accepted");
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Damage damage(data, size);
    const std::size_t model = damage.model();
    learn::ModelFile file = world().files[model];
    damage.to_members(file);
    std::string bytes = learn::model_bytes(file);
    damage.to_bytes(bytes);
    make_right(bytes);
    if (const char* path = std::getenv("FUZZ_MODEL")) {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    (void)fuzz::accepts([&] { use(model, bytes); });
    return 0;
}
