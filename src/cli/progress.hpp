// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace demarche::cli {

/// A count on standard error that is written over itself while long work goes on; silent where
/// standard error is no terminal, and during the first half second.
class Progress {
public:
    /// `what` is counted: "articles read".
    explicit Progress(std::string what);
    /// Wipes the line.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(std::size_t count);

private:
    std::string what_;
    long long shown_at_ = 0;  ///< milliseconds of a steady clock
    bool wanted_ = false;
    bool on_screen_ = false;
};

}  // namespace demarche::cli
