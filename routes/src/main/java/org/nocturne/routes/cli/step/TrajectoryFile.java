package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nocturne.core.format.ExtendedXyzReader;
import org.nocturne.core.format.FormatException;
import org.nocturne.core.format.LammpsTrajectoryReader;
import org.nocturne.core.format.StructureReader;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Element;

/**
 * A trajectory that somebody has: extended XYZ by its name, else a LAMMPS text dump.
 *
 * @param elements of the atom types of a dump
 */
record TrajectoryFile(Path path, List<Element> elements) {

    /** No more than one frame is in memory. Returns how many there were; at least one. */
    int forEach(StructureReader.Visitor visitor) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new FormatException(
                    path, "there is no such file; wanted is a trajectory, a LAMMPS text dump or extended XYZ");
        }
        int count = isExtendedXyz() ? extendedXyz(visitor) : dump(visitor);
        if (count == 0) {
            throw new FormatException(path, "holds no frame; wanted is a trajectory");
        }
        return count;
    }

    private boolean isExtendedXyz() {
        return path.toString().toLowerCase(Locale.ROOT).endsWith("xyz");
    }

    private int extendedXyz(StructureReader.Visitor visitor) throws IOException {
        int count = 0;
        try (ExtendedXyzReader reader = new ExtendedXyzReader(path)) {
            for (Optional<XyzFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                visitor.visit(count++, frame.get());
            }
        }
        return count;
    }

    private int dump(StructureReader.Visitor visitor) throws IOException {
        if (elements.isEmpty()) {
            throw new FormatException(
                    path, "a dump does not say which elements its atom types are; wanted is --elements, such as Si,O");
        }
        int count = 0;
        try (LammpsTrajectoryReader reader = new LammpsTrajectoryReader(path, elements)) {
            for (Optional<XyzFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                visitor.visit(count++, frame.get());
            }
        }
        return count;
    }
}
