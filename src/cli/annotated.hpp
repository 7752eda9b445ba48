#pragma once

#include "extract/attribution_examples.hpp"
#include "syntax/model.hpp"

#include <string>
#include <vector>

/// Articles in which people marked attributions.
namespace demarche::cli {

/// The articles of a JSON Lines file, gzip'd or not, with their tags and trees.
/// \throws InputError with file and line
[[nodiscard]] std::vector<extract::AnnotatedDocument> annotated_documents(
    const std::string& file, const syntax::Model& model);

}  // namespace demarche::cli
