// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// How wide text is on a screen, and what of it may be shown there.
//
// Text of articles may hold control characters, by which it could clear the screen or colour it,
// and characters that turn the direction of writing, by which it could show words in another order
// than they have (Boucher and Anderson, Trojan Source, 2021). Each becomes U+FFFD, so that it is
// seen that something was there: ESC [ 2 J is shown as U+FFFD and "[2J".
//
// Widths are Unicode's: wide and full-width characters (UAX #11) take two columns, marks and format
// characters none. Lines are broken at spaces, words only where they are longer than a line.
//
// Limits: of a joined emoji every part is counted. for_terminal lets the program's own colours pass
// whoever wrote them, so words of articles go through shown() first. Tested by
// tests/cli/answers_test.cpp and tests/cli/golden_test.cpp (golden/terminal.txt).

#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace demarche::cli {

namespace {

constexpr std::size_t default_width = 100;
constexpr std::size_t narrowest = 20;

/// The code point at `at`, which moves behind it; U+FFFD where the bytes are none.
UChar32 next(std::string_view text, std::size_t& at) {
    UChar32 point = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    U8_NEXT_OR_FFFD(bytes, at, text.size(), point);
    return point;
}

std::size_t width_of(UChar32 point) {
    const auto type = u_charType(point);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
    const auto width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Control characters, and marks and overrides of the direction of writing.
bool steers(UChar32 point) {
    return u_charType(point) == U_CONTROL_CHAR || point == 0x061C || point == 0x200E ||
           point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

constexpr std::string_view replacement = "\uFFFD";

/// The character at `at`, which moves behind it, as it may be shown.
std::string_view harmless(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    const UChar32 point = next(text, at);
    return point == 0xFFFD || steers(point) ? replacement : text.substr(begin, at - begin);
}

/// The colours of heads and marked words.
constexpr std::array<std::string_view, 5> own_colours = {"\x1B[0m", "\x1B[1m", "\x1B[1;34m",
                                                         "\x1B[1;35m", "\x1B[32m"};

bool set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

/// Breaks one word into pieces of at most `width` columns.
void break_word(std::string_view word, std::size_t width, std::vector<std::string>& lines) {
    std::size_t used = 0;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        const std::size_t columns = width_of(next(word, at));
        if (used > 0 && used + columns > width) {
            lines.emplace_back();
            used = 0;
        }
        lines.back() += word.substr(begin, at - begin);
        used += columns;
    }
}

}  // namespace

std::size_t screen_width() {
    std::size_t columns = 0;
    if (const char* value = std::getenv("COLUMNS")) {
        std::from_chars(value, value + std::strlen(value), columns);
    }
    struct winsize size = {};
    if (columns == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
    if (columns == 0) columns = default_width;
    return columns < narrowest ? narrowest : columns;
}

bool colours_wanted() {
    const char* kind = std::getenv("TERM");
    const bool dumb = kind != nullptr && std::string_view(kind) == "dumb";
    return output_is_terminal() && !set("NO_COLOR") && !dumb;
}

bool output_is_terminal() {
    return isatty(STDOUT_FILENO) != 0;
}

bool progress_wanted() {
    return isatty(STDERR_FILENO) != 0;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) width += width_of(next(text, at));
    return width;
}

std::string shown(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\n' || text[at] == '\r' || text[at] == '\t') {
            result += ' ';
            ++at;
        } else {
            result += harmless(text, at);
        }
    }
    return result;
}

std::string for_terminal(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        std::size_t kept = rest.starts_with("\r\n")             ? 2
                           : rest[0] == '\n' || rest[0] == '\t' ? 1
                                                                : 0;
        for (const std::string_view colour : own_colours) {
            if (rest.starts_with(colour)) kept = colour.size();
        }
        if (kept > 0) {
            result += rest.substr(0, kept);
            at += kept;
        } else {
            result += harmless(text, at);
        }
    }
    return result;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines(1);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        at = end + 1;
        if (word.empty()) continue;
        const std::size_t used = display_width(lines.back());
        const std::size_t columns = display_width(word);
        if (used > 0 && used + 1 + columns > width) {
            lines.emplace_back();
        } else if (used > 0) {
            lines.back() += ' ';
        }
        if (columns <= width) {
            lines.back() += word;
        } else {
            break_word(word, width, lines);
        }
    }
    return lines;
}

}  // namespace demarche::cli
