// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// An HTML page to the text of its article; the only file that knows libxml2.
//
// The article is the element whose own paragraphs hold most text (a plain form of what readability
// tools do: each <p> counts for its parent, half of it for its grandparent), or the <article> that
// encloses it. Its headings, paragraphs and list items become paragraphs of the text, separated by
// blank lines, white space folded; the page's <h1> goes first. Scripts, navigation, forms, asides
// and the page's head and foot are left out.
// Limits: pages that bring their text by script have none here.

#include "core/error.hpp"
#include "identity/identity.hpp"
#include "text/characters.hpp"
#include "text/entities.hpp"
#include "text/page.hpp"
#include "text/read.hpp"
#include "text/utf8.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <memory>
#include <new>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace demarche::text {
namespace {

struct FreeDocument {
    void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};
using Tree = std::unique_ptr<xmlDoc, FreeDocument>;

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string_view name(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view();
}

std::string attribute(const xmlNode* node, const char* key) {
    for (const xmlAttr* found = node->properties; found != nullptr; found = found->next) {
        if (view(found->name) != key || found->children == nullptr) continue;
        return std::string(view(found->children->content));
    }
    return {};
}

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& table, std::string_view word) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

bool is_left_out(const xmlNode* node) {
    constexpr std::array<std::string_view, 17> names = {
        "script", "style",  "nav",    "form",   "aside", "footer", "noscript", "iframe",  "svg",
        "button", "select", "figure", "object", "video", "audio",  "head",     "textarea"};
    return holds(names, name(node));
}

bool is_block(const xmlNode* node) {
    constexpr std::array<std::string_view, 12> names = {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "dd", "dt"};
    return holds(names, name(node));
}

/// The node after `node` in reading order, below `root`; past its children if `skip`.
xmlNode* following(xmlNode* node, const xmlNode* root, bool skip) {
    if (!skip && node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
    while (node != root && node->next == nullptr) node = node->parent;
    return node == root || node == nullptr ? nullptr : node->next;
}

/// Text below `node` with white space folded; what is left out of an article is left out here.
std::string text_of(xmlNode* node) {
    std::string result;
    bool gap = false;
    for (xmlNode* at = node; at != nullptr;) {
        const bool skip = at != node && is_left_out(at);
        if (name(at) == "br" || (at != node && is_block(at))) gap = true;
        const bool characters = at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE;
        const std::string_view content = characters ? view(at->content) : std::string_view();
        for (std::size_t i = 0; i < content.size();) {
            const Character character = character_at(content, i);
            i = character.end;
            if (is_space(character.c)) {
                gap = true;
                continue;
            }
            if (gap && !result.empty()) result += ' ';
            gap = false;
            result += content.substr(character.begin, character.end - character.begin);
        }
        at = following(at, node, skip);
    }
    return result;
}

/// What the page says of itself, by the names under which it may say it, best first.
struct Metadata {
    std::unordered_map<std::string, std::string> values;

    template <std::size_t n>
    [[nodiscard]] std::string first(const std::array<const char*, n>& keys) const {
        for (const char* key : keys) {
            const auto found = values.find(key);
            if (found != values.end() && !found->second.empty()) return found->second;
        }
        return {};
    }
};

/// The value of "datePublished" and the like in a script of linked data.
std::string linked_data_value(std::string_view script, std::string_view key) {
    const std::size_t found = script.find("\"" + std::string(key) + "\"");
    if (found == std::string_view::npos) return {};
    const std::size_t open = script.find('"', script.find(':', found));
    if (open == std::string_view::npos) return {};
    const std::size_t close = script.find('"', open + 1);
    if (close == std::string_view::npos || close - open > 60) return {};
    return std::string(script.substr(open + 1, close - open - 1));
}

Metadata metadata_of(xmlNode* root) {
    Metadata found;
    const auto keep = [&](const std::string& key, const std::string& value) {
        if (!key.empty() && !value.empty()) found.values.emplace(folded(key), value);
    };
    for (xmlNode* node = root; node != nullptr; node = following(node, root, false)) {
        const std::string_view tag = name(node);
        if (tag == "meta") {
            for (const char* key : {"property", "name", "itemprop"}) {
                keep(attribute(node, key), attribute(node, "content"));
            }
        } else if (tag == "link" && attribute(node, "rel") == "canonical") {
            keep("canonical", attribute(node, "href"));
        } else if (tag == "title" && !found.values.contains("<title>")) {
            keep("<title>", text_of(node));
        } else if (tag == "h1" && !found.values.contains("<h1>")) {
            keep("<h1>", text_of(node));
        } else if (tag == "time") {
            keep("<time>", attribute(node, "datetime"));
        } else if (tag == "script" && attribute(node, "type") == "application/ld+json" &&
                   node->children != nullptr) {
            keep("ld:datepublished",
                 linked_data_value(view(node->children->content), "datePublished"));
        }
    }
    return found;
}

/// The element that holds most of the page's running text.
xmlNode* article_element(xmlNode* root) {
    std::unordered_map<xmlNode*, std::size_t> scores;
    xmlNode* best = nullptr;
    for (xmlNode* node = root; node != nullptr;) {
        const bool skip = node != root && is_left_out(node);
        if (!skip && name(node) == "p" && node->parent != nullptr) {
            const std::size_t length = text_of(node).size();
            xmlNode* parent = node->parent;
            const auto credit = [&](xmlNode* holder, std::size_t points) {
                if (holder == nullptr || holder->type != XML_ELEMENT_NODE) return;
                std::size_t& score = scores[holder];
                score += points;
                if (best == nullptr || score > scores[best]) best = holder;
            };
            credit(parent, length);
            credit(parent->parent, length / 2);
        }
        node = following(node, root, skip);
    }
    if (best == nullptr) return root;
    for (xmlNode* node = best; node != nullptr; node = node->parent) {
        if (name(node) == "article") return node;
    }
    return best;
}

std::string article_text(xmlNode* element, const std::string& heading) {
    std::string text = heading;
    const auto add = [&](const std::string& paragraph) {
        if (paragraph.empty() || paragraph == heading) return;
        if (!text.empty()) text += "\n\n";
        text += paragraph;
    };
    bool blocks = false;
    for (xmlNode* node = element; node != nullptr;) {
        const bool out = node != element && is_left_out(node);
        const bool block = !out && is_block(node);
        if (block) add(text_of(node));
        blocks = blocks || block;
        node = following(node, element, out || block);
    }
    if (!blocks) add(text_of(element));
    return text;
}

/// Keeps the first thing that the parser gave up on. `context` is the parser's own.
void note_loss(void* context, xmlErrorPtr error) {
    auto* const parser = static_cast<htmlParserCtxtPtr>(context);
    auto* const loss = static_cast<std::string*>(parser->_private);
    if (error->level == XML_ERR_FATAL && loss->empty() && error->message != nullptr) {
        *loss = trimmed(error->message);
    }
}

struct FreeParser {
    void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

Tree parsed(const std::string& html, const std::string& origin,
            std::vector<Diagnostic>& diagnostics) {
    // libxml2 must be set up once before several threads parse.
    static const bool ready = (xmlInitParser(), true);
    static_cast<void>(ready);
    if (html.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        throw InputError(origin, "is larger than 2 GB. Give one article a file.");
    }
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
    if (!parser) throw std::bad_alloc();
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                            HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
    std::string loss;
    parser->_private = &loss;
    parser->sax->serror = note_loss;
    // Without it text ends at 256 elements' depth and at 10 MB. The tags were bounded before.
    parser->options |= XML_PARSE_HUGE;
    Tree tree(htmlCtxtReadMemory(parser.get(), html.data(), static_cast<int>(html.size()), nullptr,
                                 "UTF-8", options));
    if (!tree || xmlDocGetRootElement(tree.get()) == nullptr) {
        throw InputError(origin, "is not an HTML page. Give the article as plain text in UTF-8.");
    }
    if (!loss.empty()) {
        diagnostics.push_back({{0, 0}, "the page is not read whole: " + loss});
    }
    return tree;
}

}  // namespace

Article html_article(std::string_view bytes, std::string name, std::string origin) {
    Page page = decoded_page(bytes);
    tidy_tags(page);
    const Tree tree = parsed(page.html, origin, page.diagnostics);
    xmlNode* root = xmlDocGetRootElement(tree.get());
    const Metadata found = metadata_of(root);
    constexpr std::array<const char*, 4> titles = {"<h1>", "og:title", "twitter:title", "<title>"};
    constexpr std::array<const char*, 12> dates = {"article:published_time",
                                                   "datepublished",
                                                   "ld:datepublished",
                                                   "date",
                                                   "pubdate",
                                                   "publishdate",
                                                   "dc.date",
                                                   "dc.date.issued",
                                                   "dcterms.created",
                                                   "sailthru.date",
                                                   "og:published_time",
                                                   "<time>"};
    constexpr std::array<const char*, 4> publishers = {"og:site_name", "publisher", "dc.publisher",
                                                       "application-name"};
    constexpr std::array<const char*, 3> urls = {"canonical", "og:url", "twitter:url"};
    Article article;
    article.name = std::move(name);
    article.origin = std::move(origin);
    article.sha256 = identity::sha256(bytes);
    article.title = found.first(titles);
    article.published = found.first(dates);
    article.publisher = found.first(publishers);
    article.url = found.first(urls);
    const auto heading = found.values.find("<h1>");
    const std::string headline = heading == found.values.end() ? article.title : heading->second;
    article.text = article_text(article_element(root), headline);
    for (std::string* text :
         {&article.text, &article.title, &article.published, &article.publisher, &article.url}) {
        if (!is_utf8(*text)) *text = repaired(*text).text;
    }
    article.diagnostics = std::move(page.diagnostics);
    return article;
}

bool looks_like_html(std::string_view bytes) {
    const std::string start = folded(trimmed(repaired(bytes.substr(0, 512)).text));
    return start.starts_with("<!doctype html") || start.starts_with("<html") ||
           (start.starts_with("<?xml") && start.find("<html") != std::string::npos);
}

Entity entity_at(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 12;  // "&thetasym;", "&#x1F1E6;"
    const std::size_t end = text.substr(at, longest).find(';');
    if (end == std::string_view::npos || end < 3) return {};
    std::string_view inner = text.substr(at + 1, end - 1);
    const std::size_t length = end + 1;
    if (inner.front() == '#') {
        inner.remove_prefix(1);
        const bool hex = !inner.empty() && (inner.front() == 'x' || inner.front() == 'X');
        if (hex) inner.remove_prefix(1);
        unsigned value = 0;
        const auto [stop, error] =
            std::from_chars(inner.data(), inner.data() + inner.size(), value, hex ? 16 : 10);
        const bool whole = error == std::errc() && stop == inner.data() + inner.size();
        const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
        if (!whole || value == 0 || value > 0x10FFFF || surrogate) return {};
        return {length, static_cast<UChar32>(value)};
    }
    const std::string key(inner);
    if (key == "apos") return {length, '\''};
    const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(key.c_str()));
    if (known == nullptr) return {};
    return {length, static_cast<UChar32>(known->value)};
}

}  // namespace demarche::text
