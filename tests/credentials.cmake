# Tests of app/credentials.
faceid_test(tst_secret SOURCES support/memorysearch.cpp support/memorysearch.h LINKS app_credentials)
faceid_test(tst_personkey LINKS app_credentials)
faceid_test(tst_profilestore LINKS app_credentials)
faceid_test(tst_credentialstore LINKS app_credentials)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    set(keychain_program
        support/keychainprogram.cpp support/keychainprogram.h
        support/keyringsession.cpp support/keyringsession.h)
    faceid_test(tst_keychain
        SOURCES ${keychain_program} support/lyingsecretservice.cpp support/lyingsecretservice.h
        LINKS app_credentials Qt6::DBus Qt6::Network
        LABELS keychain)
    faceid_test(tst_keychainstates
        SOURCES ${keychain_program}
        LINKS app_credentials Qt6::DBus Qt6::Network
        LABELS keychain)
endif()
