# The real program on a real X server with a window manager and a keyring (label desktop). Each test starts a desktop of its
# own (packaging/with-desktop.sh), and in it each case has settings and data of its own, so that tests may run side by side.

# The system's interpreter, because Debian's python3-pyatspi is installed for it alone.
find_program(FACEID_SYSTEM_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED DOC "Python with pyatspi")

add_executable(e2e_photosource support/photosource.cpp)
target_link_libraries(e2e_photosource PRIVATE Qt6::Widgets faceid_options)

set(programs
    FACEID_CONSOLE=$<TARGET_FILE:faceid-console> FACEIDCTL=$<TARGET_FILE:faceidctl>
    FACEID_PHOTOSOURCE=$<TARGET_FILE:e2e_photosource>
    FACEID_PHOTO=${FACEID_PHOTO} FACEID_DESKTOP=${desktop_script})
foreach(unit window batch handover photo once refusal live manners history atspi race day)
    add_test(NAME ${unit}_e2e
        COMMAND ${FACEID_SYSTEM_PYTHON} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/${unit}_test.py -v)
    set_tests_properties(${unit}_e2e PROPERTIES LABELS desktop TIMEOUT 300 ENVIRONMENT "${programs}")
endforeach()
if(FACEID_LONG_TESTS)
    set_tests_properties(race_e2e PROPERTIES TIMEOUT 7200 ENVIRONMENT "${programs};FACEID_RACES=1000")
endif()

include(bench.cmake)
