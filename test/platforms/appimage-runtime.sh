#!/bin/sh
# In the place of an AppImage's runtime, which no package holds: unpacks what lies behind these seven lines, as that one does,
# and starts nothing.
set -eu
[ "${1:-}" = --appimage-extract ] || { echo 'This runtime only unpacks: --appimage-extract' >&2; exit 1; }
length=$(head -n 7 "$0" | wc -c)
exec unsquashfs -quiet -no-progress -offset "$length" -dest squashfs-root "$0"
