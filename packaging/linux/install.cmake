# The desktop entry with its icons, the AppStream component, the sandbox as a service of the user.
set(made ${CMAKE_CURRENT_BINARY_DIR})

configure_file(linux/desktop.in ${made}/${FACEID_APP_ID}.desktop @ONLY)
configure_file(linux/metainfo.xml.in ${made}/${FACEID_APP_ID}.metainfo.xml @ONLY)
install(FILES ${made}/${FACEID_APP_ID}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${made}/${FACEID_APP_ID}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES linux/faceid-sandbox.service DESTINATION lib/systemd/user) # lib on every system: systemd looks nowhere else

set(icon_sizes 16 22 24 32 48 64 128 256 512)
list(TRANSFORM icon_sizes REPLACE "(.+)" "${made}/icons/\\1x\\1/apps/${FACEID_APP_ID}.png" OUTPUT_VARIABLE icon_files)
add_custom_command(OUTPUT ${icon_files} VERBATIM
    COMMAND rendericon ${icon} ${made}/icons ${FACEID_APP_ID} ${icon_sizes}
    DEPENDS ${icon}
    COMMENT "Drawing the icon")
add_custom_target(icons ALL DEPENDS ${icon_files})
install(DIRECTORY ${made}/icons/ DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES ${icon} DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME ${FACEID_APP_ID}.svg)

# Manual pages and completion. What they say of options and verbs the programs say themselves.
configure_file(linux/faceid-console.1.in ${made}/faceid-console.1.in @ONLY)
find_program(GZIP gzip REQUIRED)
# packed(FILE COMMAND...): FILE.gz from what the command prints, the same at any time.
function(packed file)
    cmake_parse_arguments(arg "" "" "COMMAND;DEPENDS" ${ARGN})
    add_custom_command(OUTPUT ${file}.gz VERBATIM
        COMMAND ${arg_COMMAND} > ${file}
        COMMAND ${GZIP} --best --no-name --force --keep ${file}
        DEPENDS ${arg_DEPENDS}
        COMMENT "Writing ${file}")
endfunction()
file(MAKE_DIRECTORY ${made}/man1 ${made}/zh_CN/man1)
set(console_manual sh ${CMAKE_CURRENT_SOURCE_DIR}/linux/consoleman.sh)
packed(${made}/man1/faceid-console.1
    COMMAND ${console_manual} $<TARGET_FILE:faceid-console> ${made}/faceid-console.1.in
    DEPENDS faceid-console ${made}/faceid-console.1.in linux/consoleman.sh)
packed(${made}/man1/faceidctl.1
    COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C $<TARGET_FILE:faceidctl> --manual DEPENDS faceidctl)
packed(${made}/zh_CN/man1/faceidctl.1
    COMMAND ${CMAKE_COMMAND} -E env LC_ALL=zh_CN.UTF-8 $<TARGET_FILE:faceidctl> --manual DEPENDS faceidctl)
add_custom_target(manuals ALL
    DEPENDS ${made}/man1/faceid-console.1.gz ${made}/man1/faceidctl.1.gz ${made}/zh_CN/man1/faceidctl.1.gz)
install(FILES ${made}/man1/faceid-console.1.gz ${made}/man1/faceidctl.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${made}/zh_CN/man1/faceidctl.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1)
install(FILES linux/completion/faceidctl.bash
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME faceidctl)
install(FILES linux/completion/_faceidctl DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES linux/completion/faceidctl.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# Licence and change log, where Debian looks for them. The change log is that of the AppStream component.
file(STRINGS ${CMAKE_CURRENT_SOURCE_DIR}/linux/metainfo.xml.in newest REGEX "<release version=" LIMIT_COUNT 1)
if(NOT newest MATCHES "version=\"${PROJECT_VERSION}\"")
    message(FATAL_ERROR "The newest <release> in packaging/linux/metainfo.xml.in is not ${PROJECT_VERSION}")
endif()
file(READ ${PROJECT_SOURCE_DIR}/LICENSE licence)
string(REGEX REPLACE "^.*(Permission is)" "\\1" licence "${licence}") # below the title and the copyright line
string(STRIP "${licence}" licence)
string(REPLACE "\n\n" "\n.\n" licence "${licence}")
string(REPLACE "\n" "\n " licence " ${licence}")
configure_file(linux/copyright.in ${made}/copyright @ONLY)
packed(${made}/changelog.Debian
    COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/linux/changelog.sh ${made}/${FACEID_APP_ID}.metainfo.xml ${FACEID_CONTACT}
    DEPENDS linux/changelog.sh ${made}/${FACEID_APP_ID}.metainfo.xml)
add_custom_target(changelog ALL DEPENDS ${made}/changelog.Debian.gz)
install(FILES ${made}/copyright ${made}/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES linux/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME faceid-console)
