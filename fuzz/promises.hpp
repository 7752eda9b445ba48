// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"

#include <cstddef>
#include <ctime>
#include <string>
#include <string_view>

/// What has to hold whatever the input is. A promise that is broken ends the run: libFuzzer then
/// keeps the input.
namespace demarche::fuzz {

/// Ends the run with `promise` on standard error unless it is kept.
void require(bool kept, std::string_view promise);

/// A document as the text room leaves it: strings are UTF-8; paragraphs, sentences, tokens and
/// quotations are in order, inside of what they are part of, and begin and end between characters;
/// what is not read has no sentences.
void require_whole(const Document& document);

/// A table's text went into a graph or an answer: it must be such that it can be written.
void require_utf8(std::string_view text, std::string_view promise);

/// Processor time of this thread from its making on: what other processes do hardly shows in it.
class Stopwatch {
public:
    Stopwatch() : begin_(now()) {}
    [[nodiscard]] double seconds() const { return now() - begin_; }

private:
    static double now() {
        std::timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    }
    double begin_;
};

/// \param seconds what was needed for an input of `bytes` bytes. The bound of a reader is half a
/// second and a tenth of a millisecond a byte, chosen by hand, not measured with sanitizers:
/// time that grows with the square of the input breaks it, a slow machine does not.
void require_prompt(double seconds, std::size_t bytes);

}  // namespace demarche::fuzz
