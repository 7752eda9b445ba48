# SPDX-FileCopyrightText: 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0

# What is installed, and how `cpack -G DEB` makes a package for Debian of it.
#
# The program looks for its models in ../share/demarche/models beside itself (src/cli/models.cpp): so bindir and
# datadir must stay brothers under one prefix, whichever that is.
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(data ${CMAKE_INSTALL_DATADIR}/demarche)

install(TARGETS demarche)
install(DIRECTORY models/ DESTINATION ${data}/models
  FILES_MATCHING PATTERN "*.model" PATTERN "README.md" PATTERN "LICENSE" PATTERN "recipes" EXCLUDE)
install(DIRECTORY schema/ DESTINATION ${data}/schema)
install(FILES LICENSE NOTICE CHANGELOG.md TYPE DOC)
foreach(section 1 5)
  file(GLOB man_pages CONFIGURE_DEPENDS docs/man/*.${section})
  install(FILES ${man_pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
endforeach()

# Completions are the program's own words: it writes them when it has been linked, where it can be run.
if(EXISTS ${CMAKE_SOURCE_DIR}/src/cli/command_completion.cpp
    AND (NOT CMAKE_CROSSCOMPILING OR CMAKE_CROSSCOMPILING_EMULATOR))
  set(completions ${CMAKE_BINARY_DIR}/completions)
  file(MAKE_DIRECTORY ${completions})
  add_custom_command(TARGET demarche POST_BUILD
    COMMAND ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:demarche> -D FOLDER=${completions}
      -P ${CMAKE_SOURCE_DIR}/cmake/completions.cmake
    COMMENT "Writing the shells' completions" VERBATIM)
  install(FILES ${completions}/demarche
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions OPTIONAL)
  install(FILES ${completions}/_demarche
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions OPTIONAL)
  install(FILES ${completions}/demarche.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d OPTIONAL)
endif()

set(CPACK_PACKAGE_NAME demarche)
set(CPACK_PACKAGE_VENDOR "The demarche authors")
set(CPACK_PACKAGE_CONTACT "The demarche authors <demarche@example.org>")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "find who holds which policy position in news articles")
set(CPACK_PACKAGE_DESCRIPTION
"demarche reads English news articles and finds who holds which policy position
on what, with the exact words as evidence. It merges many articles into one
graph of positions (JSON-LD), draws it, answers questions about it and hands it
to a triple store.
.
It needs no network, and gives the same bytes for the same input. The models
that it reads with come along.")
set(CPACK_VERBATIM_VARIABLES TRUE)
set(CPACK_GENERATOR TGZ)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
if(CMAKE_CROSSCOMPILING AND CMAKE_LIBRARY_ARCHITECTURE)
  execute_process(COMMAND dpkg-architecture -f -t ${CMAKE_LIBRARY_ARCHITECTURE} -q DEB_HOST_ARCH
    OUTPUT_VARIABLE CPACK_DEBIAN_PACKAGE_ARCHITECTURE OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/cmake/debian/finish.cmake)
set(CPACK_DEMARCHE_SOURCE ${CMAKE_SOURCE_DIR})
set(CPACK_DEMARCHE_STRIP ${CMAKE_STRIP})
include(CPack)
