// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// JSON by RapidJSON, with two things it does not give: a place for every value, and no silence.
//
// RapidJSON's reader calls a handler after each token. The start of a token is the first byte
// behind the last token that is neither space nor comma nor colon: so the handler knows the place
// of every value without a parser of its own. RapidJSON 1.1 lets the second half of a surrogate
// pair pass when it stands alone; here it is refused, since no RDF store takes such a string.

#include "export/json.hpp"

#include "core/error.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>
#include <variant>

namespace demarche::json {
namespace {

// PrettyWriter of RapidJSON 1.1 does not compile with kWriteValidateEncodingFlag, so texts are
// checked before they are handed over.
using Compact = rapidjson::Writer<rapidjson::StringBuffer>;
using Indented = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

rapidjson::SizeType length(std::string_view text) {
    if (text.size() > std::numeric_limits<rapidjson::SizeType>::max()) {
        throw InputError("",
                         "a text of more than 4 GiB cannot be written as JSON. Split the input.");
    }
    return static_cast<rapidjson::SizeType>(text.size());
}

void must(bool written) {
    if (!written) throw std::logic_error("JSON: a value stands where none may stand");
}

/// Nowhere for validated bytes to go.
struct Sink {
    using Ch = char;
    void Put(char) {}
};

void must_be_utf8(std::string_view text) {
    rapidjson::MemoryStream stream(text.data(), text.size());
    Sink sink;
    while (stream.Tell() < text.size()) {
        if (!rapidjson::UTF8<>::Validate(stream, sink)) {
            throw InputError("",
                             "a text that is not valid UTF-8 cannot be written. Convert the "
                             "input to UTF-8.");
        }
    }
}

/// Whether UTF-8 holds a code point of the surrogates, which only a lone "\udc00" leaves behind.
bool has_lone_surrogate(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] == '\xED' && static_cast<unsigned char>(text[i + 1]) >= 0xA0U) return true;
    }
    return false;
}

/// How many bytes at `at` are a character that a terminal would obey: DEL, U+0080 to U+009F, marks
/// and overrides of the direction of writing; 0 if it is none, or one below U+0020, which RapidJSON
/// escapes itself.
std::size_t steering_bytes(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    if (byte(0) == 0x7FU) return 1;
    if (byte(0) == 0xC2U && byte(1) >= 0x80U && byte(1) <= 0x9FU) return 2;
    if (byte(0) == 0xD8U && byte(1) == 0x9CU) return 2;  // U+061C
    if (byte(0) != 0xE2U) return 0;
    const bool marks = byte(1) == 0x80U && (byte(2) == 0x8EU || byte(2) == 0x8FU ||
                                            (byte(2) >= 0xAAU && byte(2) <= 0xAEU));
    const bool isolates = byte(1) == 0x81U && byte(2) >= 0xA6U && byte(2) <= 0xA9U;
    return marks || isolates ? 3 : 0;
}

/// JSON text with these as \uXXXX: they stand in strings only, so it says the same.
std::string without_steering(std::string_view json) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string result;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const std::size_t bytes = steering_bytes(json, at);
        if (bytes == 0) continue;
        auto point = static_cast<std::uint32_t>(static_cast<unsigned char>(json[at]));
        if (bytes > 1) point &= bytes == 2 ? 0x1FU : 0x0FU;
        for (std::size_t i = 1; i < bytes; ++i) {
            point = (point << 6U) | (static_cast<unsigned char>(json[at + i]) & 0x3FU);
        }
        result += json.substr(copied, at - copied);
        result += "\\u";
        for (const unsigned shift : {12U, 8U, 4U, 0U}) result += hex[(point >> shift) & 15U];
        at += bytes - 1;
        copied = at + 1;
    }
    return result += json.substr(copied);
}

struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// Turns byte offsets, asked in rising order, into lines and columns.
class Cursor {
public:
    explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

    Place at(std::size_t offset) {
        for (offset = std::min(offset, bytes_.size()); next_ < offset; ++next_) {
            const char c = bytes_[next_];
            if (c == '\n') {
                ++place_.line;
                place_.column = 1;
            } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
                ++place_.column;
            }
        }
        return place_;
    }

private:
    std::string_view bytes_;
    std::size_t next_ = 0;
    Place place_;
};

constexpr std::size_t deepest = 64;

/// What RapidJSON's reader calls; builds the tree of values.
class Builder {
public:
    Builder(std::string_view bytes, const std::string& file, const rapidjson::MemoryStream& stream)
        : bytes_(bytes), file_(file), stream_(stream), cursor_(bytes) {}

    bool Null() {
        put(Value::Kind::null);
        return true;
    }
    bool Bool(bool truth) {
        put(Value::Kind::boolean).truth = truth;
        return true;
    }
    bool Int(int) { return unreachable(); }
    bool Uint(unsigned) { return unreachable(); }
    bool Int64(std::int64_t) { return unreachable(); }
    bool Uint64(std::uint64_t) { return unreachable(); }
    bool Double(double) { return unreachable(); }
    bool RawNumber(const char* digits, rapidjson::SizeType size, bool) {
        put(Value::Kind::number).text.assign(digits, size);
        return true;
    }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        Value& value = put(Value::Kind::string);
        value.text.assign(text, size);
        check_text(value.text, {value.line, value.column});
        return true;
    }
    bool StartObject() { return open(Value::Kind::object); }
    bool Key(const char* text, rapidjson::SizeType size, bool) {
        const Place place = token();
        std::string key(text, size);
        check_text(key, place);
        open_.back()->keys.push_back(std::move(key));
        key_places_.back().push_back(place);
        return true;
    }
    bool EndObject(rapidjson::SizeType) {
        refuse_duplicates(*open_.back(), key_places_.back());
        return close();
    }
    bool StartArray() { return open(Value::Kind::array); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    Value take() { return std::move(root_); }
    Place place_of(std::size_t offset) { return cursor_.at(offset); }

private:
    static bool unreachable() { throw std::logic_error("JSON: numbers are read as their digits"); }

    /// The place of the token that was read last.
    Place token() {
        while (end_of_last_ < bytes_.size() &&
               std::string_view(" \t\r\n,:").find(bytes_[end_of_last_]) != std::string_view::npos) {
            ++end_of_last_;
        }
        const Place place = cursor_.at(end_of_last_);
        end_of_last_ = stream_.Tell();
        return place;
    }

    Value& put(Value::Kind kind) {
        const Place place = token();
        Value* value = &root_;
        if (!open_.empty()) value = &open_.back()->items.emplace_back();
        value->kind = kind;
        value->line = place.line;
        value->column = place.column;
        return *value;
    }

    bool open(Value::Kind kind) {
        Value& value = put(kind);
        ++end_of_last_;  // RapidJSON takes the bracket only after this call
        if (open_.size() >= deepest) {
            throw InputError(file_, value.line, value.column,
                             "nested deeper than 64 levels. Is this the right file?");
        }
        open_.push_back(&value);
        key_places_.emplace_back();
        return true;
    }

    bool close() {
        token();
        ++end_of_last_;  // as in open()
        open_.pop_back();
        key_places_.pop_back();
        return true;
    }

    void check_text(std::string_view text, Place place) const {
        if (!has_lone_surrogate(text)) return;
        throw InputError(file_, place.line, place.column,
                         "half a surrogate pair (\\uD800 to \\uDFFF alone). Write the character "
                         "itself, or both halves.");
    }

    void refuse_duplicates(const Value& object, const std::vector<Place>& places) const {
        std::vector<std::size_t> order(object.keys.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return object.keys[a] < object.keys[b];
        });
        const auto twin = std::adjacent_find(
            order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return object.keys[a] == object.keys[b]; });
        if (twin == order.end()) return;
        const Place place = places[*std::next(twin)];
        throw InputError(file_, place.line, place.column,
                         "'" + object.keys[*twin] + "' stands twice in one object. Remove one.");
    }

    std::string_view bytes_;
    const std::string& file_;
    const rapidjson::MemoryStream& stream_;
    Cursor cursor_;
    std::size_t end_of_last_ = 0;
    Value root_;
    std::vector<Value*> open_;  // a child's parent does not move while the child is open
    std::vector<std::vector<Place>> key_places_;
};

std::string parse_message(rapidjson::ParseErrorCode code, bool at_end) {
    if (code == rapidjson::kParseErrorDocumentEmpty) return "the file is empty. Expected JSON.";
    if (at_end) return "the file ends too early; it was cut off. Make or copy it again.";
    std::string message = rapidjson::GetParseError_En(code);
    if (!message.empty() && message.back() == '.') message.pop_back();
    return "not valid JSON: " + message + ". Make the file again, or correct it here.";
}

}  // namespace

// ---------------------------------------------------------------------------------- writing

struct Writer::State {
    explicit State(Layout layout) {
        if (layout == Layout::compact) {
            writer.emplace<Compact>(buffer);
        } else {
            writer.emplace<Indented>(buffer).SetIndent(' ', 2);
        }
    }

    template <typename Call>
    bool with(Call call) {
        return std::visit(
            [&](auto& out) -> bool {
                if constexpr (std::is_same_v<std::decay_t<decltype(out)>, std::monostate>) {
                    return false;
                } else {
                    return call(out);
                }
            },
            writer);
    }

    rapidjson::StringBuffer buffer;
    std::variant<std::monostate, Compact, Indented> writer;
};

Writer::Writer(Layout layout) : state_(std::make_unique<State>(layout)) {}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

void Writer::begin_object() {
    must(state_->with([](auto& out) { return out.StartObject(); }));
}

void Writer::end_object() {
    must(state_->with([](auto& out) { return out.EndObject(); }));
}

void Writer::begin_array() {
    must(state_->with([](auto& out) { return out.StartArray(); }));
}

void Writer::end_array() {
    must(state_->with([](auto& out) { return out.EndArray(); }));
}

void Writer::key(std::string_view text) {
    const char* data = text.empty() ? "" : text.data();
    must_be_utf8(text);
    must(state_->with([&](auto& out) { return out.Key(data, length(text)); }));
}

void Writer::string(std::string_view text) {
    const char* data = text.empty() ? "" : text.data();
    must_be_utf8(text);
    must(state_->with([&](auto& out) { return out.String(data, length(text)); }));
}

void Writer::integer(std::int64_t number) {
    must(state_->with([&](auto& out) { return out.Int64(number); }));
}

void Writer::hundredths(double figure) {
    const std::string digits = decimal(figure);
    must(state_->with([&](auto& out) {
        return out.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    }));
}

void Writer::boolean(bool truth) {
    must(state_->with([&](auto& out) { return out.Bool(truth); }));
}

void Writer::null() {
    must(state_->with([](auto& out) { return out.Null(); }));
}

void Writer::member(std::string_view name, std::string_view text) {
    key(name);
    string(text);
}

std::string Writer::take() {
    must(state_->with([](auto& out) { return out.IsComplete(); }));
    std::string text = without_steering({state_->buffer.GetString(), state_->buffer.GetSize()});
    state_->buffer.Clear();
    state_->with([&](auto& out) {
        out.Reset(state_->buffer);
        return true;
    });
    return text;
}

std::string decimal(double figure) {
    if (!std::isfinite(figure)) return "0";
    const long long hundredths = std::llround(figure * 100);
    const unsigned long long size = hundredths < 0
                                        ? 0ULL - static_cast<unsigned long long>(hundredths)
                                        : static_cast<unsigned long long>(hundredths);
    std::string text = hundredths < 0 ? "-" : "";
    text += std::to_string(size / 100);
    if (size % 100 == 0) return text;
    text += '.';
    text += static_cast<char>('0' + size / 10 % 10);
    if (size % 10 != 0) text += static_cast<char>('0' + size % 10);
    return text;
}

// ---------------------------------------------------------------------------------- reading

const Value* Value::find(std::string_view name) const {
    const auto key = std::find(keys.begin(), keys.end(), name);
    if (key == keys.end()) return nullptr;
    return &items[static_cast<std::size_t>(key - keys.begin())];
}

bool Value::same_as(const Value& other) const {
    if (kind != other.kind || truth != other.truth || text != other.text ||
        items.size() != other.items.size()) {
        return false;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Value* twin = kind == Kind::object ? other.find(keys[i]) : &other.items[i];
        if (twin == nullptr || !items[i].same_as(*twin)) return false;
    }
    return true;
}

std::string_view name(Value::Kind kind) {
    switch (kind) {
        case Value::Kind::null: return "null";
        case Value::Kind::boolean: return "true or false";
        case Value::Kind::number: return "a number";
        case Value::Kind::string: return "a string";
        case Value::Kind::array: return "an array";
        case Value::Kind::object: return "an object";
    }
    return {};
}

Value parse(std::string_view bytes, const std::string& file) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        throw InputError(file, 1, 1,
                         "starts with a byte order mark, which JSON does not allow. Save it as "
                         "UTF-8 without one.");
    }
    rapidjson::MemoryStream stream(bytes.data(), bytes.size());
    Builder builder(bytes, file, stream);
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag |
                               rapidjson::kParseNumbersAsStringsFlag |
                               rapidjson::kParseValidateEncodingFlag;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
    if (result.IsError()) {
        const Place place = builder.place_of(result.Offset());
        throw InputError(file, place.line, place.column,
                         parse_message(result.Code(), result.Offset() >= bytes.size()));
    }
    if (stream.Tell() < bytes.size()) {  // RapidJSON takes a NUL for the end
        const Place place = builder.place_of(stream.Tell());
        throw InputError(file, place.line, place.column,
                         "a NUL byte stands after the end of the JSON text. Remove the rest.");
    }
    return builder.take();
}

}  // namespace demarche::json
