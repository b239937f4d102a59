package org.nocturne.routes.cli.bench.inputs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.run.FolderTree;
import picocli.CommandLine.Model.CommandSpec;

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

    /** Deletes it where nobody wants to look into it; else says where it is. */
    public static void settle(Path folder, boolean keep, @Nullable CommandSpec spec) throws IOException {
        if (keep) {
            Output.errors(spec).println("nocturne: what was run is kept in " + folder);
        } else {
            FolderTree.delete(folder);
        }
    }
}
