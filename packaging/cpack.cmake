# The packages: packaging/package.sh makes them. One package holds both programs: they share the library, are linked
# statically and small, the sandbox as a service needs faceidctl, and whoever fetched one file has all of it.
set(CPACK_PACKAGE_NAME ${PROJECT_NAME})
set(CPACK_PACKAGE_VENDOR "The FaceID Console developers")
set(CPACK_PACKAGE_CONTACT "${FACEID_CONTACT}")
set(CPACK_PACKAGE_HOMEPAGE_URL ${FACEID_HOMEPAGE})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "console that issues Megvii FaceID tokens by hand")
set(CPACK_PACKAGE_DESCRIPTION
"FaceID Console issues identity-verification tokens through both APIs of Megvii
FaceID, get_biz_token for the mobile SDK and get_token for the web page. It
says before anything is sent what would be refused, explains every refusal,
never sends a request twice, and keeps every attempt in a history.

The package holds the window, faceid-console, and the same without a window,
faceidctl, with a sandbox that imitates both APIs without keys or network.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_EXECUTABLES faceid-console "FaceID Console")
set(CPACK_STRIP_FILES TRUE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_VERBATIM_VARIABLES TRUE)

if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    include(linux/cpack.cmake)
elseif(WIN32)
    include(windows/cpack.cmake)
endif()
include(CPack)
