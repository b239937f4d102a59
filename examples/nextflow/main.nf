// Splits a file of silicon structures, does with each what params.task says, and publishes all of them in one file.

include { MOVE } from './modules/move'
include { RELAX_LABEL } from './modules/relax_label'

// minimise; label: energies and forces of the structures as they stand; relax: molecular dynamics first; replica: molecular dynamics alone
params.task = 'minimise'
params.structures = null // extended XYZ, one frame or many, orthogonal cells; id=NAME of a frame is kept, and so are temperature=KELVIN and seed=NUMBER
params.force_tolerance = 1e-7 // eV/angstrom, of the minimisation
params.equilibration_steps = 0 // of molecular dynamics, of one femtosecond, before anything is recorded
params.md_steps = 1000 // after them
params.spacing_steps = params.md_steps // a frame after each so many of these
params.record_steps = 50 // a record of energy and temperature after each so many; each frame has one
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

// The word after key= in a comment line; null where there is none.
def value(line, key) {
    def word = line.tokenize(' ').find { text -> text.startsWith(key + '=') }
    return word ? word.substring(key.length() + 1) : null
}

// What the comment lines say of each structure, by its id.
def said(structures) {
    return file(structures)
        .readLines()
        .findAll { line -> line.contains('Lattice=') && value(line, 'id') }
        .collectEntries { line -> [value(line, 'id'), [temperature: value(line, 'temperature'), seed: value(line, 'seed')]] }
}

workflow {
    if (!params.structures) {
        error "params.structures is not set; wanted is an extended XYZ file: --structures FILE"
    }
    if (!(params.task in ['label', 'minimise', 'relax', 'replica'])) {
        error "params.task is '${params.task}'; wanted is label, minimise, relax or replica"
    }
    potential = file(params.potential, checkIfExists: true)
    about = said(params.structures)
    structures = (SPLIT(channel.fromPath(params.structures, checkIfExists: true)) | flatten)
        .map { data -> [[id: data.baseName] + about.getOrDefault(data.baseName, [:]), data] }
    if (params.task in ['relax', 'replica']) {
        MOVE(structures, potential, params.equilibration_steps, params.md_steps, params.spacing_steps, params.record_steps)
    }
    if (params.task != 'replica') {
        RELAX_LABEL(params.task == 'relax' ? MOVE.out.moved : structures, potential, params.task != 'label', params.force_tolerance)
            .map { meta, labelled -> labelled }
            .collectFile(name: 'labelled.extxyz', storeDir: params.outdir, sort: { labelled -> labelled.name })
    }
}
