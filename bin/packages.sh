# shellcheck shell=bash
# Programs of the distribution (Debian, Ubuntu); sourced by nocturne.

# What a package is for, and whether its work can be done already: by the package or by something of the site's own.
purpose_of() {
    case "$1" in
        lammps) echo "molecular dynamics: relaxes, samples and labels" ;;
        lammps-data) echo "its potentials" ;;
        postgresql) echo "tests of the store" ;;
        python3-ase) echo "tests of the file formats, and of the adapter for its calculators" ;;
        python3-pymatgen) echo "a second reader of CIF and POSCAR, for the tests" ;;
        groff-base) echo "tests of the manual pages" ;;
        chromium) echo "tests of the pages" ;;
        slurm-wlm) echo "tests of the Slurm launcher, which start a cluster of one node" ;;
        munge) echo "its key" ;;
    esac
}

is_there() {
    case "$1" in
        lammps) command -v lmp >/dev/null ;;
        lammps-data) [[ -d "${LAMMPS_POTENTIALS:-/usr/share/lammps/potentials}" ]] ;;
        postgresql) compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ;;
        python3-ase) [[ "$(dpkg-query -W -f='${db:Status-Status}' python3-ase 2>/dev/null)" == installed ]] || python3 -c 'import ase' 2>/dev/null ;;
        python3-pymatgen) [[ "$(dpkg-query -W -f='${db:Status-Status}' python3-pymatgen 2>/dev/null)" == installed ]] || python3 -c 'import pymatgen.core' 2>/dev/null ;;
        groff-base) command -v groff >/dev/null ;;
        chromium) command -v chromium >/dev/null || command -v chromium-browser >/dev/null ;;
        slurm-wlm) [[ -x /usr/sbin/slurmctld && -x /usr/sbin/slurmd ]] && command -v sbatch >/dev/null ;;
        munge) [[ -x /usr/sbin/munged ]] ;;
    esac
}

# Without these a campaign cannot run; without the others some tests are skipped, visibly.
is_required() { [[ "$1" == lammps* ]]; }

need_packages() {
    local package missing=() here=()
    for package in "$@"; do
        if is_there "$package"; then here+=("$package"); else missing+=("$package"); fi
    done
    if ((${#missing[@]} == 0)); then
        say "already here: ${here[*]}; nothing to install"
        return
    fi
    for package in "${missing[@]}"; do
        say "will install $package ($(purpose_of "$package"))"
    done
    install_packages "${missing[@]}"
}

# Where LAMMPS cannot be had there is another way, which is named and never taken silently.
# shellcheck disable=SC2154 # home is set by nocturne
without_lammps() {
    case " $* " in
        *" lammps"*) say "without LAMMPS the embedded engine runs the same silicon: $home/nocturne run $home/configs/silicon-builtin.yaml --quick" ;;
    esac
}

install_packages() {
    local as_root=() package wanted=()
    local by_hand="sudo apt-get update && sudo apt-get install -y $*"
    if ! command -v apt-get >/dev/null; then
        say "there is no apt-get here to install $*; install them your way (lmp on the PATH, LAMMPS_POTENTIALS naming its potentials), then repeat"
        without_lammps "$@"
        exit "$MISSING_PROGRAM"
    fi
    if ((EUID != 0)); then
        if ! sudo -n true 2>/dev/null; then
            say "may not install here (neither root nor sudo without a password); please run, then repeat:"
            printf '%s\n' "$by_hand"
            without_lammps "$@"
            exit "$MISSING_PROGRAM"
        fi
        as_root=(sudo)
    fi
    apt_get() { ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -q "$@" </dev/null >&2; }
    apt_get update || say "apt-get update failed; trying with the package lists that are here"
    for package in "$@"; do
        if is_required "$package" || apt-get install --simulate "$package" >/dev/null 2>&1; then
            wanted+=("$package")
        else
            say "this distribution has no installable $package; $(purpose_of "$package") will be skipped"
        fi
    done
    if ((${#wanted[@]} > 0)) && ! apt_get install -y --no-install-recommends "${wanted[@]}"; then
        say "the installation failed (see above); please run, then repeat:"
        printf '%s\n' "$by_hand"
        without_lammps "$@"
        exit "$MISSING_PROGRAM"
    fi
}
