package org.nocturne.adapters.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nocturne.adapters.script.ScriptAdapter.Batch;
import org.nocturne.core.format.ExtendedXyzWriter;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.work.Task;

/** The structures of a batch in one file. */
final class BatchFile {
    /** Variables that each structure has for itself: they stand in its comment line, and in no template. */
    static final Set<String> OF_EACH = Set.of("temperature", "heat_to", "cooling_ps", "seed");

    /** A pattern of file names that holds for the id of every structure. */
    static final String ANY_ID = "s[0-9][0-9][0-9][0-9][0-9]";

    private BatchFile() {}

    /** What the structure in this place is called, counted from 0: a word that may be a part of a file's name. */
    static String id(int index) {
        return String.format(Locale.ROOT, "s%05d", index + 1);
    }

    /** A file that would be the same stays as it is, also its time: by it a program may know that it has done the work already. */
    static void write(Batch batch, List<? extends Task> tasks, Path workDir) throws IOException {
        Path file = RunFiles.inside(workDir, batch.structures());
        Path aside = RunFiles.inside(workDir, batch.structures() + ".new");
        try (ExtendedXyzWriter writer = new ExtendedXyzWriter(aside)) {
            for (int k = 0; k < tasks.size(); k++) {
                writer.write(new XyzFrame(tasks.get(k).start(), comment(batch, id(k), tasks.get(k)), Map.of()));
            }
        }
        if (Files.isRegularFile(file) && Files.mismatch(aside, file) < 0) {
            Files.delete(aside);
        } else {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Map<String, XyzValue> comment(Batch batch, String id, Task task) {
        Map<String, XyzValue> out = new LinkedHashMap<>();
        out.put(batch.id(), new XyzValue.Text(id));
        TaskKinds.variables(task).forEach((name, value) -> {
            if (OF_EACH.contains(name)) {
                out.put(name, new XyzValue.Text(String.valueOf(value)));
            }
        });
        return out;
    }
}
