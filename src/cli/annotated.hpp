#pragma once

#include "extract/attribution_examples.hpp"
#include "syntax/model.hpp"

#include <string>
#include <vector>

/// Articles in which people marked attributions.
namespace demarche::cli {

/// Which articles are taken, by how their ids begin; empty: all.
struct Selection {
    std::string only;
    std::string leave_out;
};

/// The articles of a JSON Lines file, gzip'd or not, with their tags and trees.
/// \throws InputError with file and line, and if no article is selected
[[nodiscard]] std::vector<extract::AnnotatedDocument> annotated_documents(
    const std::string& file, const syntax::Model& model, const Selection& selection = {});

}  // namespace demarche::cli
