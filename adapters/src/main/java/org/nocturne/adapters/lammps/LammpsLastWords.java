package org.nocturne.adapters.lammps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nocturne.adapters.OutputText;
import org.nocturne.adapters.launch.Conversation;

/** What LAMMPS said of its own end: the error lines of its log, or else of what it printed. */
final class LammpsLastWords {
    private LammpsLastWords() {}

    /** ": ERROR: ..." or nothing at all. */
    static String in(Path workDir) {
        for (String name : List.of(LammpsInput.LOG, Conversation.ERR, Conversation.OUT)) {
            Path file = workDir.resolve(name);
            if (!Files.exists(file)) {
                continue;
            }
            try {
                String found = OutputText.lastLines(file).stream()
                        .filter(line -> line.startsWith("ERROR"))
                        .findFirst()
                        .orElse("");
                if (!found.isEmpty()) {
                    return ": " + found.strip();
                }
            } catch (IOException e) {
                return ": " + file + " cannot be read: " + e.getMessage();
            }
        }
        return "";
    }
}
