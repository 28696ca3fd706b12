# Not yet run. The window is no console program there, carries version and icon, and windeployqt puts Qt's libraries and
# plugins beside it; packaging/windows/package.sh does the rest.
set_target_properties(faceid-console PROPERTIES WIN32_EXECUTABLE TRUE)

set(icon_file ${CMAKE_CURRENT_BINARY_DIR}/faceid-console.ico)
add_custom_command(OUTPUT ${icon_file} COMMAND rendericon ${icon} ${icon_file} DEPENDS ${icon} VERBATIM)
add_custom_target(icons DEPENDS ${icon_file})
foreach(program faceid-console faceidctl)
    configure_file(windows/version.rc.in ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc @ONLY)
    target_sources(${program} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc)
    add_dependencies(${program} icons)
endforeach()

qt_generate_deploy_app_script(TARGET faceid-console FILENAME_VARIABLE deploy_script)
install(SCRIPT ${deploy_script})
# What Qt does not bring: the libraries of the sandbox, the keychain and the rest.
install(RUNTIME_DEPENDENCY_SET libraries DESTINATION ${CMAKE_INSTALL_BINDIR}
    PRE_EXCLUDE_REGEXES "^api-ms-" "^ext-ms-" "^qt6" POST_EXCLUDE_REGEXES "[/\\\\]system32[/\\\\]")
