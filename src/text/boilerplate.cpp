// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Lines of a news page that belong to the page, told by closed lists of phrases, which were chosen
// by hand from the pages of English-language news and are in lower case.
//
// The kinds are asked in this order, as an address says more than how a line begins:
//
//     Anna Berg, anna@oslo.example, writes on ports     contact: an address and few words
//     Photo by Anna Berg                                image
//     >> Related stories:                               heading, once the marks around it are gone
//     Read more: Riga wins the cup                      navigation
//     Read more books, she said to her class.           none
//
// Beginnings of navigation count in lines of 20 words at most, those of images in 60: a long
// paragraph that happens to begin so is the article's.
//
// Limits: English alone; "Copyright law is old." is taken for a notice. What is short and follows a
// heading is for the layout to judge (layout.cpp). Tested by tests/text/layout_test.cpp.

#include "text/boilerplate.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace demarche::text {
namespace {

constexpr std::size_t longest_line = 400;
constexpr std::size_t most_words = 20;

/// Headings of lists of links.
constexpr std::string_view headings[] = {
    "related",
    "related stories",
    "related articles",
    "related news",
    "related content",
    "related coverage",
    "related topics",
    "related links",
    "most viewed",
    "most viewed articles",
    "most read",
    "most popular",
    "most shared",
    "most commented",
    "editor's picks",
    "editors' picks",
    "recommended",
    "recommended for you",
    "recommended stories",
    "trending",
    "trending now",
    "more stories",
    "more news",
    "more on this story",
    "top stories",
    "popular articles",
    "latest news",
    "you may also like",
    "you might also like",
    "around the web",
    "from the web",
    "see also",
    "more from this author",
    "latest stories",
    "sponsored links",
};

/// Whole lines.
constexpr std::string_view lines[] = {
    "advertisement",
    "advertising",
    "ad",
    "sponsored",
    "sponsored content",
    "share",
    "share this",
    "tweet",
    "facebook",
    "twitter",
    "email",
    "e-mail",
    "print",
    "comments",
    "comment",
    "leave a comment",
    "subscribe",
    "sign up",
    "log in",
    "sign in",
    "read more",
    "read more here",
    "continue reading",
    "read the rest here",
    "home",
    "back to top",
    "skip to main content",
    "menu",
    "copy link",
    "whatsapp",
    "linkedin",
    "play video",
    "watch",
    "listen",
    "gallery",
    "story continues below",
    "story continues below advertisement",
    "article continues below",
    "view comments",
    "show comments",
    "loading...",
    "close",
    "next",
    "previous",
    "follow us",
    "newsletter",
    "read the full story here",
};

/// Beginnings of lines that are navigation whatever follows.
constexpr std::string_view beginnings[] = {
    "read more:",
    "read also:",
    "also read:",
    "see also:",
    "related:",
    "more:",
    "watch:",
    "listen:",
    "share this ",
    "share on ",
    "share via ",
    "click here",
    "button that ",
    "sign up for ",
    "sign up to ",
    "subscribe to ",
    "subscribe for ",
    "subscribe now",
    "follow us on ",
    "like us on ",
    "all rights reserved",
    "copyright ",
    "\u00A9",
    "(c) ",
    "skip to ",
    "tags:",
    "topics:",
    "filed under",
    "download our app",
    "more from ",
    "recommended:",
    "don't miss:",
    "get our ",
    "this material may not be published",
    "read next:",
    "most read:",
    "keywords:",
};

constexpr std::string_view contact_beginnings[] = {
    "please direct questions",
    "please direct any questions",
    "please send comments",
    "please send questions",
    "please send your",
    "contact the writer",
    "contact the reporter",
    "contact the author",
    "contact us",
    "contact:",
    "email:",
    "e-mail:",
    "write to the author",
    "write to us",
    "send tips to",
    "send your tips",
    "send comments to",
    "send your comments",
    "got a tip",
    "have a tip",
    "reach the reporter",
    "reach the author",
    "the writer can be reached",
    "the author can be reached",
    "the reporter can be reached",
    "for more information, contact",
    "tel:",
    "phone:",
};

constexpr std::string_view image_beginnings[] = {
    "[image",     "[photo",      "[%%image",       "<image",    "[video",       "[caption",
    "photo:",     "photo by ",   "photos by ",     "image:",    "image by ",    "caption:",
    "file photo", "photograph:", "photograph by ", "picture:",  "photo credit", "image credit",
    "credit:",    "(photo by ",  "(ap photo",      "(reuters/", "(afp photo",   "(file photo",
    "(photo:",    "(image:",
};

constexpr std::string_view image_endings[] = {
    "/getty images", "getty images", "(ap photo)",        "(afp)",   "(reuters)", "(yonhap news)",
    "/ap photo",     "(file photo)", "via getty images)", "via ap)", "/reuters",  "/pa)",
    "pa wire",       "pa wire)",     "/reuters)",         "/ap)",    "/afp)",
};

template <std::size_t n>
bool equals_any(const std::string& line, const std::string_view (&table)[n]) {
    return std::find(std::begin(table), std::end(table), line) != std::end(table);
}

template <std::size_t n>
bool begins_with_any(const std::string& line, const std::string_view (&table)[n]) {
    return std::any_of(std::begin(table), std::end(table),
                       [&](std::string_view known) { return line.starts_with(known); });
}

std::size_t count_words(const std::string& line) {
    return static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

/// Without marks that pages put round their headings: "Related stories:", ">> Read more".
std::string bare(std::string line) {
    const std::string_view marks = ":>\u00BB\u00AB<|*#-+.[]() \u2022\u25B6\u25BA\u203A";
    while (!line.empty() && marks.find(line.back()) != std::string_view::npos) line.pop_back();
    const std::size_t start =
        line.find_first_not_of(":><|*#-+[]( \xC2\xBB\xE2\x80\xA2\x96\xB6\xBA");
    return start == std::string::npos ? std::string() : line.substr(start);
}

/// "name@example.org", with at most a few words around.
bool is_address_line(const std::string& line) {
    const std::size_t sign = line.find('@');
    if (sign == std::string::npos || sign == 0 || sign + 1 >= line.size()) return false;
    const auto is_part = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    };
    if (!is_part(line[sign - 1]) || !is_part(line[sign + 1])) return false;
    if (line.find('.', sign) == std::string::npos) return false;
    return count_words(line) <= 12 && line.find('"') == std::string::npos &&
           line.find("\u201C") == std::string::npos;
}

bool is_image(const std::string& line) {
    if (begins_with_any(line, image_beginnings)) {
        return count_words(line) <= 60;
    }
    return count_words(line) <= 60 &&
           std::any_of(std::begin(image_endings), std::end(image_endings),
                       [&](std::string_view known) { return line.ends_with(known); });
}

}  // namespace

Boilerplate boilerplate(std::string_view line) {
    if (line.size() > longest_line) return Boilerplate::none;
    const std::string small = folded(trimmed(line));
    if (small.empty()) return Boilerplate::none;
    if (begins_with_any(small, contact_beginnings) || is_address_line(small)) {
        return Boilerplate::contact;
    }
    if (is_image(small)) return Boilerplate::image;
    const std::string core = bare(small);
    if (equals_any(core, headings)) return Boilerplate::heading;
    if (equals_any(core, lines)) return Boilerplate::navigation;
    if (count_words(small) <= most_words && begins_with_any(small, beginnings)) {
        return Boilerplate::navigation;
    }
    return Boilerplate::none;
}

}  // namespace demarche::text
