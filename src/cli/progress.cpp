// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include "cli/terminal.hpp"

#include <chrono>
#include <iostream>
#include <utility>

namespace demarche::cli {

namespace {

constexpr long long first_after = 500;  // milliseconds
constexpr long long then_every = 100;

long long milliseconds() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

}  // namespace

Progress::Progress(std::string what)
    : what_(std::move(what)),
      shown_at_(milliseconds() + first_after - then_every),
      wanted_(progress_wanted()) {}

Progress::~Progress() {
    if (on_screen_) std::cerr << "\r\x1B[K" << std::flush;
}

void Progress::show(std::size_t count) {
    if (!wanted_) return;
    const long long now = milliseconds();
    if (now - shown_at_ < then_every) return;
    shown_at_ = now;
    on_screen_ = true;
    std::cerr << '\r' << count << ' ' << what_ << std::flush;
}

}  // namespace demarche::cli
