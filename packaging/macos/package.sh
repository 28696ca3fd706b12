#!/usr/bin/env bash
# package.sh [IDENTITY NOTARY]: on macOS with Homebrew, builds the disk image. Not yet run.
# IDENTITY is a "Developer ID Application" certificate in the keychain, NOTARY a profile that `xcrun notarytool
# store-credentials NOTARY` has saved; with them the bundle is signed for the hardened runtime and the image notarised.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

brew install cmake ninja ccache pkg-config qt qtkeychain libmicrohttpd gnutls libsodium libcsv minizip dlib
# qrcodegencpp is not in Homebrew: build it from its source and name its folder in PKG_CONFIG_PATH.

identity=${1:-} notary=${2:-}
folder=$(build_folder build-package)
configure "$folder" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DCMAKE_PREFIX_PATH="$(brew --prefix qt)"
cmake --build "$folder"
stage=$folder/stage
rm -rf "$stage"
cmake --install "$folder" --prefix "$stage" # macdeployqt brings the frameworks
app="$stage/FaceID Console.app"
mv "$stage/bin/faceidctl" "$app/Contents/MacOS/"
if [ -n "$identity" ]; then
    find "$app/Contents/Frameworks" "$app/Contents/PlugIns" \( -name '*.dylib' -o -name '*.framework' \) -prune \
        -exec codesign --force --timestamp --options runtime --sign "$identity" {} +
    codesign --force --timestamp --options runtime --sign "$identity" "$app/Contents/MacOS/faceidctl"
    codesign --force --timestamp --options runtime --sign "$identity" "$app"
    codesign --verify --deep --strict "$app"
fi
image=$folder/faceid-console.dmg
hdiutil create -volname "FaceID Console" -srcfolder "$app" -ov -format UDZO "$image"
if [ -n "$notary" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$notary" --wait
    xcrun stapler staple "$image"
fi
printf '%s\n' "$image"
