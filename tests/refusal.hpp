// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.hpp"

#include <functional>
#include <string>

namespace demarche::test {

/// The message, with its place, by which `work` refuses its input; empty where it does not.
inline std::string refusal(const std::function<void()>& work) {
    try {
        work();
    } catch (const InputError& error) {
        return error.located();
    }
    return "";
}

}  // namespace demarche::test
