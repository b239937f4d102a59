package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.nocturne.adapters.Code;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Structure;

/** Forces from a code that keeps a program alive. */
public final class CodeForces {
    /** Of one answer: half a million atoms take seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private CodeForces() {}

    /**
     * Opens them.
     *
     * @throws IllegalArgumentException if this code cannot
     */
    public static Forces open(Code code, Structure around, Path workDir) {
        try {
            return code.forces(around, workDir, PATIENCE)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the code " + code.method().code()
                                    + " keeps no program alive for forces; a correction needs a code that does, such as lammps,"
                                    + " or none"));
        } catch (IOException e) {
            throw new UncheckedIOException(workDir + ": " + e.getMessage(), e);
        }
    }
}
