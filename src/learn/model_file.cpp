// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The bytes of a model. Numbers are as they lie in the memory of a little-endian machine:
//
//     "demarche model\n"  version u32  kind  language  fingerprint  seed u64
//     texts    count, then each: name, text
//     lists    count, then each: name, count, texts
//     floats   count, then each: name, count, f32 ...
//     weights  count, then each: name, length u32, scales as floats, count, i8 ...
//     check sum u64, of all bytes before it
//
// Texts and counts are a u32 and what it counts. Members stand in the order of their names, so that
// the same model has the same bytes; the check sum therefore serves as the model's digest, too.
//
// Reading believes nothing: a size is compared with what is left before anything is allocated, the
// check sum is looked at before the members, and figures must be weights (finite, not enormous,
// scales not negative), for sums of others would be no numbers. Kind and fingerprint come first in
// the members, so that a model for other features is told so, not that it is damaged.
//
// Source of the check sum: Fowler, Noll and Vo's FNV-1a, over words of eight bytes and with a shift
// that brings high bits down.
// Limits: it tells accidents, not forgers. Two runs that write one path at a time spoil each
// other's unfinished file. Big-endian machines are refused by the compiler. Tested by
// tests/learn/model_file_test.cpp.

#include "learn/model_file.hpp"

#include "core/error.hpp"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace demarche::learn {
namespace {

static_assert(std::endian::native == std::endian::little,
              "numbers are copied as they lie in memory");

constexpr std::string_view magic = "demarche model\n";
constexpr std::string_view made_with_prefix = "made with ";
constexpr std::uint64_t fnv_start = 14695981039346656037ULL;
constexpr std::uint64_t fnv_prime = 1099511628211ULL;

/// FNV-1a over words of eight bytes, the rest byte by byte: against accidents, not against forgers.
std::uint64_t check_sum(std::string_view bytes) {
    std::uint64_t hash = fnv_start;
    const auto mix = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * fnv_prime;
        hash ^= hash >> 32U;
    };
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, 8);
        mix(word);
    }
    for (; i < bytes.size(); ++i) mix(static_cast<unsigned char>(bytes[i]));
    return hash;
}

struct Writer {
    std::string bytes;

    template <class T>
    void number(T value) {
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void size(std::size_t value) { number(static_cast<std::uint32_t>(value)); }
    void text(std::string_view value) {
        size(value.size());
        bytes += value;
    }
    template <class T>
    void array(const std::vector<T>& values) {
        size(values.size());
        bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    }
};

/// Takes values off the front; never reads beyond the end and never trusts a size.
struct Reader {
    std::string_view bytes;
    const std::string& file;

    [[noreturn]] void refuse(const std::string& message) const { throw InputError(file, message); }

    std::string_view take(std::size_t n) {
        if (n > bytes.size())
            refuse("is cut off or damaged. Train the model again or fetch it anew.");
        const std::string_view taken = bytes.substr(0, n);
        bytes.remove_prefix(n);
        return taken;
    }
    template <class T>
    T number() {
        T value;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }
    std::size_t size() { return number<std::uint32_t>(); }
    std::string text() { return std::string(take(size())); }
    template <class T>
    std::vector<T> array() {
        const std::size_t n = size();
        const std::string_view raw = take(n * sizeof(T));
        std::vector<T> values(n);
        if (n > 0) std::memcpy(values.data(), raw.data(), raw.size());
        return values;
    }
    std::vector<std::string> list() {
        std::vector<std::string> out;
        for (std::size_t n = size(); n > 0; --n) out.push_back(text());
        return out;
    }
};

void check_head(Reader& reader, std::string_view whole) {
    if (!whole.starts_with(magic)) reader.refuse("is not a model of demarche.");
    reader.take(magic.size());
    const auto version = reader.number<std::uint32_t>();
    if (version != ModelFile::version) {
        reader.refuse("has version " + std::to_string(version) +
                      " of the model format, but this program reads version " +
                      std::to_string(ModelFile::version) +
                      ". Use a model that belongs to the program.");
    }
    if (reader.bytes.size() < sizeof(std::uint64_t)) reader.take(reader.bytes.size() + 1);
    std::uint64_t sum = 0;
    std::memcpy(&sum, whole.data() + whole.size() - sizeof sum, sizeof sum);
    if (sum != check_sum(whole.substr(0, whole.size() - sizeof sum))) {
        reader.refuse("is cut off or damaged. Train the model again or fetch it anew.");
    }
    reader.bytes.remove_suffix(sizeof sum);
}

/// Far above any trained weight; sums of so many such products stay finite.
constexpr float largest_figure = 1e6F;

void check_figures(const std::vector<float>& values, std::string_view name,
                   const std::string& file) {
    for (const float value : values) {
        if (std::fabs(value) <= largest_figure) continue;
        throw InputError(file, "member '" + std::string(name) + "' holds the figure " +
                                   std::to_string(value) +
                                   ", which is no weight. Train the model again or fetch it anew.");
    }
}

void check_weights(const Quantised& weights, const std::string& name, const std::string& file) {
    if (weights.values.size() != weights.length * weights.count()) refuse_member(name, file);
    check_figures(weights.scales, name, file);
    for (std::size_t i = 0; i < weights.count(); ++i) {
        const std::int8_t* const values = weights.vector(i);
        // A vector of nothing but zeros has the scale 0, and no other has.
        const bool nothing = std::all_of(values, values + weights.length,
                                         [](std::int8_t value) { return value == 0; });
        if (weights.scales[i] > 0 || (weights.scales[i] == 0 && nothing)) continue;
        throw InputError(file, "member '" + name + "' holds the scale " +
                                   std::to_string(weights.scales[i]) +
                                   " where only positive ones make sense. Train the model again "
                                   "or fetch it anew.");
    }
}

std::string bytes_of(const std::string& path) {
    errno = 0;
    std::string bytes;
    std::FILE* file = std::fopen(path.c_str(), "rbe");
    if (file != nullptr) {
        std::string piece(std::size_t{1} << 20U, '\0');
        while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), file)) {
            bytes.append(piece, 0, got);
        }
    }
    const bool read = file != nullptr && std::ferror(file) == 0;
    const std::string why = read ? "" : std::strerror(errno);
    if (file != nullptr) std::fclose(file);
    if (!read) throw InputError(path, "cannot be read: " + why + ". Name a model that is there.");
    return bytes;
}

}  // namespace

std::string model_bytes(const ModelFile& model) {
    Writer out;
    out.bytes = magic;
    out.number(ModelFile::version);
    out.text(model.kind);
    out.text(model.language);
    out.text(model.fingerprint);
    out.number(model.seed);
    out.size(model.texts.size());
    for (const auto& [name, text] : model.texts) {
        out.text(name);
        out.text(text);
    }
    out.size(model.lists.size());
    for (const auto& [name, list] : model.lists) {
        out.text(name);
        out.size(list.size());
        for (const std::string& entry : list) out.text(entry);
    }
    out.size(model.floats.size());
    for (const auto& [name, values] : model.floats) {
        out.text(name);
        out.array(values);
    }
    out.size(model.weights.size());
    for (const auto& [name, weights] : model.weights) {
        out.text(name);
        out.size(weights.length);
        out.array(weights.scales);
        out.array(weights.values);
    }
    out.number(check_sum(out.bytes));
    return std::move(out.bytes);
}

std::uint64_t digest(const ModelFile& model) {
    const std::string bytes = model_bytes(model);
    std::uint64_t sum = 0;
    std::memcpy(&sum, bytes.data() + bytes.size() - sizeof sum, sizeof sum);
    return sum;
}

ModelFile model_from_bytes(std::string_view bytes, std::string_view kind,
                           std::string_view fingerprint, const std::string& file) {
    Reader in{bytes, file};
    check_head(in, bytes);
    ModelFile model;
    model.kind = in.text();
    if (model.kind != kind) {
        in.refuse("is a model for '" + model.kind + "', but one for '" + std::string(kind) +
                  "' is wanted.");
    }
    model.language = in.text();
    model.fingerprint = in.text();
    if (model.fingerprint != fingerprint) {
        in.refuse("was trained with the features '" + model.fingerprint +
                  "', but this program has '" + std::string(fingerprint) +
                  "'. Use the model that came with the program, or train it anew "
                  "(models/README.md).");
    }
    model.seed = in.number<std::uint64_t>();
    for (std::size_t n = in.size(); n > 0; --n) {
        std::string name = in.text();
        model.texts[std::move(name)] = in.text();
    }
    for (std::size_t n = in.size(); n > 0; --n) {
        std::string name = in.text();
        model.lists[std::move(name)] = in.list();
    }
    for (std::size_t n = in.size(); n > 0; --n) {
        std::string name = in.text();
        std::vector<float> values = in.array<float>();
        check_figures(values, name, file);
        model.floats[std::move(name)] = std::move(values);
    }
    for (std::size_t n = in.size(); n > 0; --n) {
        std::string name = in.text();
        Quantised weights;
        weights.length = in.size();
        weights.scales = in.array<float>();
        weights.values = in.array<std::int8_t>();
        check_weights(weights, name, file);
        model.weights[std::move(name)] = std::move(weights);
    }
    return model;
}

Origins origins(const ModelFile& model, const std::string& file) {
    Origins found;
    for (const auto& [name, text] : model.texts) {
        if (!name.starts_with(made_with_prefix)) continue;
        std::uint64_t digest = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), digest);
        if (error != std::errc() || stop != text.data() + text.size()) refuse_member(name, file);
        found[name.substr(made_with_prefix.size())] = digest;
    }
    return found;
}

void note_origins(const Origins& made_with, ModelFile& model) {
    for (const auto& [kind, digest] : made_with) {
        model.texts[std::string(made_with_prefix) + kind] = std::to_string(digest);
    }
}

void require_origin(const Origins& made_with, std::string_view kind, std::uint64_t digest,
                    const std::string& file, const std::string& other_file) {
    const auto found = made_with.find(kind);
    if (found == made_with.end() || found->second == digest) return;
    refuse_origin(kind, file, other_file);
}

void refuse_origin(std::string_view kind, const std::string& file, const std::string& other_file) {
    throw InputError(file, "was trained with another model of " + std::string(kind) + " than " +
                               other_file +
                               ". Use models that belong together, or train this one " +
                               "anew with that (models/README.md).");
}

std::string fingerprint(std::string_view version, std::initializer_list<std::string_view> texts) {
    std::uint64_t sum = fnv_start;
    for (const std::string_view text : texts) {
        for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * fnv_prime;
        sum = (sum ^ 0xFFU) * fnv_prime;  // no byte of UTF-8: where one text ends
    }
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(sum));
    return std::string(version) + " " + digits;
}

void write_model(const ModelFile& model, const std::string& path) {
    const std::string unfinished = path + ".unfinished";
    const std::string bytes = model_bytes(model);
    std::ofstream out(unfinished, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    std::error_code error;
    if (out) std::filesystem::rename(unfinished, path, error);
    if (!out || error) {
        std::error_code ignored;
        std::filesystem::remove(unfinished, ignored);
        throw InputError(path, "cannot be written. Is there such a folder, and room on the disk?");
    }
}

ModelFile read_model(const std::string& path, std::string_view kind, std::string_view fingerprint) {
    return model_from_bytes(bytes_of(path), kind, fingerprint, path);
}

double single_figure(const ModelFile& model, std::string_view name, const std::string& file) {
    const std::vector<float>& values = member(model.floats, name, file);
    if (values.size() != 1) refuse_member(name, file);
    return static_cast<double>(values.front());
}

std::size_t count_member(const ModelFile& model, std::string_view name, const std::string& file) {
    constexpr double most = 100;
    const double count = single_figure(model, name, file);
    if (!(count >= 0 && count <= most) || count != std::floor(count)) refuse_member(name, file);
    return static_cast<std::size_t>(count);
}

void refuse_member(std::string_view name, const std::string& file) {
    throw InputError(file, "has no usable member '" + std::string(name) +
                               "'. Train the model again or fetch it anew.");
}

}  // namespace demarche::learn
