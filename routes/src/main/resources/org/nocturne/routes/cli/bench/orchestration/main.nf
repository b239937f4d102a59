process task {
    executor 'local'
    maxForks 2

    input:
    val n

    output:
    path "out.$n"

    script:
    """
    : > out.$n
    """
}

workflow {
    Channel.of(1..@TASKS@) | task
}
