#!/bin/sh
# changelog.sh METAINFO MAINTAINER: prints the releases of an AppStream component, one element a line, as a Debian change log.
set -eu

attribute() { # NAME LINE
    printf '%s\n' "$2" | sed -n "s/.* $1=\"\([^\"]*\)\".*/\1/p"
}

sed -n '/^ *<releases>/,/<\/releases>/s/^ *//p' "$1" | while read -r line; do
    case $line in
    '<release '*)
        date=$(attribute date "$line")
        printf 'faceid-console (%s-1) unstable; urgency=medium\n\n' "$(attribute version "$line")"
        ;;
    '<p>'* | '<li>'*) # those of other languages have an attribute
        printf '%s\n' "$line" | sed 's/<[^>]*>//g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' | fold -s -w 74 |
            sed 's/ *$//; 1s/^/  * /; 2,$s/^/    /'
        ;;
    '</release>') printf '\n -- %s  %s\n\n' "$2" "$(LC_ALL=C date --utc --rfc-email --date "$date")" ;;
    esac
done
