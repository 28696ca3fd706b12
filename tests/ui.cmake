# Tests of ui: widgets, offscreen.
faceid_test(tst_theme LINKS ui)
faceid_test(tst_inspector LINKS ui)
faceid_test(tst_requestform LINKS ui)
faceid_test(tst_draft LINKS ui)
faceid_test(tst_mainwindow LINKS ui)
faceid_test(tst_outcome LINKS ui)
faceid_test(tst_presentation LINKS ui)
faceid_test(tst_remarks LINKS ui
    SOURCES ${bad_server})
target_compile_definitions(tst_remarks PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
target_compile_definitions(tst_presentation PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
target_compile_definitions(tst_mainwindow PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
