# Not yet run. One bundle that holds the window, faceidctl beside it and Qt's frameworks; packaging/macos/package.sh signs it.
set(icons_folder ${CMAKE_CURRENT_BINARY_DIR}/faceid-console.iconset)
set(icon_file ${CMAKE_CURRENT_BINARY_DIR}/faceid-console.icns)
add_custom_command(OUTPUT ${icon_file} VERBATIM
    COMMAND rendericon ${icon} ${CMAKE_CURRENT_BINARY_DIR}/icons icon 16 32 64 128 256 512
    COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/macos/iconset.sh ${CMAKE_CURRENT_BINARY_DIR}/icons ${icons_folder}
    COMMAND iconutil --convert icns --output ${icon_file} ${icons_folder}
    DEPENDS ${icon} macos/iconset.sh)
set_source_files_properties(${icon_file} PROPERTIES GENERATED TRUE MACOSX_PACKAGE_LOCATION Resources)
target_sources(faceid-console PRIVATE ${icon_file})
add_custom_target(icons DEPENDS ${icon_file})
add_dependencies(faceid-console icons)
set_target_properties(faceid-console PROPERTIES
    MACOSX_BUNDLE TRUE OUTPUT_NAME "FaceID Console"
    MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_SOURCE_DIR}/macos/Info.plist.in)

qt_generate_deploy_app_script(TARGET faceid-console FILENAME_VARIABLE deploy_script)
install(SCRIPT ${deploy_script})
