// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "pieces.hpp"

#include <algorithm>
#include <cstring>
#include <random>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace demarche::fuzz {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_mark(char c) {
    return std::string_view(",.;:!?\"'()[]-").find(c) != std::string_view::npos;
}

/// Cuts `text` where `length_at` says how long the piece is that starts there, and whether it
/// moves.
template <class Next>
std::vector<Piece> cut_by(std::string_view text, Next next) {
    std::vector<Piece> pieces;
    while (!text.empty()) {
        const auto [length, moves] = next(text);
        pieces.push_back({text.substr(0, length), moves});
        text.remove_prefix(length);
    }
    return pieces;
}

struct Cut {
    std::size_t length;
    bool moves;
};

template <class Belongs>
std::size_t run(std::string_view text, Belongs belongs) {
    const auto end = std::find_if_not(text.begin(), text.end(), belongs);
    return static_cast<std::size_t>(end - text.begin());
}

class Mutation {
public:
    Mutation(std::vector<Piece> pieces, unsigned seed, const std::vector<std::string>& terms)
        : pieces_(std::move(pieces)), terms_(terms), random_(seed) {}

    void step() {
        moving_.clear();
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (pieces_[i].moves) moving_.push_back(i);
        }
        if (moving_.empty()) return put_in_term();
        switch (below(terms_.empty() ? 5 : 7)) {
            case 0: pieces_[any()].text = {}; break;
            case 1: put_in_place(pieces_[any()].text); break;
            case 2: std::swap(pieces_[any()].text, pieces_[any()].text); break;
            case 3: copy_run(); break;
            case 4: drop_run(); break;
            case 5: put_in_term(); break;
            case 6: put_in_place(terms_[below(terms_.size())]); break;
        }
    }

    [[nodiscard]] std::string text() const {
        std::string all;
        for (const Piece& piece : pieces_) all += piece.text;
        return all;
    }

private:
    std::size_t below(std::size_t n) { return random_() % n; }
    std::size_t any() { return moving_[below(moving_.size())]; }

    void put_in_place(std::string_view text) { pieces_[any()].text = text; }

    /// A run that begins and ends at pieces that move, mostly short.
    std::pair<std::size_t, std::size_t> any_run() {
        const std::size_t first = below(moving_.size());
        const std::size_t most =
            std::min(moving_.size() - first, below(4) == 0 ? std::size_t{40} : std::size_t{6});
        const std::size_t last = first + below(most);
        return {moving_[first], moving_[last] + 1};
    }

    void copy_run() {
        auto [first, end] = any_run();
        if (end < pieces_.size() && !pieces_[end].moves) ++end;  // with what parts it from the next
        const auto begin = pieces_.begin();
        const std::vector<Piece> copied(begin + static_cast<std::ptrdiff_t>(first),
                                        begin + static_cast<std::ptrdiff_t>(end));
        const std::size_t to = any();
        for (std::size_t times = below(8) == 0 ? 8 : 1; times > 0; --times) {
            pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(to), copied.begin(),
                           copied.end());
        }
    }

    void drop_run() {
        const auto [first, end] = any_run();
        pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(first),
                      pieces_.begin() + static_cast<std::ptrdiff_t>(end));
    }

    void put_in_term() {
        if (terms_.empty()) return;
        const std::size_t to = moving_.empty() ? 0 : any();
        pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(to),
                       {{terms_[below(terms_.size())], true}, {" ", false}});
    }

    std::vector<Piece> pieces_;
    const std::vector<std::string>& terms_;
    std::minstd_rand random_;
    std::vector<std::size_t> moving_;
};

}  // namespace

std::vector<Piece> words(std::string_view text) {
    return cut_by(text, [](std::string_view rest) -> Cut {
        if (is_space(rest.front())) return {run(rest, is_space), false};
        if (is_mark(rest.front())) return {1, true};
        return {run(rest, [](char c) { return !is_space(c) && !is_mark(c); }), true};
    });
}

std::vector<Piece> json_values(std::string_view text) {
    return cut_by(text, [](std::string_view rest) -> Cut {
        if (rest.front() == '"') {
            std::size_t end = 1;
            while (end < rest.size() && rest[end] != '"') end += rest[end] == '\\' ? 2 : 1;
            return {std::min(end + 1, rest.size()), true};
        }
        const auto belongs = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
        };
        if (belongs(rest.front())) return {run(rest, belongs), true};
        return {run(rest, [&](char c) { return c != '"' && !belongs(c); }), false};
    });
}

std::vector<Piece> lines(std::string_view text) {
    return cut_by(text, [](std::string_view rest) -> Cut {
        return {std::min(rest.find('\n'), rest.size() - 1) + 1, true};
    });
}

std::vector<Piece> cells(std::string_view text) {
    const auto parts = [](char c) { return c == '\t' || c == '\n' || c == '|'; };
    return cut_by(text, [&](std::string_view rest) -> Cut {
        if (parts(rest.front())) return {1, false};
        return {run(rest, [&](char c) { return !parts(c); }), true};
    });
}

std::vector<Piece> tags(std::string_view text) {
    return cut_by(text, [](std::string_view rest) -> Cut {
        if (rest.front() == '<') return {std::min(rest.find('>'), rest.size() - 1) + 1, true};
        return {std::min(rest.find('<'), rest.size()), true};
    });
}

std::size_t mutate_pieces(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed,
                          std::vector<Piece> (*cut)(std::string_view),
                          const std::vector<std::string>& terms) {
    const std::string before(reinterpret_cast<const char*>(data), size);
    Mutation mutation(cut(before), seed, terms);
    for (unsigned steps = 1 + seed / 7 % 4; steps > 0; --steps) mutation.step();
    const std::string after = mutation.text();
    const std::size_t kept = std::min(after.size(), most);
    std::memcpy(data, after.data(), kept);
    return kept;
}

std::size_t mutate_pieces_or_bytes(std::uint8_t* data, std::size_t size, std::size_t most,
                                   unsigned seed, std::vector<Piece> (*cut)(std::string_view),
                                   const std::vector<std::string>& terms) {
    return seed % 2 == 0 ? LLVMFuzzerMutate(data, size, most)
                         : mutate_pieces(data, size, most, seed, cut, terms);
}

}  // namespace demarche::fuzz
