package org.nocturne.adapters.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.nocturne.adapters.launch.WorkFiles;

/** The number of the job, noted in its work directory beside the token it belongs to. */
final class JobNote {
    static final String FILE = ".command.job";

    private JobNote() {}

    static void write(Path workDir, String token, long id) throws IOException {
        new WorkFiles(workDir).write(FILE, id + " " + token + "\n");
    }

    /** Empty where none was noted, or that of another token. */
    static Optional<Long> read(Path workDir, String token) throws IOException {
        Path file = workDir.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] words = Files.readString(file).strip().split(" ", -1);
        return words.length == 2 && words[1].equals(token) && words[0].matches("\\d{1,18}")
                ? Optional.of(Long.valueOf(words[0]))
                : Optional.empty();
    }
}
