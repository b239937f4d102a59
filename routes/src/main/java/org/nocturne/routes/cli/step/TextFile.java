package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nocturne.core.format.WholeFile;

/** Texts written beside their file and moved into place: a reader sees the old file or the new one, never half of it. */
final class TextFile {
    private TextFile() {}

    static void write(Path file, String text) throws IOException {
        Path aside = WholeFile.aside(file);
        Files.writeString(aside, text);
        WholeFile.publish(aside, file);
    }
}
