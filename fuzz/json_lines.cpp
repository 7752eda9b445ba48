// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Lines of JSON: an article, what people marked in it, what they judged of it.

#include "pieces.hpp"
#include "promises.hpp"
#include "target.hpp"

#include "text/read.hpp"
#include "training/gold_lines.hpp"

#include <string>

using namespace demarche;

namespace {

void require_marked(const Attribution& marked, const std::string& text) {
    for (const Spans* spans : {&marked.source, &marked.cue, &marked.content}) {
        for (const Span span : *spans) {
            fuzz::require(span.begin <= span.end && span.end <= text.size(),
                          "a marked span lies in the text");
            fuzz::require_utf8(std::string_view(text).substr(span.begin, span.size()),
                               "a marked span begins and ends between characters");
        }
    }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return fuzz::mutate_pieces_or_bytes(data, size, most, seed, fuzz::json_values);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view line = fuzz::bytes_of(data, size);
    const std::string file = "articles.jsonl";
    const fuzz::Stopwatch watch;
    Article article;
    const bool read = fuzz::accepts([&] { article = text::json_article(line, file, 1); });
    if (read) fuzz::require_whole(text::read(article));
    (void)fuzz::accepts([&] {
        for (const training::Annotation& one : training::json_annotations(line, file, 1)) {
            if (!read) continue;
            for (const Attribution& marked : one.attributions) require_marked(marked, article.text);
        }
    });
    (void)fuzz::accepts([&] {
        for (const training::GoldStatement& one : training::json_statements(line, file, 1)) {
            if (read) require_marked(one.attribution, article.text);
        }
    });
    fuzz::require_prompt(watch.seconds(), size);
    return 0;
}
