// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/article.hpp"

#include <string>
#include <string_view>

/// Bytes of an article to a Document: metadata, paragraphs, sentences, tokens, quotations.
namespace demarche::text {

/// A plain-text article: checks UTF-8 (a bad byte becomes U+FFFD, with a diagnostic), drops a byte
/// order mark, keeps everything else so that offsets stay those of the file.
/// `name` is the article's id, `origin` the file's name for messages.
/// \throws InputError if the bytes are not text at all (binary).
[[nodiscard]] Article plain_article(std::string_view bytes, std::string name, std::string origin);

/// An HTML page: the text of its article with the headline first, paragraphs separated by blank
/// lines; offsets are those of that text, `sha256` is that of the page. Title, date, publisher and
/// address are taken from the page's metadata where it has them.
/// \throws InputError if nothing can be made of the bytes.
[[nodiscard]] Article html_article(std::string_view bytes, std::string name, std::string origin);

/// Whether the bytes start like an HTML page.
[[nodiscard]] bool looks_like_html(std::string_view bytes);

/// One line of a JSON Lines input: {"id", "text", "title"?, "published"?, "url"?, "publisher"?};
/// unknown members are ignored.
/// \throws InputError with file, line and column if it is not such an object.
[[nodiscard]] Article json_article(std::string_view line, std::string file,
                                   std::size_t line_number);

/// The document of an article, as far as it can be read without a model: `tokens` have span and
/// form alone. Never fails: what is odd is in `diagnostics`. Reads 50,000 words and 200,000
/// lines of an article at most and says so where there are more. Complexity: linear in the text.
[[nodiscard]] Document read(const Article& article);

}  // namespace demarche::text
