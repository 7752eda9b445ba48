# SPDX-FileCopyrightText: 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0

# Run as a script: writes HEADER with VERSION and the commit of SOURCE, if they are not in it yet.
# No commit is named where GIT or its folder is not there, as in an unpacked archive. What a build or the demo
# writes into output/ makes no other program.
set(commit "")
if(GIT AND EXISTS ${SOURCE}/.git)
  execute_process(COMMAND ${GIT} -C ${SOURCE} rev-parse --short=12 HEAD
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  execute_process(
    COMMAND ${GIT} --no-optional-locks -C ${SOURCE} status --porcelain --untracked-files=no -- . :!output
    OUTPUT_VARIABLE changes ERROR_QUIET)
  if(commit AND changes)
    string(APPEND commit "-dirty")
  endif()
endif()
file(CONFIGURE OUTPUT ${HEADER} @ONLY CONTENT [[
#pragma once

namespace demarche::cli {

inline constexpr const char* program_version = "@VERSION@";
inline constexpr const char* program_commit = "@commit@";  // empty: not known

}  // namespace demarche::cli
]])
