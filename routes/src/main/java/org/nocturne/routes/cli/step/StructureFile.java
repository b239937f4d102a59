package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.ExtendedXyzReader;
import org.nocturne.core.format.FormatException;
import org.nocturne.core.format.LammpsDataFile;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Structure;

/** A file of structures that a person names on the command line. */
public record StructureFile(Path path, StructureFormat format) {

    /** What is done with each frame, counted from 0. */
    interface Visitor {
        void visit(int index, XyzFrame frame) throws IOException;
    }

    /** The format from the file's name. */
    public static StructureFile of(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        boolean lammps = name.endsWith(".data") || name.endsWith(".lammps") || name.endsWith(".lammps-data");
        return new StructureFile(path, lammps ? StructureFormat.LAMMPS_DATA : StructureFormat.EXTXYZ);
    }

    /** Its first structure; the frames behind it are not read. */
    public Structure first() throws IOException {
        if (format == StructureFormat.EXTXYZ && Files.isRegularFile(path)) {
            return ExtendedXyz.readFirst(path).structure();
        }
        Structure[] found = new Structure[1];
        forEach((index, frame) -> found[0] = frame.structure());
        return found[0];
    }

    /**
     * Visits frame after frame; no more than one is in memory.
     *
     * @return how many there were
     * @throws FormatException if there is no such file, no frame, or a line that cannot be meant
     */
    int forEach(Visitor visitor) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new FormatException(path, "there is no such file; wanted structures as extended XYZ or LAMMPS data");
        }
        if (format == StructureFormat.LAMMPS_DATA) {
            visitor.visit(0, new XyzFrame(LammpsDataFile.read(path)));
            return 1;
        }
        int count = 0;
        try (ExtendedXyzReader reader = new ExtendedXyzReader(path)) {
            for (Optional<XyzFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                visitor.visit(count++, frame.get());
            }
        }
        if (count == 0) {
            throw new FormatException(path, "holds no frame; wanted at least one structure");
        }
        return count;
    }
}
