# Not yet run. An installer by NSIS, and a ZIP that with a file named "portable" beside the program keeps everything in it.
set(CPACK_GENERATOR NSIS ZIP)
set(CPACK_PACKAGE_INSTALL_DIRECTORY "FaceID Console")
set(CPACK_NSIS_DISPLAY_NAME "FaceID Console")
set(CPACK_NSIS_PACKAGE_NAME "FaceID Console")
set(CPACK_NSIS_MUI_ICON ${icon_file})
set(CPACK_NSIS_MUI_UNIICON ${icon_file})
set(CPACK_NSIS_INSTALLED_ICON_NAME bin\\faceid-console.exe)
set(CPACK_NSIS_URL_INFO_ABOUT ${FACEID_HOMEPAGE})
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MODIFY_PATH ON) # offers to put faceidctl on the PATH
set(CPACK_NSIS_UNICODE ON)
