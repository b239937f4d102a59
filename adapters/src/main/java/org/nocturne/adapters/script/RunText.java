package org.nocturne.adapters.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.adapters.OutputText;

/** Text that a run left in its work directory, line by line. */
final class RunText {
    /** Where the launcher puts what the program prints. */
    static final List<String> PRINTED = List.of(".command.out", ".command.err");

    private RunText() {}

    /**
     * The lines of a file.
     *
     * @throws IllegalArgumentException if it is not there, or too large to be read
     * @throws UncheckedIOException if it cannot be read
     */
    static List<String> lines(Path workDir, String file) {
        Path path = workDir.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException(file + " is not there");
        }
        try {
            return OutputText.lines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What the program prints; of very much, the end. */
    static List<String> printed(Path workDir) throws IOException {
        List<String> out = new ArrayList<>();
        for (String file : PRINTED) {
            if (Files.isRegularFile(workDir.resolve(file))) {
                out.addAll(OutputText.lastLines(workDir.resolve(file)));
            }
        }
        return out;
    }
}
