# Tests of faceidctl: what it shares with the window as a unit, the program itself as a user runs it, with arguments,
# environment and files.
faceid_test(tst_proposal LINKS app_contract)

foreach(unit audit check history issue profile report sandbox token usage)
    add_test(NAME faceidctl_${unit}
        COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/faceidctl_${unit}_test.py)
    set_tests_properties(faceidctl_${unit} PROPERTIES
        LABELS e2e TIMEOUT 300 ENVIRONMENT "FACEIDCTL=$<TARGET_FILE:faceidctl>;FACEID_PHOTO=${FACEID_PHOTO}")
endforeach()
