#pragma once

#include "core/article.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// Bytes of an article to a Document: metadata, paragraphs, sentences, tokens, quotations.
namespace demarche::text {

/// A plain-text article: checks UTF-8 (a bad byte becomes U+FFFD, with a diagnostic), drops a byte
/// order mark, keeps everything else so that offsets stay those of the file.
/// `name` is the article's id, `origin` the file's name for messages.
/// \throws InputError if the bytes are not text at all (binary).
[[nodiscard]] Article plain_article(std::string_view bytes, std::string name, std::string origin);

/// One line of a JSON Lines input: {"id", "text", "title"?, "published"?, "url"?, "publisher"?};
/// unknown members are ignored.
/// \throws InputError with file, line and column if it is not such an object.
[[nodiscard]] Article json_article(std::string_view line, std::string file, std::size_t line_number);

/// The document of an article, as far as it can be read without a model: `tokens` have span and
/// form alone. Never fails: what is odd is in `diagnostics`.
[[nodiscard]] Document read(const Article& article);

}  // namespace demarche::text
