# Tests of ui: widgets, offscreen.
faceid_test(tst_theme LINKS ui)
faceid_test(tst_bundledialog LINKS ui)
faceid_test(tst_comparedialog LINKS ui)
faceid_test(tst_historydialogs LINKS ui)
faceid_test(tst_historylist LINKS ui)
faceid_test(tst_historyretries LINKS ui)
faceid_test(tst_inspector LINKS ui)
faceid_test(tst_bodymodels LINKS ui)
faceid_test(tst_exchangepages LINKS ui)
faceid_test(tst_longanswer LINKS ui)
faceid_test(tst_requestform LINKS ui)
faceid_test(tst_draft LINKS ui)
faceid_test(tst_formfill LINKS ui)
target_compile_definitions(tst_formfill PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
faceid_test(tst_mainwindow LINKS ui)
faceid_test(tst_issuing LINKS ui)
faceid_test(tst_outcome LINKS ui)
faceid_test(tst_presentation LINKS ui)
foreach(unit callbackwindow callbackpages)
    faceid_test(tst_${unit} LINKS ui Qt6::Sql
        SOURCES ${history_bench} support/callbackbench.h)
endforeach()
faceid_test(tst_batchwindow LINKS ui)
target_compile_definitions(tst_batchwindow PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
faceid_test(tst_resultdialog LINKS ui Qt6::Sql
    SOURCES ${history_bench})
faceid_test(tst_signpage LINKS ui)
faceid_test(tst_sandboxwindow LINKS ui
    SOURCES support/rawhttp.cpp support/rawhttp.h)
faceid_test(tst_remarks LINKS ui
    SOURCES ${bad_server})
target_compile_definitions(tst_remarks PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
target_compile_definitions(tst_presentation PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
target_compile_definitions(tst_requestform PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
target_compile_definitions(tst_mainwindow PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
target_compile_definitions(tst_issuing PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")

foreach(unit manners roomfortexts chinese commands help policywindow diagnosisdialog singleinstance heldkey)
    faceid_test(tst_${unit} LINKS ui)
endforeach()

target_compile_definitions(tst_commands PRIVATE FACEID_DESKTOP_ENTRY="${PROJECT_SOURCE_DIR}/packaging/linux/desktop.in")

# At a scale between whole numbers, too.
add_test(NAME tst_roomfortexts_scaled
    COMMAND ${CMAKE_COMMAND} -E env QT_SCALE_FACTOR=1.25 $<TARGET_FILE:tst_roomfortexts> nothingIsCut)
set_tests_properties(tst_roomfortexts_scaled PROPERTIES TIMEOUT 300 ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")

# Clicks and keys of the widgets' own tests once more, on a real X server.
add_test(NAME tst_mainwindow_x11
    COMMAND bash ${desktop_script} env QT_QPA_PLATFORM=xcb $<TARGET_FILE:tst_mainwindow>)
add_test(NAME tst_issuing_x11
    COMMAND bash ${desktop_script} env QT_QPA_PLATFORM=xcb $<TARGET_FILE:tst_issuing>)
# What is announced needs a platform with accessibility; Qt looks for its bus once, so it is up before.
add_test(NAME tst_outcome_x11 COMMAND bash ${desktop_script} bash -c
    "dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress >/dev/null && exec env QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 \"$0\""
    $<TARGET_FILE:tst_outcome>)
set_tests_properties(tst_mainwindow_x11 tst_issuing_x11 tst_outcome_x11 PROPERTIES
    LABELS desktop TIMEOUT 300 ENVIRONMENT "LC_ALL=C.UTF-8")
faceid_test(tst_profiledialog LINKS ui
    SOURCES support/memorysearch.cpp support/memorysearch.h)
faceid_test(tst_refusalwalk LINKS ui LABELS sandbox)
target_compile_definitions(tst_refusalwalk PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
