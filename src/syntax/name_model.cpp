// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "syntax/name_model.hpp"

#include "syntax/name_features.hpp"

namespace demarche::syntax {

std::string name_tag(int label) {
    if (label == 0) return "O";
    return (label % 2 == 1 ? "B-" : "I-") +
           std::string(name_kinds[static_cast<std::size_t>(label - 1) / 2]);
}

int name_label(std::string_view tag) {
    for (std::size_t k = 0; k < name_kinds.size(); ++k) {
        if (tag.size() < 3 || tag.substr(2) != name_kinds[k]) continue;
        return 2 * static_cast<int>(k) + (tag.front() == 'B' ? 1 : 2);
    }
    return 0;
}

NameModel::NameModel(const learn::ModelFile& file, const std::string& path)
    : chain(file, "", path),
      classes(learn::member(file.texts, "word classes", path), path),
      run_as(learn::member(file.texts, "run as", path)),
      made_with(learn::origins(file, path)),
      digest(learn::digest(file)) {
    if (chain.labels() != 2 * name_kinds.size() + 1) learn::refuse_member("weights", path);
}

std::string name_fingerprint() {
    std::string kinds;
    for (const std::string_view kind : name_kinds) kinds += std::string(kind) + "\n";
    return learn::fingerprint("en-names-2", {kinds});
}

NameModel NameModel::load(const std::string& path) {
    return NameModel(learn::read_model(path, "names", name_fingerprint()), path);
}

}  // namespace demarche::syntax
