// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// How fast articles are read, stage by stage, on one core: processor time, of each article the best
// of several rounds, for other work on the machine only ever adds.

#include "attribution/find_attributions.hpp"
#include "cli/articles.hpp"
#include "cli/models.hpp"
#include "pipeline/pipeline.hpp"
#include "syntax/find_names.hpp"
#include "syntax/syntax.hpp"
#include "text/read.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace demarche;

namespace {

/// Seconds of processor time that `work` takes, the best of `rounds`.
double seconds(int rounds, const std::function<void()>& work) {
    double best = std::numeric_limits<double>::max();
    for (int r = 0; r < rounds; ++r) {
        const std::clock_t begin = std::clock();
        work();
        best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return best;
}

struct Stages {
    double text = 0, syntax = 0, names = 0, attributions = 0, whole = 0;
};

void add_article(const Article& article, const pipeline::Models& models, int rounds, Stages& sum,
                 std::size_t& tokens) {
    Document document;
    sum.text += seconds(rounds, [&] { document = text::read(article); });
    learn::Matrix encodings;
    sum.syntax += seconds(rounds, [&] { syntax::analyse(document, models.syntax, &encodings); });
    sum.names += seconds(rounds, [&] { syntax::find_names(document, models.names); });
    sum.attributions += seconds(rounds, [&] {
        (void)attribution::find_attributions(lexicon::Words(document), models.attributions,
                                             encodings, models.actors);
    });
    sum.whole += seconds(rounds, [&] { (void)pipeline::read(article, models); });
    tokens += document.tokens.size();
}

void run(const std::vector<std::string>& files, int rounds) {
    const pipeline::Models models = cli::load_models("");
    Stages sum;
    std::size_t articles = 0;
    std::size_t tokens = 0;
    cli::for_each_article(cli::article_files(files), [&](const Article& article) {
        add_article(article, models, rounds, sum, tokens);
        ++articles;
    });
    std::printf("%zu articles, %zu tokens; one core, of each article the best of %d rounds\n",
                articles, tokens, rounds);
    const auto line = [&](const char* name, double s) {
        std::printf("%-14s %8.3f s %10.0f tokens/s %8.1f articles/s\n", name, s,
                    static_cast<double>(tokens) / s, static_cast<double>(articles) / s);
    };
    line("text", sum.text);
    line("syntax", sum.syntax);
    line("names", sum.names);
    line("attributions", sum.attributions);
    line("the rest", sum.whole - sum.text - sum.syntax - sum.names - sum.attributions);
    line("whole", sum.whole);
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> files(arguments + 1, arguments + count);
    if (files.empty()) {
        std::fputs("usage: bench_stages ARTICLE...\n", stderr);
        return 2;
    }
    try {
        run(files, 7);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_stages: %s\n", error.what());
        return 1;
    }
    return 0;
}
