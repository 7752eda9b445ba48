# SPDX-FileCopyrightText: 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0

# Run as a script: PROGRAM writes the shells' completions into FOLDER. One that was built for another
# processor (-march) cannot be run here: then there are none, and nothing else is amiss.
set(demarche bash)
set(_demarche zsh)
set(demarche.fish fish)
foreach(file demarche _demarche demarche.fish)
  execute_process(COMMAND ${PROGRAM} completion ${${file}} OUTPUT_FILE ${FOLDER}/${file}
    RESULT_VARIABLE code ERROR_VARIABLE message)
  if(NOT code EQUAL 0)
    message("No completions for shells: ${PROGRAM} cannot be run here (${code}) ${message}")
    file(REMOVE ${FOLDER}/demarche ${FOLDER}/_demarche ${FOLDER}/demarche.fish)
    break()
  endif()
endforeach()
