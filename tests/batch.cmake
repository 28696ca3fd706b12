# Tests of app/batch. The test of crashes is short here; FACEID_LONG_TESTS has it as long as it should be.
faceid_test(tst_batchsheet LINKS app_batch)

add_test(NAME faceidctl_batch
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/faceidctl_batch_test.py)
set_tests_properties(faceidctl_batch PROPERTIES
    LABELS e2e TIMEOUT 300 ENVIRONMENT "FACEIDCTL=$<TARGET_FILE:faceidctl>;FACEID_PHOTO=${FACEID_PHOTO}")
if(FACEID_LONG_TESTS)
    add_test(NAME faceidctl_batch_long COMMAND ${Python3_EXECUTABLE} -B
        ${CMAKE_CURRENT_SOURCE_DIR}/e2e/faceidctl_batch_test.py CrashTest)
    set_tests_properties(faceidctl_batch_long PROPERTIES
        LABELS "e2e;long" TIMEOUT 1200
        ENVIRONMENT "FACEIDCTL=$<TARGET_FILE:faceidctl>;FACEID_PHOTO=${FACEID_PHOTO};FACEID_BATCH_ROWS=200;FACEID_BATCH_KILLS=50")
endif()
