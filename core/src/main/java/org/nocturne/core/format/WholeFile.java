package org.nocturne.core.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that appear whole: written aside first, then moved into place, so that a reader sees the old file or the new one and never half
 * of it. A link stays a link, to the new file. A device or a pipe, such as /dev/stdout, is written to: a move would put a file in its place.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Where to write what will be moved to a place: beside it, or in the folder for temporary files where that is no place for files. */
    public static Path aside(Path target) throws IOException {
        Path place = place(target);
        if (isRegular(place)) {
            return place.resolveSibling(
                    "." + place.getFileName() + "." + ProcessHandle.current().pid() + "-"
                            + Thread.currentThread().getId() + ".part");
        }
        return Files.createTempFile("nocturne-", ".part");
    }

    /** Puts what was written aside in its place. */
    public static void publish(Path aside, Path target) throws IOException {
        Path place = place(target);
        if (isRegular(place)) {
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (OutputStream out = Files.newOutputStream(place, StandardOpenOption.WRITE)) {
            Files.copy(aside, out);
        }
        Files.delete(aside);
    }

    private static Path place(Path target) throws IOException {
        return Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    }

    private static boolean isRegular(Path place) {
        return !Files.exists(place) || Files.isRegularFile(place);
    }
}
