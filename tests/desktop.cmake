# The real program on a real X server with a window manager and a keyring (label desktop). Each test starts a desktop of its
# own (packaging/with-desktop.sh), and in it each case has settings and data of its own, so that tests may run side by side.
set(desktop_script ${PROJECT_SOURCE_DIR}/packaging/with-desktop.sh)

# The system's interpreter, because Debian's python3-pyatspi is installed for it alone.
find_program(FACEID_SYSTEM_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED DOC "Python with pyatspi")

add_executable(e2e_photosource support/photosource.cpp)
target_link_libraries(e2e_photosource PRIVATE Qt6::Widgets faceid_options)

set(programs
    FACEID_CONSOLE=$<TARGET_FILE:faceid-console> FACEIDCTL=$<TARGET_FILE:faceidctl>
    FACEID_PHOTOSOURCE=$<TARGET_FILE:e2e_photosource>
    FACEID_PHOTO=${FACEID_PHOTO} FACEID_DESKTOP=${desktop_script})
foreach(unit window photo once refusal live manners atspi)
    add_test(NAME ${unit}_e2e
        COMMAND ${FACEID_SYSTEM_PYTHON} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/${unit}_test.py -v)
    set_tests_properties(${unit}_e2e PROPERTIES LABELS desktop TIMEOUT 300 ENVIRONMENT "${programs}")
endforeach()

foreach(unit manners commands singleinstance heldkey)
    faceid_test(tst_${unit} LINKS ui)
endforeach()

# Clicks and keys of the widgets' own tests once more, on a real X server.
add_test(NAME tst_mainwindow_x11
    COMMAND bash ${desktop_script} env QT_QPA_PLATFORM=xcb $<TARGET_FILE:tst_mainwindow>)
# What is announced needs a platform with accessibility; Qt looks for its bus once, so it is up before.
add_test(NAME tst_outcome_x11 COMMAND bash ${desktop_script} bash -c
    "dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress >/dev/null && exec env QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 \"$0\""
    $<TARGET_FILE:tst_outcome>)
set_tests_properties(tst_mainwindow_x11 tst_outcome_x11 PROPERTIES
    LABELS desktop TIMEOUT 300 ENVIRONMENT "LC_ALL=C.UTF-8")

include(bench.cmake)
