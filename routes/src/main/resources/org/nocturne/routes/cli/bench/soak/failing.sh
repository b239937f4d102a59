#!/bin/bash
# Stands in for LAMMPS, and is it nine times in ten, by a seed; the tenth time it goes wrong in one of five ways. What a campaign cannot do
# without, the first runs of all, goes well.
here=@HERE@
if [[ -z "${NOCTURNE_TOKEN:-}" || ! -e in.lammps ]]; then
    exec @LAMMPS@ "$@"
fi
exec 9>>"$here/calls.lock"
flock 9
call=$(($(cat "$here/calls" 2>/dev/null || echo 0) + 1))
echo "$call" >"$here/calls"
exec 9>&-
read -r dice _ < <(printf '%s %s' @SEED@ "$call" | cksum)
if ((call <= 8 || dice % 10 != 0)); then
    exec @LAMMPS@ "$@"
fi
case $((dice / 10 % 5)) in
    0) exit 1 ;;
    1) kill -SEGV $$ ;;
    2) kill -KILL $$ ;;
    3) exit 0 ;; # nothing written
    4)
        @LAMMPS@ "$@"
        for dump in *.dump; do [[ -e "$dump" ]] && truncate -s -100 "$dump"; done
        exit 0
        ;;
esac
