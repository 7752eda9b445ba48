// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Plain text to a Document: text::plain_article, text::read.

#include "pieces.hpp"
#include "promises.hpp"
#include "target.hpp"

#include "text/read.hpp"

#include <string>

using namespace demarche;

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return fuzz::mutate_pieces_or_bytes(data, size, most, seed,
                                        seed % 3 == 0 ? fuzz::lines : fuzz::words);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::bytes_of(data, size);
    const fuzz::Stopwatch watch;
    (void)fuzz::accepts([&] {
        const Article article = text::plain_article(bytes, "article", "article.txt");
        const Document document = text::read(article);
        fuzz::require(document.text == article.text, "the text is never changed");
        fuzz::require_whole(document);
    });
    fuzz::require_prompt(watch.seconds(), size);
    return 0;
}
