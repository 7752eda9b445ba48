#pragma once

#include "core/article.hpp"
#include "core/statement.hpp"

#include <cstddef>
#include <functional>
#include <vector>

/// The corridor: the stages, one line each, in order.
namespace demarche::pipeline {

/// Reads one article the whole way, from its bytes to its statements.
[[nodiscard]] Reading read(const Article& article);

/// Reads many articles on up to `jobs` threads (0 counts as 1). The readings are in the order of
/// the articles and the same for any number of jobs. `done` is called after each article with the
/// number of those finished so far, never by two threads at once.
/// An exception of one article ends the run and is thrown on.
[[nodiscard]] std::vector<Reading> read_all(const std::vector<Article>& articles, std::size_t jobs,
                                            const std::function<void(std::size_t)>& done = {});

}  // namespace demarche::pipeline
