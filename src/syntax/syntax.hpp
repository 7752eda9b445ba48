#pragma once

#include "core/document.hpp"

/// Tokens to tags, lemmas, dependency trees and names.
namespace demarche::syntax {}  // namespace demarche::syntax
