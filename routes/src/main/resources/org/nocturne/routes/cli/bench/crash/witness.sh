#!/bin/bash
# Stands before LAMMPS and writes down, aside from all that Nocturne writes, when each calculation began and ended.
note() {
    if [[ -n "${NOCTURNE_TOKEN:-}" ]]; then
        printf '%s %s %s\n' "$1" "$NOCTURNE_TOKEN" "$EPOCHREALTIME" >>"@JOURNAL@"
    fi
}
note begin
"@PROGRAM@" "$@"
code=$?
note end
exit "$code"
