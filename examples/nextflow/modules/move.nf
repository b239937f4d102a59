// A module: molecular dynamics of structures of silicon with LAMMPS and the Stillinger-Weber potential, each at a temperature of its own.
// Its channels hold [meta, file]; meta.id names a structure, meta.temperature is in kelvin, meta.seed a whole number above 0.

process MOVE {
    tag "${meta.id}"

    input:
    tuple val(meta), path(data)
    path potential
    val equilibration // steps before anything is recorded
    val steps // of which there are so many frames, and a record of energy and temperature after each so many steps
    val spacing
    val record

    output:
    tuple val(meta), path("${meta.id}.moved.data"), emit: moved // where the motion ended
    tuple val(meta), path("${meta.id}.frames.extxyz"), path("${meta.id}.motion.txt"), emit: frames // forces are the potential's alone

    script:
    """
    lmp -log log.lammps -screen none <<'DECK'
    units metal
    atom_style atomic
    read_data ${data}
    mass 1 28.0855
    pair_style sw
    pair_coeff * * ${potential} Si
    timestep 0.001
    run 0
    print "before \$(pe:%.15g) cell \$(lx:%.15g) \$(ly:%.15g) \$(lz:%.15g)" file motion.txt
    velocity all create ${meta.temperature} ${meta.seed} mom yes dist gaussian
    fix potential all store/force
    fix integrate all nve
    fix thermostat all langevin ${meta.temperature} ${meta.temperature} 0.1 ${meta.seed} zero yes
    run ${equilibration}
    reset_timestep 0
    variable step equal step
    variable energy equal pe
    variable temperature equal temp
    fix record all print ${record} "record \${step} \${energy} \${temperature}" append motion.txt screen no
    dump frames all custom ${spacing} frames.dump id xu yu zu f_potential[1] f_potential[2] f_potential[3]
    dump_modify frames sort id format float %.15g
    run ${steps}
    write_data ${meta.id}.moved.data nocoeff
    DECK
    awk -v id='${meta.id}' '
        FNR == NR {
            if (\$1 == "before") { a = \$4; b = \$5; c = \$6 }
            if (\$1 == "record") energy[\$2] = \$3
            next
        }
        /^ITEM: TIMESTEP/ { getline; step = \$1; next }
        /^ITEM: NUMBER OF ATOMS/ { getline; atoms = \$1; next }
        /^ITEM: BOX BOUNDS/ { getline; getline; getline; next }
        /^ITEM: ATOMS/ {
            if (step == 0) next
            if (!(step in energy)) exit 1
            print atoms
            print "Lattice=\\"" a " 0 0 0 " b " 0 0 0 " c "\\" Properties=species:S:1:pos:R:3:forces:R:3 pbc=\\"T T T\\" energy=" energy[step] " id=" id
            next
        }
        step > 0 { print "Si", \$2, \$3, \$4, \$5, \$6, \$7 }
    ' motion.txt frames.dump > ${meta.id}.frames.extxyz
    mv motion.txt ${meta.id}.motion.txt
    """
}
