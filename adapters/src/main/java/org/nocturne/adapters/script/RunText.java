package org.nocturne.adapters.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text that a run left in its work directory, line by line. */
final class RunText {
    /** Where the launcher puts what the program prints. */
    static final List<String> PRINTED = List.of(".command.out", ".command.err");

    private RunText() {}

    /**
     * The lines of a file.
     *
     * @throws IllegalArgumentException if it is not there
     * @throws UncheckedIOException if it cannot be read
     */
    static List<String> lines(Path workDir, String file) {
        Path path = workDir.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException(file + " is not there");
        }
        try {
            String text = Files.readString(path, StandardCharsets.ISO_8859_1);
            return new ArrayList<>(Arrays.asList(text.split("\\R")));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** All that the program prints. */
    static List<String> printed(Path workDir) {
        List<String> out = new ArrayList<>();
        for (String file : PRINTED) {
            if (Files.isRegularFile(workDir.resolve(file))) {
                out.addAll(lines(workDir, file));
            }
        }
        return out;
    }
}
