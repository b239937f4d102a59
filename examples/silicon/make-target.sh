#!/bin/sh
# Makes target-300K.xye and target-900K.xye: a synthetic measurement from an MD run of its own (about 3 CPU minutes each).
set -eu
cd "$(dirname "$0")"
export LC_ALL=C OMP_NUM_THREADS=1
export LAMMPS_POTENTIALS="${LAMMPS_POTENTIALS:-/usr/share/lammps/potentials}"

make_target() { # temperature, seed of the dynamics, seed of the noise
    mkdir -p runs/frames
    if [ ! -e "runs/frames/$1K-100000.data" ]; then
        (cd runs && lmp -in ../independent.lammps -var T "$1" -var seed "$2" -log "$1K.log" -screen none)
    fi
    ../../nocturne scatter runs/frames/"$1"K-*.data --radiation xray --method kpoints --q 1:10:361 --fwhm 0.08 \
        --noise 0.02 --seed "$3" --out "target-$1K.xye"
}

make_target 300 724119 11
make_target 900 380557 12
