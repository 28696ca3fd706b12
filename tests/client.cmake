# Tests of app/client.

faceid_test(tst_reply LINKS app_client)
faceid_test(tst_multipart LINKS app_client)
faceid_test(tst_imagerepair LINKS app_client)
faceid_test(tst_imagefile LINKS app_client)
target_compile_definitions(tst_imagefile PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")

set(client_bench support/clientbench.cpp support/clientbench.h)
set(bad_server
    support/badserver.cpp support/badserver.h support/testca.cpp support/testca.h
    support/tunnelproxy.cpp support/tunnelproxy.h)
faceid_test(tst_wirefaults SOURCES ${client_bench} ${bad_server} LINKS app_client)
faceid_test(tst_tls SOURCES ${client_bench} ${bad_server} LINKS app_client)
faceid_test(tst_tokenclient SOURCES ${client_bench} ${bad_server} LINKS app_client app_sandbox)
target_compile_definitions(tst_tokenclient PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
faceid_test(tst_tokenjob SOURCES ${client_bench} ${bad_server} LINKS app_client)
faceid_test(tst_connections SOURCES ${client_bench} ${bad_server} LINKS app_client)
faceid_test(tst_resultjob SOURCES ${bad_server} LINKS app_client)
faceid_test(tst_clientprivacy LINKS app_client
    SOURCES ${client_bench} ${bad_server} support/memorysearch.cpp support/memorysearch.h)
faceid_test(tst_connectiontest SOURCES ${bad_server} LINKS app_client)
