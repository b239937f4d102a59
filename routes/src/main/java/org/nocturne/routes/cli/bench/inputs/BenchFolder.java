package org.nocturne.routes.cli.bench.inputs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the campaigns of a bench run. */
public final class BenchFolder {
    private BenchFolder() {}

    /**
     * Makes it.
     *
     * @param work as {@code --work} names it; null for a temporary one
     * @throws IllegalArgumentException if it is there already
     */
    public static Path make(@Nullable Path work, String bench) throws IOException {
        if (work == null) {
            return Files.createTempDirectory("nocturne-" + bench);
        }
        if (Files.exists(work)) {
            throw new IllegalArgumentException("--work " + work + " is there already; wanted is a new folder");
        }
        return Files.createDirectories(work).toAbsolutePath();
    }
}
