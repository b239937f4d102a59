package org.nocturne.adapters.slurm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.nocturne.adapters.launch.Begin;

/** What the work directory tells of one run. */
record Run(String token, Path workDir, Optional<Begin> begin, Optional<Integer> exitCode) {

    /** The number of the job that has begun, else of the one that was noted. */
    Optional<Long> id() throws IOException {
        return begin.isPresent() ? begin.map(Begin::id) : JobNote.read(workDir, token);
    }
}
