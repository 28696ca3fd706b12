# Tests of faceidctl: what it shares with the window as a unit, the program itself as a user runs it, with arguments,
# environment and files.
faceid_test(tst_proposal LINKS app_contract)

foreach(unit audit bundle carry check code curl diff doctor export guide har history issue policy profile purge report result sandbox token usage)
    add_test(NAME faceidctl_${unit}
        COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/faceidctl_${unit}_test.py)
    set_tests_properties(faceidctl_${unit} PROPERTIES
        LABELS e2e TIMEOUT 300 ENVIRONMENT "FACEIDCTL=$<TARGET_FILE:faceidctl>;FACEID_PHOTO=${FACEID_PHOTO}")
endforeach()

add_test(NAME faceidctl_completion
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/faceidctl_completion_test.py)
add_test(NAME faceidctl_portable
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/faceidctl_portable_test.py)
set_tests_properties(faceidctl_completion faceidctl_portable PROPERTIES
    LABELS e2e TIMEOUT 300
    ENVIRONMENT "FACEIDCTL=$<TARGET_FILE:faceidctl>;FACEID_PHOTO=${FACEID_PHOTO};FACEID_CONSOLE=$<TARGET_FILE:faceid-console>;FACEID_COMPLETION=${PROJECT_SOURCE_DIR}/packaging/linux/completion")

# Two of them open the end user's page in a browser (Debian: chromium, chromium-driver).
find_program(FACEID_CHROMEDRIVER chromedriver REQUIRED DOC "WebDriver of Chromium")
foreach(unit flow service)
    add_test(NAME sandbox_${unit}
        COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/sandbox_${unit}_test.py)
endforeach()
add_test(NAME faceidctl_callback
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/faceidctl_callback_test.py)
set_tests_properties(faceidctl_callback sandbox_flow sandbox_service PROPERTIES
    LABELS e2e TIMEOUT 300
    ENVIRONMENT "FACEIDCTL=$<TARGET_FILE:faceidctl>;FACEID_PHOTO=${FACEID_PHOTO};FACEID_CHROMEDRIVER=${FACEID_CHROMEDRIVER}")
# Clients in other languages; those whose interpreter is missing are skipped by name.
add_test(NAME sandbox_clients COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/clients_test.py)
set_tests_properties(sandbox_clients PROPERTIES
    LABELS e2e TIMEOUT 300 ENVIRONMENT "FACEIDCTL=$<TARGET_FILE:faceidctl>;FACEID_PHOTO=${FACEID_PHOTO}")

# Archives before a public validator, which npm brings. Without node, npm or a way to the registry ctest says “Skipped”.
add_test(NAME har_validator COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/har_validator_test.py)
set_tests_properties(har_validator PROPERTIES
    LABELS e2e TIMEOUT 300 SKIP_RETURN_CODE 77
    ENVIRONMENT "FACEIDCTL=$<TARGET_FILE:faceidctl>;FACEID_PHOTO=${FACEID_PHOTO};FACEID_VALIDATOR=${CMAKE_CURRENT_BINARY_DIR}/har-validator")

# Persons are found by a key in the keyring.
add_test(NAME faceidctl_person COMMAND ${Python3_EXECUTABLE} -B
    ${CMAKE_CURRENT_SOURCE_DIR}/e2e/faceidctl_purge_test.py --with-keyring)
set_tests_properties(faceidctl_person PROPERTIES
    LABELS e2e TIMEOUT 300
    ENVIRONMENT "FACEIDCTL=$<TARGET_FILE:faceidctl>;FACEID_PHOTO=${FACEID_PHOTO};FACEID_DESKTOP=${desktop_script}")
