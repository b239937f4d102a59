#!/bin/bash
# task.sh N: writes one half of its output, works for a while, writes the other; and notes when it began and ended.
printf 'begin %s %s\n' "$1" "$EPOCHREALTIME" >>journal
printf 'first half\n' >"out.$1"
sleep 2
printf 'second half\n' >>"out.$1"
printf 'end %s %s\n' "$1" "$EPOCHREALTIME" >>journal
