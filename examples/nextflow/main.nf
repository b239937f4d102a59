// Relaxes and labels structures of silicon with LAMMPS and the Stillinger-Weber potential. One task a structure and step.

params.structures = null // extended XYZ, one frame or many, orthogonal cells
params.relax = true // false: energies and forces of the structures as they stand
params.force_tolerance = 1e-7 // eV/angstrom, of the relaxation
params.potential = '/usr/share/lammps/potentials/Si.sw'
params.outdir = 'results'

process SPLIT {
    input:
    path 'structures.extxyz'

    output:
    path 'frame-*.data'

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
            out = sprintf("frame-%05d.data", ++frame)
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

process RELAX {
    tag "${data.baseName}"
    errorStrategy 'retry'
    maxRetries 2

    input:
    path data
    path potential

    output:
    path "relaxed-${data.name}"

    script:
    """
    lmp -log log.lammps -screen none <<'DECK'
    units metal
    atom_style atomic
    read_data ${data}
    mass 1 28.0855
    pair_style sw
    pair_coeff * * ${potential} Si
    minimize 0 ${params.force_tolerance} 20000 200000
    write_data relaxed-${data.name} nocoeff
    DECK
    """
}

process LABEL {
    tag "${data.baseName}"
    errorStrategy 'retry'
    maxRetries 2

    input:
    path data
    path potential

    output:
    path "${data.baseName}.extxyz"

    script:
    """
    lmp -log log.lammps -screen none <<'DECK'
    units metal
    atom_style atomic
    read_data ${data}
    mass 1 28.0855
    pair_style sw
    pair_coeff * * ${potential} Si
    run 0
    print "energy \$(pe:%.15g) cell \$(lx:%.15g) \$(ly:%.15g) \$(lz:%.15g)" file energy.txt
    write_dump all custom forces.dump id xu yu zu fx fy fz modify sort id format float %.15g
    DECK
    awk '
        FNR == NR { energy = \$2; a = \$4; b = \$5; c = \$6; next }
        /^ITEM: NUMBER OF ATOMS/ { getline; atoms = \$1; print atoms; next }
        /^ITEM: ATOMS/ {
            print "Lattice=\\"" a " 0 0 0 " b " 0 0 0 " c "\\" Properties=species:S:1:pos:R:3:forces:R:3 pbc=\\"T T T\\" energy=" energy
            inside = 1
            next
        }
        inside { print "Si", \$2, \$3, \$4, \$5, \$6, \$7; rows++ }
        END { if (!atoms || rows != atoms || energy == "") exit 1 }
    ' energy.txt forces.dump > ${data.baseName}.extxyz
    """
}

workflow {
    if (!params.structures) {
        error "params.structures is not set; wanted is an extended XYZ file: --structures FILE"
    }
    potential = file(params.potential, checkIfExists: true)
    frames = SPLIT(channel.fromPath(params.structures, checkIfExists: true)) | flatten
    LABEL(params.relax ? RELAX(frames, potential) : frames, potential)
        .collectFile(name: 'labelled.extxyz', storeDir: params.outdir, sort: { labelled -> labelled.name })
}
