package org.nocturne.adapters.slurm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.nocturne.adapters.launch.Begin;
import org.nocturne.adapters.launch.WorkFiles;

/** What the work directory tells of one run. */
record Run(String token, Path workDir, Optional<Begin> begin, Optional<Integer> exitCode) {

    /** As its files are at this moment. */
    static Run read(String token, Path workDir) throws IOException {
        Optional<Begin> begin = Begin.read(workDir, token);
        return new Run(token, workDir, begin, begin.isPresent() ? new WorkFiles(workDir).exitCode() : Optional.empty());
    }

    boolean isDeclaredLost() {
        return begin.filter(Begin::isDeclaredLost).isPresent();
    }

    boolean hasSucceeded() {
        return exitCode.filter(code -> code == 0).isPresent();
    }

    /** The number of the job that has begun, else of the one that was noted. */
    Optional<Long> id() throws IOException {
        return begin.isPresent() ? begin.map(Begin::id) : JobNote.read(workDir, token);
    }
}
