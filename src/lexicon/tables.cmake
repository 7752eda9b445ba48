# SPDX-FileCopyrightText: 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0

# The room's tables are data of ours that travel inside the program: read at configure time.
foreach(table actors cues given_names public_bodies relation_words stance_words word_pairs words)
  file(READ ${CMAKE_CURRENT_LIST_DIR}/${table}.tsv DEMARCHE_${table}_TSV)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    ${CMAKE_CURRENT_LIST_DIR}/${table}.tsv)
endforeach()
configure_file(${CMAKE_CURRENT_LIST_DIR}/tables.cpp.in ${CMAKE_BINARY_DIR}/generated/lexicon_tables.cpp
  @ONLY)
target_sources(demarche_lexicon PRIVATE ${CMAKE_BINARY_DIR}/generated/lexicon_tables.cpp)
