// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "identity/identity.hpp"
#include "text/json_line.hpp"
#include "text/read.hpp"
#include "text/utf8.hpp"

#include <string>

namespace demarche::text {
Article json_article(std::string_view line, std::string file, std::size_t line_number) {
    const Place place{file, line_number};
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (line_number <= 1 && line.starts_with(byte_order_mark)) line.remove_prefix(3);
    const ValidText valid = repaired(line);
    const rapidjson::Document json = parsed(valid.text, place);
    Article article;
    article.name = string_of(string_member(json, "id", true, place));
    if (article.name.empty()) {
        refuse(place, 0, quoted("id") + " is empty. Give each article an id of its own.");
    }
    article.text = string_of(string_member(json, "text", true, place));
    article.title = string_of(string_member(json, "title", false, place));
    article.published = string_of(string_member(json, "published", false, place));
    article.url = string_of(string_member(json, "url", false, place));
    article.publisher = string_of(string_member(json, "publisher", false, place));
    article.sha256 = identity::sha256(article.text);
    if (valid.replaced > 0) {
        article.diagnostics.push_back(
            {{0, 0},
             "the line is not UTF-8 in " + std::to_string(valid.replaced) +
                 (valid.replaced == 1 ? " place" : " places") + ", replaced by U+FFFD"});
    }
    article.origin = file + ":" + std::to_string(line_number);
    return article;
}

}  // namespace demarche::text
