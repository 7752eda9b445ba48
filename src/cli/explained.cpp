// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/explained.hpp"

#include "attribution/explain.hpp"
#include "attribution/find_attributions.hpp"
#include "cli/terminal.hpp"
#include "syntax/syntax.hpp"
#include "text/read.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace demarche::cli {

namespace {

constexpr std::size_t most_words = 8;
constexpr std::size_t most_kinds = 5;

/// The words of the spans on one line.
std::string words(const Document& document, const Spans& spans) {
    std::string text;
    for (const Span& span : spans) {
        if (!text.empty()) text += " ... ";
        bool blank = false;
        for (const char c : shown(document.at(span))) {
            blank = c == ' ';
            if (!blank) text += c;
            if (blank && !text.empty() && text.back() != ' ') text += ' ';
        }
    }
    return text.empty() ? "-" : text;
}

std::string rows(const std::vector<attribution::Reason>& reasons, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < std::min(most, reasons.size()); ++i) {
        const attribution::Reason& reason = reasons[i];
        std::array<char, 64> figures{};
        std::snprintf(figures.data(), figures.size(), "    %+6.1f %+6.1f %+6.1f   ", reason.cue,
                      reason.source, reason.content);
        text += figures.data() + shown(reason.what) + "\n";
    }
    return text.empty() ? "    nothing by itself\n" : text;
}

}  // namespace

std::string explained(const Article& article, const pipeline::Models& models) {
    Document document = text::read(article);
    learn::Matrix encodings;
    syntax::analyse(document, models.syntax, &encodings);
    std::string text;
    for (const Attribution& each : attribution::find_attributions(
             lexicon::Words(document), models.attributions, encodings, models.actors)) {
        if (each.reported_by) continue;
        const attribution::Explanation why =
            attribution::explain(document, models.attributions, encodings, each);
        std::array<char, 16> confidence{};
        std::snprintf(confidence.data(), confidence.size(), "%.2f", each.confidence);
        text += shown(document.name) + "\n  source   " + words(document, each.source) +
                "\n  cue      " + words(document, each.cue) + "\n  content  " +
                words(document, each.content) + "\n  confidence " + confidence.data() +
                "\n  without a word, the network is less sure by (log-odds)\n"
                "       cue source content\n" +
                rows(why.words, most_words) + "  without a kind of feature\n" +
                rows(why.kinds, most_kinds) + "\n";
    }
    return text.empty() ? shown(document.name) + "\n  nothing is attributed to anybody\n\n" : text;
}

}  // namespace demarche::cli
