// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The bytes of an HTML page to UTF-8.
//
// Labels are those of the WHATWG Encoding Standard (section 4.2) that news pages bear; ICU has a
// converter for each. That standard gives some labels to a larger encoding than their name says,
// since pages do: "gb2312" is GBK, "ascii" windows-1252. What of a label ICU does not know is read
// like a page without one.
//
// Limits: no encoding is guessed from the text, but for UTF-8 against windows-1252.

#include "text/characters.hpp"
#include "text/page.hpp"
#include "text/utf8.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace demarche::text {
namespace {

using namespace std::string_view_literals;

struct Label {
    std::string_view label;
    const char* converter;  ///< ICU's name
};

/// Where the standard and ICU's own aliases differ; all other labels are asked of ICU.
constexpr std::array<Label, 41> labels = {{
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ansi_x3.4-1968", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"x-user-defined", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"ms_kanji", "windows-31j"},
    {"windows-31j", "windows-31j"},
    {"gb2312", "gb18030"},
    {"gb_2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"chinese", "gb18030"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"ksc5601", "windows-949"},
    {"ksc_5601", "windows-949"},
    {"korean", "windows-949"},
    {"big5", "Big5-HKSCS"},
    {"big5-hkscs", "Big5-HKSCS"},
    {"x-x-big5", "Big5-HKSCS"},
    // A label that was read as ASCII is not of UTF-16.
    {"utf-16", "UTF-8"},
    {"utf-16le", "UTF-8"},
    {"utf-16be", "UTF-8"},
    {"unicode", "UTF-8"},
}};

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter opened(const char* name) {
    UErrorCode error = U_ZERO_ERROR;
    Converter converter(ucnv_open(name, &error));
    if (U_FAILURE(error) != 0) converter.reset();
    return converter;
}

/// ICU's name for a label, or none.
std::string converter_name(const std::string& label) {
    for (const Label& known : labels) {
        if (known.label == label) return known.converter;
    }
    if (label == "utf-8" || label == "utf8") return "UTF-8";
    // ICU knows more, such as UTF-7, in which a page could hide what it says.
    constexpr std::array<std::string_view, 11> families = {
        "iso-8859-", "iso8859-", "windows-125", "cp125",  "x-cp125", "koi8-r",
        "koi8-u",    "euc-jp",   "macintosh",   "ibm866", "gb18030"};
    const bool known =
        label.size() < 20 && std::any_of(families.begin(), families.end(),
                                         [&](auto family) { return label.starts_with(family); });
    std::string name = label.starts_with("x-cp") ? label.substr(2) : label;
    return known && opened(name.c_str()) ? name : std::string();
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// The value behind "charset" and "=" in a <meta> of the first 1,024 bytes; lower case, or empty.
/// Both forms have it: <meta charset=...> and content="text/html; charset=...".
std::string declared_label(std::string_view bytes) {
    const std::string start = folded(repaired(bytes.substr(0, 1024)).text);
    // XHTML may have it in its first line.
    const std::size_t line = start.starts_with("<?xml") ? start.find("?>") : std::string::npos;
    const std::size_t named =
        line == std::string::npos ? line : start.substr(0, line).find("encoding=");
    if (named != std::string::npos) {
        const std::size_t begin = named + "encoding="sv.size() + 1;
        const std::size_t end = start.find_first_of("\"'?", begin);
        if (end != std::string::npos && end > begin) return start.substr(begin, end - begin);
    }
    for (std::size_t at = start.find("<meta"); at != std::string::npos;
         at = start.find("<meta", at + 1)) {
        const std::string tag = start.substr(at, start.find('>', at) - at);
        std::size_t name = tag.find("charset");
        if (name == std::string::npos) continue;
        name += "charset"sv.size();
        while (name < tag.size() && is_blank(tag[name])) ++name;
        if (name >= tag.size() || tag[name] != '=') continue;
        ++name;
        while (name < tag.size() && (is_blank(tag[name]) || tag[name] == '"' || tag[name] == '\''))
            ++name;
        std::size_t end = name;
        while (end < tag.size() && !is_blank(tag[end]) && tag[end] != '"' && tag[end] != '\'' &&
               tag[end] != ';' && tag[end] != '/')
            ++end;
        if (end > name) return tag.substr(name, end - name);
    }
    return {};
}

/// Puts U+FFFD where bytes are none of the encoding, and counts that in `context`. (ICU's own puts
/// a control character for some.)
void replace_bytes(const void* context, UConverterToUnicodeArgs* arguments, const char*,
                   std::int32_t, UConverterCallbackReason reason, UErrorCode* error) {
    if (reason > UCNV_IRREGULAR) return;
    constexpr UChar replacement = 0xFFFD;
    *error = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, error);
    ++*static_cast<std::size_t*>(const_cast<void*>(context));
}

/// `bytes` by a converter of ICU; adds the number of U+FFFD that were put in to `replaced`.
std::string converted(std::string_view bytes, UConverter* from, std::size_t& replaced) {
    UErrorCode set = U_ZERO_ERROR;
    ucnv_setToUCallBack(from, replace_bytes, &replaced, nullptr, nullptr, &set);
    const Converter utf8 = opened("UTF-8");
    std::string text;
    std::array<char, 16384> room{};
    std::array<UChar, 4096> pivot{};
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    UBool reset = 1;
    while (true) {
        char* target = room.data();
        UErrorCode error = U_ZERO_ERROR;
        ucnv_convertEx(utf8.get(), from, &target, room.data() + room.size(), &source, end,
                       pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                       reset, 1, &error);
        text.append(room.data(), static_cast<std::size_t>(target - room.data()));
        reset = 0;
        if (error != U_BUFFER_OVERFLOW_ERROR) return text;
    }
}

/// Characters of more than one byte, but for those that were put in for bad ones.
std::size_t count_long(const ValidText& valid) {
    return static_cast<std::size_t>(
               std::count_if(valid.text.begin(), valid.text.end(),
                             [](char c) { return static_cast<unsigned char>(c) >= 0xC0U; })) -
           valid.replaced;
}

/// The name of the encoding of bytes that are not UTF-8.
std::string encoding_of(std::string_view bytes, const ValidText& as_utf8) {
    std::string name = converter_name(declared_label(bytes));
    if (!name.empty()) return name;
    return count_long(as_utf8) >= as_utf8.replaced ? "UTF-8" : "windows-1252";
}

}  // namespace

Page decoded_page(std::string_view bytes) {
    Page page;
    std::string encoding = "UTF-8";
    std::size_t replaced = 0;
    const auto convert = [&](std::string_view rest) {
        const Converter converter = opened(encoding.c_str());
        page.html = converted(rest, converter.get(), replaced);
    };
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) {
        encoding = bytes.starts_with("\xFF\xFE"sv) ? "UTF-16LE" : "UTF-16BE";
        convert(bytes.substr(2));
    } else {
        if (bytes.starts_with("\xEF\xBB\xBF"sv)) bytes.remove_prefix(3);
        ValidText as_utf8 = repaired(bytes);
        // Its bytes are all ASCII.
        const bool by_escapes = as_utf8.replaced == 0 && bytes.find("\x1B$"sv) != bytes.npos &&
                                declared_label(bytes) == "iso-2022-jp";
        if (by_escapes) encoding = "ISO-2022-JP";
        if (as_utf8.replaced > 0) encoding = encoding_of(bytes, as_utf8);
        if (encoding == "UTF-8") {
            page.html = std::move(as_utf8.text);
            replaced = as_utf8.replaced;
        } else {
            as_utf8 = {};
            convert(bytes);
        }
    }
    std::replace(page.html.begin(), page.html.end(), '\0', ' ');
    if (replaced > 0) {
        page.diagnostics.push_back(
            {{0, 0},
             "the page is not " + encoding + " in " + std::to_string(replaced) +
                 (replaced == 1 ? " place" : " places") + ", replaced by U+FFFD"});
    }
    return page;
}

}  // namespace demarche::text
