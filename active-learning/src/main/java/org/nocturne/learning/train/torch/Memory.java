package org.nocturne.learning.train.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of this process as Linux counts it: what libtorch holds is not on the Java heap. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    static long residentMegabytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(STATUS + " has no line VmRSS"));
        } catch (IOException e) {
            throw new UncheckedIOException(STATUS + ": " + e.getMessage(), e);
        }
    }
}
