# SPDX-FileCopyrightText: 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0

# Builds schema/context.jsonld and page.html into the export room, byte for byte, so that the
# program needs no file beside itself.
file(READ ${CMAKE_SOURCE_DIR}/schema/context.jsonld demarche_context)
file(READ ${CMAKE_SOURCE_DIR}/src/export/page.html demarche_page)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  ${CMAKE_SOURCE_DIR}/schema/context.jsonld ${CMAKE_SOURCE_DIR}/src/export/page.html)
configure_file(${CMAKE_SOURCE_DIR}/src/export/embedded.cpp.in
  ${CMAKE_BINARY_DIR}/generated/embedded.cpp @ONLY)
target_sources(demarche_export PRIVATE ${CMAKE_BINARY_DIR}/generated/embedded.cpp)
