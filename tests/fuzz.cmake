# Arbitrary bytes for what reads bytes of strangers. In every build by a mutator of our own, for a moment; with FACEID_FUZZ and
# clang by libFuzzer: cmake -DCMAKE_CXX_COMPILER=clang++-14 -DFACEID_FUZZ=ON, then bin/fuzz_requestbody -runs=10000000 FOLDER.
set(fuzz_seeds ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/seeds)
foreach(unit request requestbody)
    add_executable(fuzz_${unit} fuzz/${unit}.cpp)
    target_link_libraries(fuzz_${unit} PRIVATE app_sandbox faceid_options)
    if(FACEID_FUZZ)
        target_link_options(fuzz_${unit} PRIVATE -fsanitize=fuzzer)
    else()
        target_sources(fuzz_${unit} PRIVATE fuzz/mutator.cpp)
        add_test(NAME fuzz_${unit} COMMAND fuzz_${unit} -runs=30000 ${fuzz_seeds})
        set_tests_properties(fuzz_${unit} PROPERTIES LABELS sandbox TIMEOUT 300
            ENVIRONMENT "QT_LOGGING_RULES=qt.gui.imageio*=false")
    endif()
endforeach()
