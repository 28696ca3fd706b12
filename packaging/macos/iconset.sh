#!/bin/sh
# iconset.sh ICONS FOLDER: the drawn icons under the names that iconutil wants.
set -eu
mkdir -p "$2"
for size in 16 32 128 256; do
    twice=$((size * 2))
    cp "$1/${size}x$size/apps/icon.png" "$2/icon_${size}x$size.png"
    cp "$1/${twice}x$twice/apps/icon.png" "$2/icon_${size}x$size@2x.png"
done
cp "$1/512x512/apps/icon.png" "$2/icon_512x512.png"
