// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Functions of one number in double precision, made of additions, multiplications and divisions in
/// a fixed order alone. The C library's choose fused instructions by processor, so that their last
/// bit differs from machine to machine; these give the same bits wherever doubles are IEEE 754's.
namespace demarche::learn {

/// e^x, relative error below 4e-16. Below -708 gives 0, above 709 infinity; a NaN stays one.
[[nodiscard]] double exponential(double x);

/// The natural logarithm, error below 4e-16 of its value, or of 1e-16 near x = 1. 0 gives minus
/// infinity, a negative number or a NaN gives a NaN.
[[nodiscard]] double logarithm(double x);

}  // namespace demarche::learn
