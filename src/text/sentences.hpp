#pragma once

#include "core/document.hpp"

#include <cstddef>

namespace demarche::text {

/// Parts the tokens [first_token, end_token) of paragraph `paragraph` into sentences and adds them.
/// One of more than 5,000 tokens is cut, with a diagnostic. Complexity: linear.
void append_sentences(Document& document, std::size_t paragraph, std::size_t first_token,
                      std::size_t end_token);

}  // namespace demarche::text
