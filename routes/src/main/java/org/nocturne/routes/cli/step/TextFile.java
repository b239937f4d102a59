package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Texts written beside their file and moved into place: a reader sees the old file or the new one, never half of it. */
final class TextFile {
    private TextFile() {}

    static void write(Path file, String text) throws IOException {
        Path whole = file.toAbsolutePath();
        Path aside = whole.resolveSibling(
                "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        Files.writeString(aside, text);
        Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
