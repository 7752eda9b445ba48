# SPDX-FileCopyrightText: 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0

# cpack runs it between installing and packing.
if(CPACK_GENERATOR STREQUAL "DEB")
  execute_process(COMMAND sh ${CPACK_DEMARCHE_SOURCE}/cmake/debian/finish.sh
    ${CPACK_TEMPORARY_DIRECTORY} ${CPACK_DEMARCHE_SOURCE} "${CPACK_PACKAGE_CONTACT}" ${CPACK_DEMARCHE_STRIP}
    COMMAND_ERROR_IS_FATAL ANY)
endif()
