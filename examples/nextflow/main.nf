// Splits a file of silicon structures, relaxes and labels each by the module relax_label, and publishes all of them in one file.

include { RELAX_LABEL } from './modules/relax_label'

params.structures = null // extended XYZ, one frame or many, orthogonal cells; id=NAME of a frame is kept
params.relax = true // false: energies and forces of the structures as they stand
params.force_tolerance = 1e-7 // eV/angstrom, of the relaxation
params.potential = '/usr/share/lammps/potentials/Si.sw'
params.outdir = 'results'

process SPLIT {
    input:
    path 'structures.extxyz'

    output:
    path '*.data'

    script:
    '''
    awk '
        function stop(why) { print FILENAME ":" FNR ": " why > "/dev/stderr"; failed = 1; exit 1 }
        left == 0 {
            if ($1 !~ /^[0-9]+$/) stop("found \\047" $0 "\\047; wanted is the number of atoms")
            atoms = left = $1
            if ((getline) <= 0 || !match($0, /Lattice="[^"]*"/)) stop("a frame without Lattice")
            split(substr($0, RSTART + 9, RLENGTH - 10), cell, /[ \\t]+/)
            if (cell[2] + 0 || cell[3] + 0 || cell[4] + 0 || cell[6] + 0 || cell[7] + 0 || cell[8] + 0) stop("the cell is not orthogonal")
            id = match($0, /(^| )id=[A-Za-z0-9_-]+( |$)/) ? substr($0, RSTART, RLENGTH) : sprintf("frame-%05d", ++frame)
            gsub(/ |id=/, "", id)
            if (id in seen) stop("a second frame with id=" id)
            seen[id]
            out = id ".data"
            printf "%s\\n\\n%d atoms\\n1 atom types\\n0 %s xlo xhi\\n0 %s ylo yhi\\n0 %s zlo zhi\\n\\nAtoms # atomic\\n\\n", out, atoms, cell[1], cell[5], cell[9] > out
            next
        }
        {
            if ($1 != "Si") stop("found the element " $1 "; wanted is Si")
            print atoms - left + 1, 1, $2, $3, $4 > out
            if (--left == 0) close(out)
        }
        END { if (left && !failed) stop("the last frame ends after " atoms - left " of " atoms " atoms") }
    ' structures.extxyz
    '''
}

workflow {
    if (!params.structures) {
        error "params.structures is not set; wanted is an extended XYZ file: --structures FILE"
    }
    potential = file(params.potential, checkIfExists: true)
    frames = SPLIT(channel.fromPath(params.structures, checkIfExists: true)) | flatten
    RELAX_LABEL(frames.map { data -> [[id: data.baseName], data] }, potential, params.relax, params.force_tolerance)
        .map { meta, labelled -> labelled }
        .collectFile(name: 'labelled.extxyz', storeDir: params.outdir, sort: { labelled -> labelled.name })
}
