// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "core/error.hpp"
#include "identity/identity.hpp"
#include "text/read.hpp"
#include "text/utf8.hpp"

#include <array>
#include <string>

namespace demarche::text {
namespace {

using namespace std::string_view_literals;

struct Magic {
    std::string_view bytes;
    std::string_view name;
};

constexpr std::array<Magic, 16> magics = {{
    {"%PDF-"sv, "a PDF document"},
    {"PK\x03\x04"sv, "a ZIP archive (or a .docx, .odt or .epub document)"},
    {"\x1F\x8B"sv, "a gzip archive"},
    {"BZh"sv, "a bzip2 archive"},
    {"\xFD"
     "7zXZ"sv,
     "an xz archive"},
    {"7z\xBC\xAF"sv, "a 7-Zip archive"},
    {"\x28\xB5\x2F\xFD"sv, "a Zstandard archive"},
    {"\x89PNG"sv, "a PNG image"},
    {"\xFF\xD8\xFF"sv, "a JPEG image"},
    {"GIF8"sv, "a GIF image"},
    {"RIFF"sv, "a RIFF sound, film or WebP image"},
    {"\x7F"
     "ELF"sv,
     "a program"},
    {"\xD0\xCF\x11\xE0"sv, "an old Microsoft Office document"},
    {"{\\rtf"sv, "a Rich Text document"},
    {"SQLite format 3"sv, "an SQLite database"},
    {"OggS"sv, "an Ogg sound or film"},
}};

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view what_to_do = " Give the article as plain text in UTF-8.";

// A short text may hold a few odd bytes; a share of them tells something only in a longer one.
constexpr std::size_t few = 16;

bool is_odd_control(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value == 0x7F || (value < 0x20 && !(value >= 0x08 && value <= 0x0D) && value != 0x1B);
}

void refuse_known_formats(std::string_view bytes, const std::string& origin) {
    for (const Magic& magic : magics) {
        if (!bytes.starts_with(magic.bytes)) continue;
        throw InputError(origin, "looks like " + std::string(magic.name) + ", not text." +
                                     std::string(what_to_do));
    }
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) {
        throw InputError(origin,
                         "looks like UTF-16, not UTF-8. Convert it: iconv -f UTF-16 -t UTF-8.");
    }
}

void refuse_controls(std::string_view bytes, const std::string& origin) {
    std::size_t controls = 0;
    for (const char byte : bytes) controls += is_odd_control(byte);
    if (controls <= few || controls * 10 <= bytes.size()) return;
    throw InputError(origin, "looks like binary data, not text: " + std::to_string(controls) +
                                 " of " + std::to_string(bytes.size()) +
                                 " bytes are NUL or control characters." + std::string(what_to_do));
}

}  // namespace

Article plain_article(std::string_view bytes, std::string name, std::string origin) {
    refuse_known_formats(bytes, origin);
    refuse_controls(bytes, origin);
    Article article;
    article.sha256 = identity::sha256(bytes);
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    ValidText valid = repaired(bytes);
    if (valid.replaced > few && valid.replaced * 4 > bytes.size()) {
        throw InputError(origin, "is not UTF-8: " + std::to_string(valid.replaced) + " of " +
                                     std::to_string(bytes.size()) +
                                     " bytes are bad. Convert it from its encoding: iconv -f "
                                     "ENCODING -t UTF-8.");
    }
    article.name = std::move(name);
    article.origin = std::move(origin);
    article.text = std::move(valid.text);
    article.diagnostics = std::move(valid.diagnostics);
    return article;
}

}  // namespace demarche::text
