// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The whole way from the bytes of an article to its statements, with the models of the program.
//
// Mutations are of words: one is dropped, repeated, put elsewhere, or a cue, a name, a pronoun or a
// quotation mark is put in. An article is read twice, which must give the same bytes and must not
// take longer than its words may.

#include "lasting.hpp"
#include "pieces.hpp"
#include "promises.hpp"
#include "target.hpp"

#include "export/lines.hpp"
#include "lexicon/tables.hpp"
#include "pipeline/pipeline.hpp"
#include "text/read.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

using namespace demarche;

namespace {

const pipeline::Models& models() {
    static const pipeline::Models models = [] {
        const std::string folder = DEMARCHE_SOURCE "/models/";
        return pipeline::load_models(folder + "syntax-en.model", folder + "names-en.model",
                                     folder + "attributions-en.model",
                                     folder + "positions-en.model");
    }();
    return models;
}

/// What an article may have besides the words of the program's tables, separated by '|'.
constexpr std::string_view own_terms =
    "he|she|they|it|we|I|you|who|which|that|his|their|her|its|them|both|others|some of them|"
    "the latter|neither|not|never|no longer|without|unless|if|would|could|must|should|"
    "whether|because|according to|and|or|but|while|said that|told him that|asked them to|"
    "is said to|to|of|was quoted as saying|"
    "\"|\"|\u201c|\u201d|\u2018|\u2019|'|``|''|,\"|.\"|(|)|[|]|,|;|:|.|?|!|...|\u2014|-|\n\n|\n|"
    "Ida Holm|Mr. Holm|Holm's|President Ida Holm of Norway|the minister|the ministers|"
    "its spokeswoman|a senior official|officials|Some Poles|the two countries|the government|"
    "the opposition|critics|27 states|Monday|on Oct. 28|yesterday|2013|$3 million|3|St.|U.S.|"
    "a.m.|By Ida Holm, Bergen correspondent|Related stories|Posted on : 2013-10-28|&amp;|"
    "&#8217;|\u00ad|\u200b|\ufffd|\xff|\u0301|\u6771\u4eac";

/// Cells of a column of one of the program's tables.
void add_column(std::string_view table, std::size_t column, std::vector<std::string>& terms) {
    for (const fuzz::Piece& line : fuzz::lines(table)) {
        if (line.text.starts_with('#')) continue;
        std::size_t at = 0;
        for (const fuzz::Piece& piece : fuzz::cells(line.text)) {
            if (piece.text == "\t") ++at;
            if (piece.moves && at == column) terms.emplace_back(piece.text);
        }
    }
}

const std::vector<std::string>& terms() {
    static const std::vector<std::string> terms = [] {
        std::vector<std::string> made;
        add_column(lexicon::tables::cues, 0, made);
        add_column(lexicon::tables::cues, 3, made);
        add_column(lexicon::tables::relation_words, 0, made);
        // Name, aliases, demonyms, seats.
        constexpr std::array<std::size_t, 4> names = {1, 5, 6, 7};
        for (const std::size_t column : names) add_column(lexicon::tables::actors, column, made);
        std::vector<std::string> own;
        for (std::string_view rest = own_terms; !rest.empty();) {
            const std::size_t end = std::min(rest.find('|'), rest.size());
            own.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        const std::size_t from_tables = made.size();
        // As often as all that the tables have.
        while (made.size() < 2 * from_tables) made.insert(made.end(), own.begin(), own.end());
        return made;
    }();
    return terms;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return fuzz::mutate_pieces(data, size, most, seed, seed % 8 == 0 ? fuzz::lines : fuzz::words,
                               terms());
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::bytes_of(data, size);
    Article article;
    if (!fuzz::accepts([&] { article = text::plain_article(bytes, "article", "article.txt"); })) {
        return 0;
    }
    (void)models();  // their loading is not of the time
    const fuzz::Stopwatch first;
    const Reading reading = pipeline::read(article, models());
    double seconds = first.seconds();
    const fuzz::Stopwatch second;
    const Reading again = pipeline::read(article, models());
    seconds = std::min(seconds, second.seconds());
    fuzz::require(export_::line(reading) == export_::line(again), "the same bytes twice");
    fuzz::require_sound(reading);
    // Chosen by hand, not measured.
    fuzz::require(seconds < 0.5 + 0.02 * static_cast<double>(reading.document.tokens.size()),
                  "the time is linear in the tokens (" + std::to_string(seconds) + " s for " +
                      std::to_string(reading.document.tokens.size()) + ")");
    return 0;
}
