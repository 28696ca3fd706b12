# Tests of app/sandbox.
faceid_test(tst_multipartreader LINKS app_sandbox LABELS sandbox)
foreach(unit sandboxservice sandboxsigns)
    faceid_test(tst_${unit} SOURCES support/serviceforms.h LINKS app_sandbox LABELS sandbox)
endforeach()
faceid_test(tst_scenarios SOURCES support/rawhttp.cpp support/rawhttp.h LINKS app_sandbox LABELS sandbox)
faceid_test(tst_sandboxfaults SOURCES support/rawhttp.cpp support/rawhttp.h LINKS app_sandbox LABELS sandbox)
foreach(unit sandbox sandboxconnections sandboxlimits sandboxload sandboxstate sandboxtls wildrequests)
    faceid_test(tst_${unit} SOURCES support/handmade.h support/rawhttp.cpp support/rawhttp.h
        LINKS app_sandbox LABELS sandbox)
endforeach()
faceid_test(tst_documentederrors SOURCES support/handmade.h support/rawhttp.cpp support/rawhttp.h
    LINKS app_sandbox LABELS sandbox)
target_compile_definitions(tst_documentederrors PRIVATE FACEID_PHOTO="${FACEID_PHOTO}")
faceid_test(tst_livenessflow LINKS app_sandbox LABELS sandbox)
faceid_test(tst_sandboxkeys LINKS app_sandbox LABELS sandbox)

# A second portrait, of python-matplotlib-data, which python3-skimage depends on (public domain).
find_file(FACEID_HOPPER grace_hopper.jpg REQUIRED DOC "A second photograph with one face (Debian: python-matplotlib-data)"
    PATHS ${CMAKE_SYSTEM_PREFIX_PATH} PATH_SUFFIXES share/matplotlib/mpl-data/sample_data NO_DEFAULT_PATH)
cmake_path(GET FACEID_PHOTO PARENT_PATH photo_folder)
faceid_test(tst_faces LINKS app_sandbox LABELS sandbox)
target_compile_definitions(tst_faces PRIVATE FACEID_PHOTOS="${photo_folder}" FACEID_HOPPER="${FACEID_HOPPER}")
