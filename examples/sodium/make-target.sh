#!/bin/sh
# Makes target-245K.xye: a synthetic measurement from an MD run of its own (about a CPU minute).
#   ./make-target.sh Na_MendelevM_2014.eam.fs        README.md says where the file is published
set -eu
potential="$(realpath -e "${1:?wanted is the path of Na_MendelevM_2014.eam.fs; README.md says where it is published}")"
cd "$(dirname "$0")"
export LC_ALL=C OMP_NUM_THREADS=1

make_target() { # temperature, seed of the dynamics, seed of the noise
    mkdir -p runs/frames
    if [ ! -e "runs/frames/$1K-25000.data" ]; then
        (cd runs && lmp -in ../independent.lammps -var T "$1" -var seed "$2" -var potential "$potential" \
            -log "$1K.log" -screen none)
    fi
    ../../nocturne scatter runs/frames/"$1"K-*.data --radiation xray --method kpoints --q 1:8:281 --fwhm 0.08 \
        --noise 0.02 --seed "$3" --out "target-$1K.xye"
}

make_target 245 590113 13
