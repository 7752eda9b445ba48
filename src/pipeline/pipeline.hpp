#pragma once

#include "core/article.hpp"
#include "core/statement.hpp"

/// The corridor: the stages, one line each, in order.
namespace demarche::pipeline {

/// Reads one article the whole way, from its bytes to its statements.
[[nodiscard]] Reading read(const Article& article);

}  // namespace demarche::pipeline
