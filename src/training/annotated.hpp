// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syntax/model.hpp"
#include "syntax/name_model.hpp"
#include "training/attribution_examples.hpp"
#include "training/position_training.hpp"

#include <string>
#include <vector>

/// Articles in which people marked attributions or judged statements.
namespace demarche::training {

/// Which articles are taken, by how their ids begin; empty: all.
struct Selection {
    std::string only;
    std::string leave_out;
};

/// The articles of a JSON Lines file, gzip'd or not, with their tags and trees.
/// \throws InputError with file and line, and if no article is selected
[[nodiscard]] std::vector<AnnotatedDocument> annotated_documents(const std::string& file,
                                                                 const syntax::Model& model,
                                                                 const Selection& selection = {});

/// The same with names, and with what people judged. \throws InputError with file and line
[[nodiscard]] std::vector<GoldDocument> gold_documents(const std::string& file,
                                                       const syntax::Model& trees,
                                                       const syntax::NameModel& names);

}  // namespace demarche::training
