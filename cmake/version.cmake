# SPDX-FileCopyrightText: 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0

# What `demarche --version` says of the program: project(VERSION) and the commit. Each build looks which commit
# that is, but the header changes with it alone, and src/cli/version.cpp alone includes it.
find_package(Git QUIET)
set(built_from ${CMAKE_BINARY_DIR}/generated/version/built_from.hpp)
add_custom_target(demarche_built_from
  COMMAND ${CMAKE_COMMAND} -D GIT=${GIT_EXECUTABLE} -D SOURCE=${CMAKE_SOURCE_DIR}
    -D VERSION=${PROJECT_VERSION} -D HEADER=${built_from} -P ${CMAKE_SOURCE_DIR}/cmake/built_from.cmake
  BYPRODUCTS ${built_from}
  COMMENT "" VERBATIM)
add_dependencies(demarche_cli demarche_built_from)
target_include_directories(demarche_cli PRIVATE ${CMAKE_BINARY_DIR}/generated/version)
