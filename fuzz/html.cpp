// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// A web page to a Document: text::html_article, text::read.

#include "pieces.hpp"
#include "promises.hpp"
#include "target.hpp"

#include "text/read.hpp"

#include <string>

using namespace demarche;

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return fuzz::mutate_pieces_or_bytes(data, size, most, seed, fuzz::tags);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::bytes_of(data, size);
    (void)text::looks_like_html(bytes);
    const fuzz::Stopwatch watch;
    (void)fuzz::accepts([&] {
        const Article article = text::html_article(bytes, "page", "page.html");
        const Document document = text::read(article);
        fuzz::require(document.text == article.text, "the text is never changed");
        fuzz::require_whole(document);
    });
    fuzz::require_prompt(watch.seconds(), size);
    return 0;
}
