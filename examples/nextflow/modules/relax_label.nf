// A module: relaxes and labels structures of silicon with LAMMPS and the Stillinger-Weber potential, one task a structure and step.
// Its channels hold [meta, file]; meta.id names a structure from the beginning to its answer.

process RELAX {
    tag "${meta.id}"

    input:
    tuple val(meta), path(data)
    path potential
    val force_tolerance

    output:
    tuple val(meta), path("${meta.id}.relaxed.data")

    script:
    """
    lmp -log log.lammps -screen none <<'DECK'
    units metal
    atom_style atomic
    read_data ${data}
    mass 1 28.0855
    pair_style sw
    pair_coeff * * ${potential} Si
    minimize 0 ${force_tolerance} 20000 200000
    write_data ${meta.id}.relaxed.data nocoeff
    DECK
    """
}

process LABEL {
    tag "${meta.id}"

    input:
    tuple val(meta), path(data)
    path potential

    output:
    tuple val(meta), path("${meta.id}.extxyz")

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
    awk -v id='${meta.id}' '
        FNR == NR { energy = \$2; a = \$4; b = \$5; c = \$6; next }
        /^ITEM: NUMBER OF ATOMS/ { getline; atoms = \$1; print atoms; next }
        /^ITEM: ATOMS/ {
            print "Lattice=\\"" a " 0 0 0 " b " 0 0 0 " c "\\" Properties=species:S:1:pos:R:3:forces:R:3 pbc=\\"T T T\\" energy=" energy " id=" id
            inside = 1
            next
        }
        inside { print "Si", \$2, \$3, \$4, \$5, \$6, \$7; rows++ }
        END { if (!atoms || rows != atoms || energy == "") exit 1 }
    ' energy.txt forces.dump > ${meta.id}.extxyz
    """
}

workflow RELAX_LABEL {
    take:
    structures // [meta, LAMMPS data file]
    potential // file
    relax // whether to relax, or to label structures as they stand
    force_tolerance // eV/angstrom, of the relaxation

    main:
    labelled = LABEL(relax ? RELAX(structures, potential, force_tolerance) : structures, potential)

    emit:
    labelled // [meta, extended XYZ]
}
