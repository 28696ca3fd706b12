# Tests of app/sandbox.
faceid_test(tst_multipartreader LINKS app_sandbox LABELS sandbox)
faceid_test(tst_sandboxservice LINKS app_sandbox LABELS sandbox)
faceid_test(tst_sandbox SOURCES support/rawhttp.cpp support/rawhttp.h LINKS app_sandbox LABELS sandbox)
faceid_test(tst_scenarios SOURCES support/rawhttp.cpp support/rawhttp.h LINKS app_sandbox LABELS sandbox)
faceid_test(tst_sandboxfaults SOURCES support/rawhttp.cpp support/rawhttp.h LINKS app_sandbox LABELS sandbox)
faceid_test(tst_refusalwalk LINKS ui LABELS sandbox)
target_compile_definitions(tst_refusalwalk PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
