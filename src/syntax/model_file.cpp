// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "syntax/model.hpp"

#include "learn/elementwise.hpp"
#include "learn/model_file.hpp"

namespace demarche::syntax {
namespace {

/// Takes members of a file and checks their sizes against each other.
struct Parts {
    const learn::ModelFile& file;
    const std::string& origin;

    [[nodiscard]] learn::Quantised weights(const std::string& name, std::size_t count,
                                           std::size_t length) const {
        const auto& found = learn::member(file.weights, name, origin);
        if (found.count() != count || found.length != length) learn::refuse_member(name, origin);
        return found;
    }
    [[nodiscard]] std::vector<float> floats(const std::string& name, std::size_t count) const {
        const auto& found = learn::member(file.floats, name, origin);
        if (found.size() != count) learn::refuse_member(name, origin);
        return found;
    }
    /// The number of vectors of a member, not more than fit the integer sums.
    [[nodiscard]] std::size_t count(const std::string& name) const {
        const std::size_t n = learn::member(file.weights, name, origin).count();
        if (n == 0 || n > learn::IntegerWeights::longest_row) learn::refuse_member(name, origin);
        return n;
    }
    [[nodiscard]] std::size_t length(const std::string& name) const {
        const std::size_t n = learn::member(file.weights, name, origin).length;
        if (n == 0 || n > learn::IntegerWeights::longest_row) learn::refuse_member(name, origin);
        return n;
    }
};

}  // namespace

Model Model::load(const std::string& path) {
    return {learn::read_model(path, model_kind, feature_fingerprint()), path};
}

Model::Model(const learn::ModelFile& file, const std::string& origin)
    : language_(file.language), digest_(learn::digest(file)) {
    const Parts parts{file, origin};
    for_each_list(inventory_, [&](const std::string& name, learn::Vocabulary& vocabulary) {
        vocabulary = learn::Vocabulary(learn::member(file.lists, name, origin));
        if (vocabulary.size() < 2) learn::refuse_member(name, origin);
    });
    run_as_ = inventory_.treebanks.number(learn::member(file.texts, "run_as", origin));
    if (run_as_ == 0) learn::refuse_member("run_as", origin);
    const Counts counts = inventory_.counts();

    std::size_t input = 0;
    const auto table = [&](const std::string& name, std::size_t count) {
        const std::size_t length = parts.length("table." + name);
        input += length;
        return parts.weights("table." + name, count, length);
    };
    for (std::size_t f = 0; f < feature_count; ++f) {
        tables_[f] = table(std::string(feature_names[f]), counts.features[f]);
    }
    ngrams_ = table("ngram", ngram_buckets);
    treebanks_ = table("treebank", counts.treebanks);

    const auto layer = [&](const std::string& name, std::size_t inputs) {
        Layer l;
        l.size = parts.length(name + ".recurrent");
        if (inputs > learn::IntegerWeights::longest_row)
            learn::refuse_member(name + ".input", origin);
        l.input = learn::IntegerWeights(parts.weights(name + ".input", 4 * l.size, inputs));
        l.recurrent = learn::IntegerWeights(parts.weights(name + ".recurrent", 4 * l.size, l.size));
        l.bias = parts.floats(name + ".bias", 4 * l.size);
        return l;
    };
    lower_ = {layer("lower.forward", input), layer("lower.backward", input)};
    const std::size_t lower = lower_[0].size + lower_[1].size;
    upper_ = {layer("upper.forward", lower), layer("upper.backward", lower)};
    const std::size_t upper = upper_[0].size + upper_[1].size;
    if (lower_[0].size != lower_[1].size || upper_[0].size != upper_[1].size ||
        upper > learn::IntegerWeights::longest_row) {
        learn::refuse_member("upper.forward.input", origin);
    }

    const auto affine = [&](const std::string& weights, const std::string& bias, std::size_t rows,
                            std::size_t inputs) {
        return Affine{learn::IntegerWeights(parts.weights(weights, rows, inputs)),
                      bias.empty() ? std::vector<float>(rows, 0.0F) : parts.floats(bias, rows)};
    };
    for (std::size_t h = 0; h < head_count; ++h) {
        const std::string name(head_names[h]);
        classes_[h] = affine(name + ".weights", name + ".bias", counts.classes[h],
                             h == name_head ? upper : lower);
    }
    const std::size_t arc = parts.count("arc.head");
    arc_dependent_ = affine("arc.dependent", "", arc, upper);
    arc_head_ = affine("arc.head", "", arc, upper);
    arc_form_ = affine("arc.form", "arc.prior", arc, arc);
    const std::size_t label = parts.count("label.head");
    label_dependent_ = affine("label.dependent", "", label, upper);
    label_head_ = affine("label.head", "", label, upper);
    if (3 * label > learn::IntegerWeights::longest_row)
        learn::refuse_member("label.weights", origin);
    label_ = affine("label.weights", "label.bias", counts.labels, 3 * label);

    const std::vector<float> root = parts.floats("root", upper);
    learn::Fixed fixed(upper, 1);
    learn::to_fixed(root.data(), upper, fixed.column(0));
    const auto project = [&](const Affine& by) {
        learn::Matrix out(by.weights.rows(), 1);
        by.weights.add_product(fixed.column(0), fixed.rows, 1, out);
        learn::hyperbolic_tangent(out.values.data(), out.values.size());
        return out.values;
    };
    root_arc_ = project(arc_head_);
    root_label_ = project(label_head_);
}

}  // namespace demarche::syntax
