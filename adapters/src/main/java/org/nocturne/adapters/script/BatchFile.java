package org.nocturne.adapters.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nocturne.adapters.script.ScriptAdapter.Batch;
import org.nocturne.core.format.ExtendedXyzWriter;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Structure;

/** The structures of a batch in one file. */
final class BatchFile {
    private BatchFile() {}

    /** What the structure in this place is called, counted from 0: a word that may be a part of a file's name. */
    static String id(int index) {
        return String.format(Locale.ROOT, "s%05d", index + 1);
    }

    /** A file that would be the same stays as it is, also its time: by it a program may know that it has done the work already. */
    static void write(Batch batch, List<Structure> structures, Path workDir) throws IOException {
        Path file = RunFiles.inside(workDir, batch.structures());
        Path aside = RunFiles.inside(workDir, batch.structures() + ".new");
        try (ExtendedXyzWriter writer = new ExtendedXyzWriter(aside)) {
            for (int k = 0; k < structures.size(); k++) {
                writer.write(new XyzFrame(structures.get(k), Map.of(batch.id(), new XyzValue.Text(id(k))), Map.of()));
            }
        }
        if (Files.isRegularFile(file) && Files.mismatch(aside, file) < 0) {
            Files.delete(aside);
        } else {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
