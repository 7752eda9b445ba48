// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/article.hpp"
#include "core/error.hpp"
#include "core/statement.hpp"
#include "pipeline/pipeline.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

/// From what was named on the command line to readings.
namespace demarche::cli {

/// The files to be read, in the order in which they are read: a folder gives the articles in it
/// and below it (.txt, .html, .htm, .jsonl; names with a leading dot are skipped), sorted by path;
/// "-" is standard input; a file named twice is read once. A folder below that cannot be searched
/// stands among them under its own name: whoever reads it is told why.
/// \throws InputError for a name that is not there, and for a folder without articles.
[[nodiscard]] std::vector<std::string> article_files(const std::vector<std::string>& arguments);

/// What became of a run over many articles.
struct ReadingRun {
    std::size_t articles = 0;          ///< that were read
    std::vector<InputError> failures;  ///< in input order, one an article that could not be
};

/// Reads the articles of `files` with `jobs` threads and hands each with its reading to `take`, on
/// the calling thread and in input order, so that the number of threads never shows. An article
/// that cannot be read, and one whose id another article of the run has already, becomes a failure;
/// the others are finished. A .jsonl file gives an article a line; blank lines are skipped.
/// Holds at most 32 articles a thread in memory. Shows progress where standard error is a terminal.
/// Exceptions of `take` end the run.
ReadingRun read_articles(const std::vector<std::string>& files, const pipeline::Models& models,
                         std::size_t jobs,
                         const std::function<void(const Article&, const Reading&)>& take);

/// Whether lines of the article's text are lines of a file: not for a page, nor for a line of a
/// JSON Lines file.
[[nodiscard]] bool has_lines_of_file(const Article& article);

/// The texts of the articles, one by one, not yet read for positions.
/// \throws InputError for the first that is none
void for_each_article(const std::vector<std::string>& files,
                      const std::function<void(Article&&)>& take);

/// Prints what failed and, of several articles, how many and which, the last thing of a run;
/// nothing if nothing did.
void report_failures(const ReadingRun& run);

/// All of a file's bytes, or of standard input ("-"). \throws InputError
[[nodiscard]] std::string file_bytes(const std::string& file);

/// Threads to use where nobody says how many: as many as the machine runs at once.
[[nodiscard]] std::size_t default_jobs();

/// Adds --jobs; `jobs` should start as default_jobs().
void add_jobs_option(CLI::App& app, std::size_t& jobs);

}  // namespace demarche::cli
