#!/usr/bin/env bash
# package.sh [THUMBPRINT]: in an MSYS2 UCRT64 shell, builds the installer and the ZIP for Windows. Not yet run.
# With the thumbprint of a certificate both programs and the installer are signed (signtool of the Windows SDK).
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

# dlib is left out, so photos are not searched for faces.
prefix=mingw-w64-ucrt-x86_64
pacman -S --needed --noconfirm $prefix-{gcc,cmake,ninja,ccache,pkgconf,qt6-base,qt6-svg,qt6-tools,qt6-translations} \
    $prefix-{qt6-imageformats,qtkeychain-qt6,libmicrohttpd,gnutls,qrcodegen,libsodium,libcsv,sqlite3,zlib,minizip,nsis}

sign() { # FILE...
    [ -z "${thumbprint:-}" ] ||
        signtool sign /sha1 "$thumbprint" /fd sha256 /td sha256 /tr "${FACEID_TIMESTAMP:?address of a time stamp server}" "$@"
}
thumbprint=${1:-}
folder=$(build_folder build-package)
configure "$folder" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF
cmake --build "$folder"
sign "$folder"/bin/faceid-console.exe "$folder"/bin/faceidctl.exe
cpack --config "$folder/CPackConfig.cmake" -B "$folder/packages"
sign "$folder"/packages/*.exe
