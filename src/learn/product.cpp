// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The only file that includes Eigen, so that it alone can be compiled for the machine's own vector
// units (see CMakeLists.txt) without mixing two versions of Eigen's templates in one program.

#include "learn/product.hpp"

#include <Eigen/Core>

namespace demarche::learn {
namespace {

using Stride = Eigen::OuterStride<>;
using Read = Eigen::Map<const Eigen::MatrixXf, 0, Stride>;
using Write = Eigen::Map<Eigen::MatrixXf, 0, Stride>;

Read read(ConstView v) {
    return {v.data, static_cast<Eigen::Index>(v.rows), static_cast<Eigen::Index>(v.cols),
            Stride(static_cast<Eigen::Index>(v.stride))};
}

Write write(View v) {
    return {v.data, static_cast<Eigen::Index>(v.rows), static_cast<Eigen::Index>(v.cols),
            Stride(static_cast<Eigen::Index>(v.stride))};
}

}  // namespace

void add_product(ConstView a, ConstView b, View c) {
    write(c).noalias() += read(a) * read(b);
}

void add_transposed_product(ConstView a, ConstView b, View c) {
    write(c).noalias() += read(a).transpose() * read(b);
}

void add_product_transposed(ConstView a, ConstView b, View c) {
    write(c).noalias() += read(a) * read(b).transpose();
}

}  // namespace demarche::learn
