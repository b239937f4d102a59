package org.nocturne.routes.cli.bench.crash;

import java.util.List;
import java.util.Locale;

/** A runner of tasks that people use otherwise, as its documentation says it goes on after a crash: by the same command. */
enum Peer {
    MAKE(List.of("make", "-j2", "all")),
    PARALLEL(List.of(
            "parallel",
            "--will-cite",
            "-j2",
            "--joblog",
            "joblog",
            "--resume",
            "./task.sh",
            ":::",
            "1",
            "2",
            "3",
            "4",
            "5",
            "6")),
    SNAKEMAKE(List.of("snakemake", "-j2", "--rerun-incomplete", "--nocolor"));

    /** Tasks of the scenario, two at a time. */
    static final int TASKS = 6;

    private final List<String> command;

    Peer(List<String> command) {
        this.command = command;
    }

    List<String> command() {
        return command;
    }

    String program() {
        return name().toLowerCase(Locale.ROOT);
    }
}
