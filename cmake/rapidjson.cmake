# SPDX-FileCopyrightText: 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0

# RapidJSON 1.1, which Debian 12 has, assigns to a constant member in an operator that nobody calls
# (GenericStringRef::operator=). Compilers that look into templates before they are used refuse it:
# clang from 19 on, GCC from 14 on. For these a copy of that header without the operator goes first.
include(CheckCXXSourceCompiles)
set(CMAKE_REQUIRED_FLAGS -std=c++20)
set(CMAKE_REQUIRED_INCLUDES ${RAPIDJSON_INCLUDE_DIRS})
check_cxx_source_compiles("#include <rapidjson/document.h>\nint main() {}" RAPIDJSON_COMPILES)
unset(CMAKE_REQUIRED_FLAGS)
unset(CMAKE_REQUIRED_INCLUDES)
if(NOT RAPIDJSON_COMPILES)
  find_path(rapidjson_folder rapidjson/document.h PATHS ${RAPIDJSON_INCLUDE_DIRS} REQUIRED)
  file(READ ${rapidjson_folder}/rapidjson/document.h header)
  string(REPLACE "{ s = rhs.s; length = rhs.length; }" "= delete;" mended "${header}")
  if(mended STREQUAL header)
    message(FATAL_ERROR "RapidJSON's document.h does not compile with this compiler, and not for the "
      "reason that is known (cmake/rapidjson.cmake). See CMakeFiles/CMakeError.log.")
  endif()
  string(REGEX REPLACE "#include \"([^\"]+)\"" "#include <rapidjson/\\1>" mended "${mended}")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/rapidjson/rapidjson/document.h
    CONTENT "${mended}" @ONLY)
  target_include_directories(PkgConfig::RAPIDJSON BEFORE INTERFACE
    ${CMAKE_BINARY_DIR}/generated/rapidjson)
endif()
