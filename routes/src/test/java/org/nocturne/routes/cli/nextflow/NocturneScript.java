package org.nocturne.routes.cli.nextflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.nocturne.adapters.launch.ShellWords;
import org.nocturne.adapters.nextflow.NextflowJvm;
import org.nocturne.routes.cli.NocturneCli;

/** This build as a command that other programs can call. */
final class NocturneScript {
    private NocturneScript() {}

    static Path in(Path dir) throws IOException {
        List<String> words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + NextflowJvm.JARS_PROPERTY + "=" + System.getProperty(NextflowJvm.JARS_PROPERTY),
                "-cp",
                System.getProperty("java.class.path"),
                NocturneCli.class.getName());
        Path command = Files.writeString(
                dir.resolve("nocturne"), "#!/bin/bash\nexec " + ShellWords.quote(words) + " \"$@\"\n");
        return Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    }
}
