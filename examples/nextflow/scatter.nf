// Nocturne as one process of a larger workflow: the X-ray pattern of every structure, then all patterns as one table.

params.structures = null // extended XYZ files, such as 'structures/*.extxyz'
params.nocturne = 'nocturne' // the command
params.outdir = 'results'

process SCATTER {
    tag "${structure.baseName}"

    input:
    path structure

    output:
    path "${structure.baseName}.xy"

    script:
    """
    ${params.nocturne} scatter ${structure} --radiation xray --method kpoints --q 1:10:400 --fwhm 0.08 > ${structure.baseName}.xy
    """
}

process TABLE {
    publishDir params.outdir, mode: 'copy'

    input:
    path patterns

    output:
    path 'patterns.tsv'

    script:
    """
    for pattern in ${patterns}; do
        awk -v name="\${pattern%.xy}" '!/^#/ && NF { print name "\\t" \$1 "\\t" \$2 }' "\$pattern"
    done > patterns.tsv
    """
}

workflow {
    if (!params.structures) {
        error "params.structures is not set; wanted are extended XYZ files: --structures 'DIR/*.extxyz'"
    }
    SCATTER(channel.fromPath(params.structures, checkIfExists: true)) | collect | TABLE
}
