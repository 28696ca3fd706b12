# How the console compares with a bare Qt window: `cmake --build BUILD --target bench` prints the table with the goals. Times
# are no test: what ctest runs is only whether the measuring works.
add_executable(bench_barewindow bench/barewindow.cpp ${PROJECT_SOURCE_DIR}/ui/shell/measure.cpp)
target_include_directories(bench_barewindow PRIVATE ${PROJECT_SOURCE_DIR}/ui)
target_link_libraries(bench_barewindow PRIVATE Qt6::Widgets faceid_options)

add_executable(bench_fillhistory bench/fillhistory.cpp)
target_include_directories(bench_fillhistory PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(bench_fillhistory PRIVATE app faceid_options)

add_executable(bench_thumbnail bench/thumbnail.cpp)
target_link_libraries(bench_thumbnail PRIVATE ui faceid_options)

set(bench_python ${CMAKE_COMMAND} -E env
    FACEID_CONSOLE=$<TARGET_FILE:faceid-console> FACEID_BARE=$<TARGET_FILE:bench_barewindow>
    FACEID_FILL=$<TARGET_FILE:bench_fillhistory> FACEID_THUMBNAIL=$<TARGET_FILE:bench_thumbnail>
    FACEID_PHOTO=${FACEID_PHOTO} FACEID_DESKTOP=${desktop_script}
    ${Python3_EXECUTABLE} -B)
set(bench ${bench_python} ${CMAKE_CURRENT_SOURCE_DIR}/bench/bench.py)
add_custom_target(bench COMMAND ${bench} USES_TERMINAL VERBATIM
    DEPENDS faceid-console bench_barewindow bench_fillhistory bench_thumbnail)

# Start and memory, no worse than the last release: `cmake --build BUILD --target smoke`; a release is taken down by the same with
# FACEID_TAKE=VERSION.
add_custom_target(smoke COMMAND ${bench_python} ${CMAKE_CURRENT_SOURCE_DIR}/bench/smoke.py USES_TERMINAL VERBATIM
    DEPENDS faceid-console bench_barewindow bench_fillhistory)

add_test(NAME bench_runs COMMAND ${bench} --repeat 1 --rows 50 --settle 1 --idle 1)
set_tests_properties(bench_runs PROPERTIES LABELS desktop TIMEOUT 300)

add_executable(bench_historyrows bench/historyrows.cpp bench/manyrows.cpp bench/manyrows.h)
target_include_directories(bench_historyrows PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(bench_historyrows PRIVATE app_history Qt6::Sql faceid_options)

# The history's list with a million rows: `cmake --build BUILD --target bench-history`.
add_executable(bench_history bench/history.cpp bench/manyrows.cpp bench/manyrows.h bench/measuring.h)
target_include_directories(bench_history PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(bench_history PRIVATE ui Qt6::Sql faceid_options)
add_custom_target(bench-history COMMAND bench_history USES_TERMINAL VERBATIM)
add_test(NAME bench_history_runs COMMAND bench_history --rows 300)
set_tests_properties(bench_history_runs PROPERTIES TIMEOUT 300 ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")

# What is done to all of them: `cmake --build BUILD --target bench-upkeep`.
add_executable(bench_upkeep
    bench/upkeep.cpp bench/manyrows.cpp bench/manyrows.h bench/measuring.h support/oldhistory.cpp support/oldhistory.h)
target_include_directories(bench_upkeep PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(bench_upkeep PRIVATE app_export Qt6::Sql faceid_options)
add_custom_target(bench-upkeep COMMAND bench_upkeep USES_TERMINAL VERBATIM)
add_test(NAME bench_upkeep_runs COMMAND bench_upkeep --rows 300 --old 300)
set_tests_properties(bench_upkeep_runs PROPERTIES TIMEOUT 300 ENVIRONMENT "LC_ALL=C.UTF-8")

# The sandbox against other servers: `cmake --build BUILD --target bench-sandbox`. It installs prism and mockoon by npm into its
# folder; wrk and nginx are Debian's.
add_executable(bench_faces bench/faces.cpp)
target_link_libraries(bench_faces PRIVATE app_faces faceid_options)
add_custom_target(bench-sandbox USES_TERMINAL VERBATIM
    COMMAND ${CMAKE_COMMAND} -E env FACEIDCTL=$<TARGET_FILE:faceidctl> FACEID_BENCH_FACES=$<TARGET_FILE:bench_faces>
        FACEID_PHOTO=${FACEID_PHOTO} ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/bench/sandbox.py
        --peers ${CMAKE_CURRENT_BINARY_DIR}/peers
    DEPENDS faceidctl bench_faces)
# faceidctl against curl, newman and bru: `cmake --build BUILD --target bench-engineer`. It installs the latter two by npm.
add_custom_target(bench-engineer USES_TERMINAL VERBATIM
    COMMAND ${CMAKE_COMMAND} -E env FACEIDCTL=$<TARGET_FILE:faceidctl> ${Python3_EXECUTABLE} -B
        ${CMAKE_CURRENT_SOURCE_DIR}/bench/engineer.py --peers ${CMAKE_CURRENT_BINARY_DIR}/clients
    DEPENDS faceidctl)
add_test(NAME bench_faces_runs COMMAND bench_faces ${FACEID_PHOTO} 300 1)
set_tests_properties(bench_faces_runs PROPERTIES TIMEOUT 300)
