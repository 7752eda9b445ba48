// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Tags of an HTML page, as far as a parser needs them.
//
// The tokens are those of the WHATWG HTML standard (section 13.2.5): a tag opens with "<" and a
// letter, or "</" and a letter; a ">" in a quoted value does not end it; the text of a script or a
// style ends at its own end tag alone. Example, with a limit of two elements:
//
//     <div class=a><div><div id=b><p>Berg</div></b>   ->   <div><div><p>Berg
//
// The third <div> is deeper than the limit and its </div> ends nothing that is left, nor does </b>.
// Blocks of text stay apart below the limit: each begins, and what follows each begins, with "<p>".
//
// What ends what follows libxml2, whose stack of open elements this one shadows: an end tag does
// not reach over an element of a higher rank (</b> does not end the <div> it stands in), a <li>
// ends the <li> before it, "<path/>" ends itself.

#include "text/characters.hpp"
#include "text/page.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche::text {
namespace {

constexpr std::size_t deepest = 500;
constexpr std::size_t longest_name = 64;
/// Of a value in which metadata stands: addresses and descriptions are shorter.
constexpr std::size_t longest_value = 16'384;

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& table, std::string_view word) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

bool has_metadata(std::string_view element) {
    constexpr std::array<std::string_view, 4> elements = {"meta", "link", "time", "script"};
    return holds(elements, element);
}

bool holds_metadata(std::string_view attribute) {
    constexpr std::array<std::string_view, 8> attributes = {
        "property", "name", "itemprop", "content", "rel", "href", "datetime", "type"};
    return holds(attributes, attribute);
}

/// Elements that hold nothing, and those that a page has once.
bool is_uncounted(std::string_view element) {
    constexpr std::array<std::string_view, 17> elements = {
        "area", "base",  "br",     "col",   "embed", "hr",   "img",  "input", "link",
        "meta", "param", "source", "track", "wbr",   "html", "head", "body"};
    return holds(elements, element);
}

/// Elements whose text is a paragraph of its own.
bool is_block(std::string_view element) {
    constexpr std::array<std::string_view, 12> elements = {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote", "pre"};
    return holds(elements, element);
}

/// Whether the start of `element` ends `before`, if that is the last one open.
bool ends_before(std::string_view element, std::string_view before) {
    const auto is_cell = [](std::string_view name) { return name == "td" || name == "th"; };
    const auto is_part = [](std::string_view name) {
        return name == "thead" || name == "tbody" || name == "tfoot";
    };
    if (is_cell(element)) return is_cell(before);
    if (element == "tr") return is_cell(before) || before == "tr";
    if (is_part(element)) return is_cell(before) || before == "tr" || is_part(before);
    if (element == "dt" || element == "dd") return before == "dt" || before == "dd";
    return element == before && (element == "p" || element == "li" || element == "option");
}

bool is_raw_text(std::string_view element) {
    return element == "script" || element == "style";
}

/// libxml2's ranks (HTMLparser.c, htmlEndPriority).
int rank(std::string_view element) {
    if (element == "div") return 150;
    if (element == "td" || element == "th") return 160;
    if (element == "tr") return 170;
    if (element == "thead" || element == "tbody" || element == "tfoot") return 180;
    return element == "table" ? 190 : 100;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_ascii_letter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

class Tidying {
public:
    explicit Tidying(Page& page) : page_(page), in_(page.html) {}

    void run() {
        out_.reserve(in_.size());
        while (at_ < in_.size()) {
            const std::size_t open = std::min(in_.find('<', at_), in_.size());
            out_ += in_.substr(at_, open - at_);
            at_ = open;
            if (at_ < in_.size()) take_markup();
        }
        if (flattened_ > 0) {
            note(std::to_string(flattened_) + " elements deeper than " + std::to_string(deepest) +
                 " are left out, but for their text");
        }
        std::string tidied = std::move(out_);
        page_.html = std::move(tidied);
    }

private:
    void note(std::string message) { page_.diagnostics.push_back({{0, 0}, std::move(message)}); }

    [[nodiscard]] char next(std::size_t ahead) const {
        return at_ + ahead < in_.size() ? in_[at_ + ahead] : '\0';
    }

    void take_markup() {
        if (in_.substr(at_, 4) == "<!--") return take_comment();
        if (next(1) == '!' || next(1) == '?') return take_declaration();
        const bool ends = next(1) == '/';
        if (is_ascii_letter(next(ends ? 2 : 1))) return take_tag(ends);
        out_ += "&lt;";
        ++at_;
    }

    void take_comment() {
        // "<!-->" and "<!--->" are whole comments.
        const std::size_t end = in_.find("-->", at_ + 2);
        if (end == std::string_view::npos) return lose_rest("a comment");
        at_ = end + 3;
    }

    /// "<!DOCTYPE html>" alone tells a parser something.
    void take_declaration() {
        const std::size_t end = in_.find('>', at_);
        if (end == std::string_view::npos) return lose_rest("a declaration");
        const std::string_view whole = in_.substr(at_, end + 1 - at_);
        if (whole.size() < 200 && folded(whole).starts_with("<!doctype")) out_ += whole;
        at_ = end + 1;
    }

    void lose_rest(const std::string& what) {
        note(what + " that does not end takes the last " + std::to_string(in_.size() - at_) +
             " bytes of the page");
        at_ = in_.size();
    }

    void take_tag(bool ends) {
        std::size_t i = at_ + (ends ? 2 : 1);
        std::string name;
        for (; i < in_.size() && !is_blank(in_[i]) && in_[i] != '/' && in_[i] != '>'; ++i) {
            if (name.size() <= longest_name) name += lower(in_[i]);
        }
        Attributes attributes;
        attributes.wanted = !ends && has_metadata(name);
        if (!take_attributes(i, attributes)) return lose_rest("a tag");
        at_ = i;
        if (name.size() > longest_name) return;
        if (ends) return take_end(name);
        take_start(name, attributes);
    }

    struct Attributes {
        bool wanted = false;
        std::string text;               ///< those that are kept, as they stand in a tag
        std::vector<std::string> kept;  ///< their names
        bool slash = false;             ///< the tag ends itself
    };

    /// Goes from the end of a tag's name behind its ">"; false if there is none.
    bool take_attributes(std::size_t& i, Attributes& attributes) const {
        while (true) {
            attributes.slash = false;
            while (i < in_.size() && (is_blank(in_[i]) || in_[i] == '/')) {
                attributes.slash = in_[i++] == '/';
            }
            if (i >= in_.size()) return false;
            if (in_[i] == '>') {
                ++i;
                return true;
            }
            const std::size_t name_begin = i++;  // a "=" may begin a name
            while (i < in_.size() && !is_blank(in_[i]) && in_[i] != '/' && in_[i] != '>' &&
                   in_[i] != '=') {
                ++i;
            }
            const std::string_view name = in_.substr(name_begin, i - name_begin);
            while (i < in_.size() && is_blank(in_[i])) ++i;
            if (i >= in_.size() || in_[i] != '=') continue;
            ++i;
            while (i < in_.size() && is_blank(in_[i])) ++i;
            if (i >= in_.size()) return false;
            std::size_t value_begin = i;
            std::size_t value_end = i;
            const char mark = in_[i];
            if (mark == '"' || mark == '\'') {
                ++value_begin;
                value_end = in_.find(mark, value_begin);
                if (value_end == std::string_view::npos) return false;
                i = value_end + 1;
            } else {
                while (i < in_.size() && !is_blank(in_[i]) && in_[i] != '>') ++i;
                value_end = i;
            }
            if (attributes.wanted && value_end - value_begin <= longest_value &&
                name.size() < longest_name) {
                keep(name, in_.substr(value_begin, value_end - value_begin), mark, attributes);
            }
        }
    }

    /// Of an attribute that stands twice the first counts.
    static void keep(std::string_view name, std::string_view value, char mark,
                     Attributes& attributes) {
        std::string small(name);
        std::transform(small.begin(), small.end(), small.begin(), lower);
        auto& kept = attributes.kept;
        if (!holds_metadata(small) || std::find(kept.begin(), kept.end(), small) != kept.end()) {
            return;
        }
        // A value without marks may hold one.
        const char around = mark == '\'' || value.find('"') != std::string_view::npos ? '\'' : '"';
        if (value.find(around) != std::string_view::npos) return;
        attributes.text += " " + small + "=" + around + std::string(value) + around;
        kept.push_back(std::move(small));
    }

    void take_start(const std::string& name, const Attributes& attributes) {
        const bool counted = !is_uncounted(name) && !is_raw_text(name) && !attributes.slash;
        if (counted) {
            while (!open_.empty() && ends_before(name, open_.back())) open_.pop_back();
        }
        if (counted && open_.size() >= deepest) {
            ++left_out_[name];
            // A <p> ends the <p> before it, so paragraphs cost no depth.
            if (is_block(name)) {
                out_ += "<p>";
            } else {
                ++flattened_;
            }
            return;
        }
        out_ += "<" + name + attributes.text + (attributes.slash ? "/>" : ">");
        if (counted) open_.push_back(name);
        if (is_raw_text(name) && !attributes.slash) take_raw_text(name);
    }

    void take_raw_text(const std::string& name) {
        std::size_t end = at_;
        while (true) {
            end = in_.find("</", end);
            if (end == std::string_view::npos) {
                return lose_rest("a " + name);
            }
            const std::string_view tag = in_.substr(end + 2, name.size());
            const bool same = std::equal(tag.begin(), tag.end(), name.begin(), name.end(),
                                         [](char a, char b) { return lower(a) == b; });
            if (same) break;
            end += 2;
        }
        out_ += in_.substr(at_, end - at_);
        out_ += "</" + name + ">";
        at_ = end;
        std::size_t i = end + 2 + name.size();
        Attributes none;
        if (!take_attributes(i, none)) return lose_rest("a tag");
        at_ = i;
    }

    void take_end(const std::string& name) {
        if (is_uncounted(name)) {
            out_ += "</" + name + ">";
            return;
        }
        // Of those left out it is not known which one ends.
        if (const auto left_out = left_out_.find(name);
            left_out != left_out_.end() && left_out->second > 0) {
            --left_out->second;
            if (is_block(name)) out_ += "<p>";
            return;
        }
        std::size_t found = open_.size();
        const int own = rank(name);
        while (found > 0 && open_[found - 1] != name) {
            if (rank(open_[found - 1]) > own) return;
            --found;
        }
        // "</p>" alone is an empty paragraph.
        if (found == 0 && name != "p") return;
        out_ += "</" + name + ">";
        if (found > 0) open_.resize(found - 1);
    }

    Page& page_;
    std::string_view in_;
    std::string out_;
    std::size_t at_ = 0;
    std::vector<std::string> open_;
    std::map<std::string, std::size_t> left_out_;  ///< of a name, without their end tags yet
    std::size_t flattened_ = 0;
};

}  // namespace

void tidy_tags(Page& page) {
    Tidying(page).run();
}

}  // namespace demarche::text
