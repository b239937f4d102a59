#!/bin/bash
# LAMMPS that takes @SECONDS@ s, and writes down from when to when.
export LC_ALL=C
begun=$EPOCHREALTIME
echo "begin $NOCTURNE_TOKEN $begun" >>@JOURNAL@
@LAMMPS@ "$@"
code=$?
rest=$(awk -v b="$begun" -v n="$EPOCHREALTIME" 'BEGIN { r = @SECONDS@ - (n - b); print (r > 0 ? r : 0) }')
sleep "$rest"
echo "end $NOCTURNE_TOKEN $EPOCHREALTIME" >>@JOURNAL@
exit "$code"
