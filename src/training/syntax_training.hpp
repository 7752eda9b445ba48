// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/model_file.hpp"
#include "syntax/inventory.hpp"
#include "training/syntax_network.hpp"
#include "training/syntax_recipe.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace demarche::training {

/// A network that has learned and what its numbers stand for. The averaged weights are in place.
struct Trained {
    Recipe recipe;
    syntax::Inventory inventory;
    std::unique_ptr<Network> network;
};

/// Learns from the corpora in a folder. One thread; the same recipe and corpora give the same
/// weights on the same machine.
/// \param progress gets a line for people after each epoch
/// \param after_epoch looks at what has been learned so far
/// \throws InputError if a corpus cannot be read.
[[nodiscard]] Trained train(const Recipe& recipe, const std::string& folder,
                            const std::function<void(std::string_view)>& progress,
                            const std::function<void(const Trained&)>& after_epoch = {});

/// What is kept of a training. The averaged weights must be in place.
[[nodiscard]] learn::ModelFile model_file(const Trained& trained);

}  // namespace demarche::training
