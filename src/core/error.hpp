// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

namespace demarche {

/// Wrong use of the command line; ends the run with exit code 2.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Input, graph or model that cannot be used; ends the run with exit code 1, or, in a run over many
/// articles, the one article. The message says what is wrong with which value and what to do;
/// `file`, `line` and `column` say where (line and column from 1, column in code points, 0 = not
/// known). what() is the message alone: the door (cli) puts the place before it.
class InputError : public std::runtime_error {
public:
    InputError(std::string file, std::size_t line, std::size_t column, const std::string& message)
        : std::runtime_error(message), file_(std::move(file)), line_(line), column_(column) {}

    InputError(std::string file, const std::string& message)
        : InputError(std::move(file), 0, 0, message) {}

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] std::size_t line() const { return line_; }
    [[nodiscard]] std::size_t column() const { return column_; }

    /// "file:line:column: message", leaving out what is not known.
    [[nodiscard]] std::string located() const {
        std::string place = file_;
        if (line_ > 0) place += ":" + std::to_string(line_);
        if (line_ > 0 && column_ > 0) place += ":" + std::to_string(column_);
        return place.empty() ? what() : place + ": " + what();
    }

private:
    std::string file_;
    std::size_t line_;
    std::size_t column_;
};

}  // namespace demarche
