// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// How the time of reading grows with the number of words, for texts that ask much of one step: many
// pronouns, many sources of one name, quotations in every paragraph, a sentence without an end.
//
//     bench_growth            processor time for 1,500 and 6,000 words, and how much more that is
//
// Four times the words should take about four times as long; a square is sixteen times.

#include "cli/models.hpp"
#include "pipeline/pipeline.hpp"
#include "text/read.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>

using namespace demarche;

namespace {

/// A word of its own for each number.
std::string letters(std::size_t number) {
    std::string word;
    for (; number > 0 || word.empty(); number /= 26) word += static_cast<char>('a' + number % 26);
    return word;
}

struct Text {
    const char* name;
    std::string (*piece)(std::size_t number);
};

const Text texts[] = {
    {"pronouns", [](std::size_t) { return std::string("They said they oppose it. "); }},
    {"pronouns in one sentence",
     [](std::size_t) { return std::string("they said they oppose their plan and "); }},
    {"plural owners",
     [](std::size_t) { return std::string("Their leaders say their parents oppose them. "); }},
    {"new names",
     [](std::size_t i) {
         return "Minister Anna B" + letters(i) + " M" + letters(i) + " said she hopes. ";
     }},
    {"one surname", [](std::size_t i) { return "Ann" + letters(i) + " Berg said Berg hopes. "; }},
    {"roles", [](std::size_t) { return std::string("The minister said he is ill. "); }},
    {"bodies",
     [](std::size_t) { return std::string("A spokesman for the company said it is shut. "); }},
    {"departments",
     [](std::size_t) { return std::string("A department official told the party so. "); }},
    {"quotations", [](std::size_t) { return std::string("\u201CWe want it,\u201D he said. "); }},
    {"paragraphs of quotations",
     [](std::size_t) { return std::string("\u2018No,\u2019 said Oslo.\n\n"); }},
    {"brackets", [](std::size_t) { return std::string("( [ said ) ] that "); }},
    {"no end of a sentence",
     [](std::size_t i) { return "and Oslo says plan " + letters(i) + " is bad "; }},
};

double seconds(const Text& text, std::size_t words, const pipeline::Models& models) {
    std::string whole;
    std::ptrdiff_t blanks = 0;
    for (std::size_t i = 0; blanks < static_cast<std::ptrdiff_t>(words); ++i) {
        const std::string piece = text.piece(i);
        blanks += std::count(piece.begin(), piece.end(), ' ');
        blanks += std::count(piece.begin(), piece.end(), '\n');
        whole += piece;
    }
    const Article article = text::plain_article(whole, "long", "long.txt");
    const std::clock_t begin = std::clock();
    (void)pipeline::read(article, models);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

int main() {
    const pipeline::Models models = cli::load_models("");
    for (const Text& text : texts) {
        const double little = seconds(text, 1500, models);
        const double much = seconds(text, 6000, models);
        std::printf("%-26s %6.2f s %6.2f s %5.1f times\n", text.name, little, much, much / little);
    }
    return 0;
}
