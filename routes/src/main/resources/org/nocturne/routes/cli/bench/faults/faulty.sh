#!/bin/bash
# Stands in for LAMMPS, and is it, but for the second and the fifth relaxation of a campaign: those go wrong in one way.
program=@PROGRAM@
here=@HERE@
script=in.lammps
if [[ -z "${NOCTURNE_TOKEN:-}" || ! -e "$script" ]] || ! grep -q thermal.dump "$script"; then
    exec "$program" "$@"
fi
call=1
until mkdir "$here/call-$call" 2>/dev/null; do
    call=$((call + 1))
done
if [[ "$call" -ne 2 && "$call" -ne 5 ]]; then
    exec "$program" "$@"
fi

# Says that it goes wrong from now on, and when.
wrong() {
    printf '%s %s\n' "$NOCTURNE_TOKEN" "$EPOCHREALTIME" >>"$here/faults.txt"
}
begin_log() {
    printf 'NOCTURNE %s BEGIN\n' "$NOCTURNE_TOKEN" >log.lammps
}
run() {
    "$program" "$@" || exit
}

case "@FAULT@" in
    hang)
        begin_log
        wrong
        exec sleep 100000
        ;;
    deaf)
        trap '' TERM
        begin_log
        wrong
        while true; do sleep 5; done
        ;;
    slow-drip)
        begin_log
        printf 'Step Temp PotEng Atoms\n' >>log.lammps
        wrong
        for ((step = 0; ; step++)); do
            printf '%d 300 -4.3 64\n' "$step" >>log.lammps
            sleep 1
        done
        ;;
    nan)
        run "$@"
        sed -i -E '/^ *1000 /s/-[0-9.]+/nan/' log.lammps
        wrong
        ;;
    nothing-written)
        wrong
        ;;
    truncated-dump)
        run "$@"
        truncate -s -100 thermal.dump
        wrong
        ;;
    wrong-atom-count)
        run "$@"
        sed -i -e '4s/.*/63/' -e '$d' thermal.dump
        wrong
        ;;
    foreign-output)
        run "$@"
        sed -i 's/^NOCTURNE [^ ]*/NOCTURNE of-another-run/' log.lammps
        wrong
        ;;
    endless-log)
        begin_log
        wrong
        exec yes 'WARNING: this goes on and on' >>log.lammps
        ;;
    forks-and-exits)
        begin_log
        wrong
        setsid sleep 100000 &
        ;;
    crash)
        begin_log
        wrong
        kill -SEGV $$
        ;;
    killed)
        begin_log
        wrong
        kill -KILL $$
        ;;
    disk-full)
        cat /dev/zero >"$here/run/work/filler" 2>/dev/null
        wrong
        exec "$program" "$@"
        ;;
    read-only)
        wrong
        exec unshare --mount bash -c '
            mount --bind "$PWD" "$PWD" && mount -o remount,ro,bind "$PWD" && cd "$PWD" || exit 99
            : >scratch || exit 1
            exec "$@"' faulty "$program" "$@"
        ;;
    *)
        exec "$program" "$@"
        ;;
esac
