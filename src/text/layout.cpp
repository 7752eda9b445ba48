// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Paragraphs of a news page, and what each is.
//
// Lines are grouped into blocks by blank lines. Whether the lines of a block are one paragraph or
// several is decided for the whole article: where lines are filled to about the same width, a line
// ends its paragraph only if the first word of the next one would still have found room; else each
// line is a paragraph, unless the next one starts with a small letter in mid-sentence. Lines that
// are recognised by themselves (datelines, bylines, image marks, ...) always stand alone.
//
//   S. Korea seeks input in guidelines          headline: first, short, no full stop
//   Posted on : 2013-10-28 16:11 KST            dateline
//   Seoul says, “A division of roles ...”       subhead: short, no full stop
//   [%%IMAGE1%%]                                image
//   By Park Hyun, Washington correspondent      byline
//   A senior official said ...                  body
//   Related stories                             navigation, and the short lines after it
//
// Limits: captions are known by their place under an image mark or by their credit only; a short
// line without full stop in the body counts as subhead, which is read, so that nothing is lost.

#include "text/layout.hpp"

#include "identity/identity.hpp"
#include "text/boilerplate.hpp"
#include "text/bylines.hpp"
#include "text/characters.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::text {
namespace {

constexpr std::size_t most_lines = 200'000;
constexpr std::size_t widest_filled_line = 130;  ///< code points; wider lines are not wrapped ones
constexpr std::size_t most_headline_words = 25;
constexpr std::size_t most_subhead_words = 25;
constexpr std::size_t fewest_body_words = 9;  ///< a sentence that ends a list of links
constexpr std::size_t longest_short_line = 1000;

/// A line that is not blank, without the white space around it.
struct Line {
    Span span;
    std::size_t block = 0;
    std::size_t width = 0;  ///< code points
    bool indented = false;
    bool headed = false;                ///< a list of links starts here
    std::optional<ParagraphKind> kind;  ///< where the line tells by itself
};

class Layout {
public:
    Layout(const Article& article, Document& document)
        : article_(article), document_(document), text_(document.text) {}

    void run() {
        read_lines();
        for (Line& line : lines_) recognise(line);
        mark_captions();
        join_lines();
        mark_navigation();
        mark_headline();
        mark_subheads();
        read_metadata();
    }

private:
    [[nodiscard]] std::string_view at(Span span) const {
        return text_.substr(span.begin, span.size());
    }

    void read_lines() {
        std::size_t block = 0;
        bool blank = false;
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t start = at;
            std::size_t end = at;
            std::size_t width = 0;
            while (at < text_.size()) {
                const Character character = character_at(text_, at);
                at = character.end;
                if (is_line_end(character.c)) {
                    const bool pair = character.c == '\r' && at < text_.size() && text_[at] == '\n';
                    if (pair) ++at;
                    break;
                }
                ++width;
                end = at;
            }
            const std::string_view content = trimmed(text_.substr(start, end - start));
            if (content.empty()) {
                blank = true;
                continue;
            }
            if (blank) ++block;
            blank = false;
            if (lines_.size() >= most_lines) {
                const Span rest = {start, text_.size()};
                document_.diagnostics.push_back(
                    {rest, "more than " + std::to_string(most_lines) +
                               " lines; what follows is not read. Split the file by articles."});
                return;
            }
            const auto begin = static_cast<std::size_t>(content.data() - text_.data());
            Line line;
            line.span = {begin, begin + content.size()};
            line.block = block;
            line.width = width;
            line.indented = begin > start;
            lines_.push_back(line);
        }
    }

    void recognise(Line& line) {
        const std::string_view content = at(line.span);
        switch (boilerplate(content)) {
            case Boilerplate::none: break;
            case Boilerplate::image: line.kind = ParagraphKind::image; return;
            case Boilerplate::contact: line.kind = ParagraphKind::contact; return;
            case Boilerplate::navigation: line.kind = ParagraphKind::navigation; return;
            case Boilerplate::heading:
                line.kind = ParagraphKind::navigation;
                line.headed = true;
                return;
        }
        if (const auto dateline = read_dateline(content)) {
            line.kind = ParagraphKind::dateline;
            keep(published_, dateline->published);
            keep(modified_, dateline->modified);
        } else if (const auto byline = read_byline(content)) {
            line.kind = ParagraphKind::byline;
            keep(published_, byline->published);
            for (const Author& author : byline->authors) {
                auto& authors = document_.authors;
                if (std::find(authors.begin(), authors.end(), author) == authors.end()) {
                    authors.push_back(author);
                }
            }
        }
    }

    static void keep(std::string& place, const std::string& value) {
        if (place.empty()) place = value;
    }

    /// A short line right under an image mark, in the same block.
    void mark_captions() {
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            Line& line = lines_[i];
            const Line& above = lines_[i - 1];
            const bool under_mark = above.kind == ParagraphKind::image &&
                                    above.block == line.block && at(above.span).starts_with("[");
            if (under_mark && !line.kind && line.width <= 300) line.kind = ParagraphKind::image;
        }
    }

    /// Whether lines `i` and `i` + 1 could be of one paragraph.
    [[nodiscard]] bool may_join(std::size_t i) const {
        if (i + 1 >= lines_.size()) return false;
        const Line& line = lines_[i];
        const Line& next = lines_[i + 1];
        return line.block == next.block && !line.kind && !next.kind && !is_bullet(at(next.span));
    }

    [[nodiscard]] static bool is_bullet(std::string_view content) {
        const Character first = character_at(content, 0);
        const bool mark = first.c == 0x2022 || first.c == '*' || first.c == '-' ||
                          first.c == 0x2013 || first.c == 0x25CF || first.c == 0x25AA ||
                          first.c == 0xB7;
        return mark && first.end < content.size() && is_space(character_at(content, first.end).c);
    }

    /// The width lines are filled to, 0 if the article is not wrapped.
    [[nodiscard]] std::size_t filled_width() const {
        std::size_t widest = 0;
        std::size_t count = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!may_join(i)) continue;
            widest = std::max(widest, lines_[i].width);
            ++count;
        }
        if (count == 0 || widest > widest_filled_line || widest < 30) return 0;
        std::size_t filled = 0;
        std::size_t ended = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!may_join(i)) continue;
            filled += lines_[i].width * 10 >= widest * 7;
            ended += ends_like_sentence(at(lines_[i].span));
        }
        return filled * 10 >= count * 7 && ended * 10 <= count * 6 ? widest : 0;
    }

    [[nodiscard]] std::size_t width_of_first_word(const Line& line) const {
        std::size_t width = 0;
        for (std::size_t i = line.span.begin; i < line.span.end;) {
            const Character character = character_at(text_, i);
            if (is_space(character.c)) break;
            i = character.end;
            ++width;
        }
        return width;
    }

    /// Whether line `i` + 1 goes on with the paragraph of line `i`.
    [[nodiscard]] bool goes_on(std::size_t i, std::size_t filled) const {
        const Line& line = lines_[i];
        const Line& next = lines_[i + 1];
        const bool small = is_lower(character_at(text_, next.span.begin).c);
        if (small && !ends_like_sentence(at(line.span))) return true;
        if (filled == 0 || (next.indented && !line.indented)) return false;
        return (line.width + 1 + width_of_first_word(next)) * 10 > filled * 9;
    }

    void join_lines() {
        const std::size_t filled = filled_width();
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Line& line = lines_[i];
            if (i > 0 && may_join(i - 1) && goes_on(i - 1, filled)) {
                document_.paragraphs.back().span.end = line.span.end;
            } else {
                document_.paragraphs.push_back(
                    {line.span, line.kind.value_or(ParagraphKind::body), 0, 0});
                headed_.push_back(line.headed);
            }
        }
    }

    [[nodiscard]] std::string_view at(const Paragraph& paragraph) const {
        return at(paragraph.span);
    }

    [[nodiscard]] static std::size_t count_words(std::string_view content) {
        std::size_t words = 0;
        bool in_word = false;
        for (std::size_t i = 0; i < content.size();) {
            const Character character = character_at(content, i);
            i = character.end;
            const bool part = !is_space(character.c) && !is_invisible(character.c);
            words += part && !in_word;
            in_word = part;
        }
        return words;
    }

    [[nodiscard]] static bool is_short(std::string_view content, std::size_t words) {
        return content.size() <= longest_short_line && count_words(content) <= words;
    }

    /// The last character that is no closing mark.
    [[nodiscard]] static UChar32 last_character(std::string_view content) {
        std::size_t end = content.size();
        while (end > 0) {
            const Character character = character_before(content, end);
            if (!is_closer(character.c) && !is_space(character.c)) return character.c;
            end = character.begin;
        }
        return 0;
    }

    [[nodiscard]] static bool ends_like_sentence(std::string_view content) {
        const UChar32 last = last_character(content);
        return last == '.' || last == '?' || last == '!' || last == ':' || last == 0x2026 ||
               last == 0x3002 || last == ';';
    }

    /// After "Related stories", short lines are links, until a paragraph of running text.
    void mark_navigation() {
        bool in_list = false;
        for (std::size_t i = 0; i < document_.paragraphs.size(); ++i) {
            Paragraph& paragraph = document_.paragraphs[i];
            if (headed_[i]) in_list = true;
            if (!in_list || paragraph.kind != ParagraphKind::body) continue;
            const std::string_view content = at(paragraph);
            const bool sentence =
                last_character(content) == '.' && !is_short(content, fewest_body_words - 1);
            if (sentence || !is_short(content, most_headline_words)) {
                in_list = false;
            } else {
                paragraph.kind = ParagraphKind::navigation;
            }
        }
    }

    [[nodiscard]] static bool has_letter(std::string_view content) {
        for (std::size_t i = 0; i < content.size();) {
            const Character character = character_at(content, i);
            if (is_letter(character.c)) return true;
            i = character.end;
        }
        return false;
    }

    /// Most long words with capitals: a headline that a collection has given a full stop.
    [[nodiscard]] static bool is_title_case(std::string_view content) {
        std::size_t words = 0;
        std::size_t capitals = 0;
        for (std::size_t i = 0; i < content.size();) {
            const std::size_t space = std::min(content.find(' ', i), content.size());
            const std::string_view word = content.substr(i, space - i);
            if (word.size() >= 4) {
                ++words;
                capitals += is_upper(character_at(word, 0).c);
            }
            i = space + 1;
        }
        return words >= 3 && capitals * 10 >= words * 8;
    }

    [[nodiscard]] bool is_headline(const Paragraph& paragraph) const {
        const std::string_view content = at(paragraph);
        if (!has_letter(content) || !is_short(content, most_headline_words)) return false;
        if (!article_.title.empty()) return same_words(content, article_.title);
        const UChar32 last = last_character(content);
        if (last == '.') return is_title_case(content) && document_.paragraphs.size() > 2;
        return last != ':' && last != ',';
    }

    [[nodiscard]] static bool same_words(std::string_view left, std::string_view right) {
        if (right.size() > 2 * longest_short_line) return false;
        return identity::normalised(left) == identity::normalised(right);
    }

    void mark_headline() {
        for (Paragraph& paragraph : document_.paragraphs) {
            if (paragraph.kind != ParagraphKind::body) continue;
            if (is_headline(paragraph)) paragraph.kind = ParagraphKind::headline;
            return;
        }
    }

    void mark_subheads() {
        for (Paragraph& paragraph : document_.paragraphs) {
            if (paragraph.kind != ParagraphKind::body) continue;
            const std::string_view content = at(paragraph);
            if (!is_short(content, most_subhead_words) || !has_letter(content)) continue;
            const UChar32 last = last_character(content);
            const bool open_end = last == ',' || last == 0x2014 || last == '-';
            if (!ends_like_sentence(content) && !open_end && !is_bullet(content)) {
                paragraph.kind = ParagraphKind::subhead;
            }
        }
    }

    void read_metadata() {
        document_.title = article_.title;
        for (const Paragraph& paragraph : document_.paragraphs) {
            if (!document_.title.empty() || paragraph.kind != ParagraphKind::headline) continue;
            document_.title = at(paragraph);
        }
        document_.modified = modified_;
        if (!article_.published.empty()) {
            document_.published = iso_date(article_.published);
            if (document_.published.empty()) {
                document_.diagnostics.push_back({{0, 0},
                                                 "published '" + article_.published +
                                                     "' is not a date. Write it as 2013-10-28 or "
                                                     "2013-10-28T16:11+09:00."});
            }
        }
        keep(document_.published, published_);
        for (const Paragraph& paragraph : document_.paragraphs) {
            if (!document_.published.empty()) break;
            if (paragraph.kind != ParagraphKind::body) continue;
            document_.published = leading_date(at(paragraph));
            break;
        }
    }

    const Article& article_;
    Document& document_;
    std::string_view text_;
    std::vector<Line> lines_;
    std::vector<bool> headed_;  ///< for each paragraph: a list of links starts here
    std::string published_;
    std::string modified_;
};

}  // namespace

void lay_out(const Article& article, Document& document) {
    Layout(article, document).run();
}

}  // namespace demarche::text
