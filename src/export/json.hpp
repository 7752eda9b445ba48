// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// JSON (RFC 8259), checked on the way out and located on the way in. json.cpp is the only file of
/// the room that knows RapidJSON.
namespace demarche::json {

/// Writes one JSON text, piece by piece, in the order of the calls.
///
///     json::Writer out;
///     out.begin_object();
///     out.key("name");
///     out.string("South Korea");
///     out.end_object();
///     std::string text = out.take();   // {"name":"South Korea"}
///
/// Numbers with a fraction are written from hundredths, never from a binary double, so that the
/// same figure gives the same bytes everywhere.
class Writer {
public:
    enum class Layout { compact, indented };

    explicit Writer(Layout layout = Layout::compact);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();
    /// \throws InputError if `text` is not valid UTF-8, as `string` does.
    void key(std::string_view text);
    void string(std::string_view text);
    void integer(std::int64_t number);
    /// A figure rounded to hundredths: 0.7, -1, 0. Not a number counts as 0.
    void hundredths(double figure);
    void boolean(bool truth);
    void null();
    /// key and string in one.
    void member(std::string_view name, std::string_view text);

    /// The finished text, without a line end; the writer is empty afterwards.
    /// \throws std::logic_error if an object or array is still open.
    [[nodiscard]] std::string take();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// "0.7", "-1", "0": the canonical form of xsd:decimal, rounded to hundredths.
[[nodiscard]] std::string decimal(double figure);

/// A parsed value; it owns all below it and knows where it stood.
struct Value {
    enum class Kind { null, boolean, number, string, array, object };

    Kind kind = Kind::null;
    bool truth = false;             ///< of a boolean
    std::uint32_t line = 0;         ///< of its first character, from 1
    std::uint32_t column = 0;       ///< likewise, in code points
    std::string text;               ///< of a string; the digits of a number as they stood
    std::vector<std::string> keys;  ///< of an object, in file order, without duplicates
    std::vector<Value> items;       ///< of an array, or the values of `keys`

    /// The member `name` of an object, or nullptr. Linear in the number of members.
    [[nodiscard]] const Value* find(std::string_view name) const;

    /// Same kind and content, wherever they stood; the order of members does not count.
    [[nodiscard]] bool same_as(const Value& other) const;
};

/// "a string", "an object": for messages.
[[nodiscard]] std::string_view name(Value::Kind kind);

/// Parses a whole JSON text. `file` is its name in messages.
/// \throws InputError with line and column where it is no JSON (cut off, byte order mark, bytes
/// that are not UTF-8, half a surrogate pair), where a key comes twice in one object, or where it
/// is nested deeper than 64 levels.
[[nodiscard]] Value parse(std::string_view bytes, const std::string& file);

}  // namespace demarche::json
