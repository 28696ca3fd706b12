# Tests of ui: widgets offscreen, and the real program under a real X server (label desktop).
faceid_test(tst_theme LINKS ui)
faceid_test(tst_inspector LINKS ui)
faceid_test(tst_requestform LINKS ui)
faceid_test(tst_draft LINKS ui)
faceid_test(tst_mainwindow LINKS ui)
faceid_test(tst_outcome LINKS ui)
faceid_test(tst_presentation LINKS ui)
target_compile_definitions(tst_presentation PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
# What is announced needs a platform with accessibility; Qt looks for the bus once, so it is up before.
add_test(NAME tst_outcome_x11 COMMAND bash ${PROJECT_SOURCE_DIR}/packaging/with-desktop.sh bash -c
    "dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress >/dev/null && exec env QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 \"$0\""
    $<TARGET_FILE:tst_outcome>)
set_tests_properties(tst_outcome_x11 PROPERTIES LABELS desktop TIMEOUT 300 ENVIRONMENT "LC_ALL=C.UTF-8")
target_compile_definitions(tst_mainwindow PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")

# The same clicks and keys once more on a real X server with a window manager.
add_test(NAME tst_mainwindow_x11
    COMMAND bash ${PROJECT_SOURCE_DIR}/packaging/with-desktop.sh env QT_QPA_PLATFORM=xcb $<TARGET_FILE:tst_mainwindow>)
set_tests_properties(tst_mainwindow_x11 PROPERTIES LABELS desktop TIMEOUT 300 ENVIRONMENT "LC_ALL=C.UTF-8")

add_test(NAME window_e2e COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/window_test.py -v)
set_tests_properties(window_e2e PROPERTIES LABELS desktop TIMEOUT 300 ENVIRONMENT
    "FACEID_CONSOLE=$<TARGET_FILE:faceid-console>;FACEIDCTL=$<TARGET_FILE:faceidctl>;FACEID_PHOTO=${FACEID_PHOTO};FACEID_DESKTOP=${PROJECT_SOURCE_DIR}/packaging/with-desktop.sh")
