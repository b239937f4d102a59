package org.nocturne.core.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.nocturne.core.structure.Structure;

/** Structures of a file in any of the {@link StructureFormat formats} that are read. */
public final class StructureReader {

    /** What is done with each frame, counted from 0. */
    public interface Visitor {
        void visit(int index, XyzFrame frame) throws IOException;
    }

    private interface Frames {
        Optional<XyzFrame> next() throws IOException;
    }

    private StructureReader() {}

    /**
     * Visits frame after frame; of extended XYZ no more than one is in memory.
     *
     * @return how many there were, at least one
     * @throws FormatException if there is no such file, no frame, or a line that cannot be meant
     */
    public static int forEach(Path file, StructureFormat format, Visitor visitor) throws IOException {
        TextInput.require(file, "structures as " + StructureFormat.ALL);
        return switch (format) {
            case LAMMPS_DATA -> visit(only(LammpsDataFile.read(file)), visitor);
            case POSCAR -> visit(only(PoscarFile.read(file)), visitor);
            case CIF -> visit(iterated(CifFile.read(file)), visitor);
            case EXTXYZ -> {
                try (ExtendedXyzReader reader = new ExtendedXyzReader(file)) {
                    int count = visit(reader::next, visitor);
                    if (count == 0) {
                        throw new FormatException(file, "holds no frame; wanted at least one structure");
                    }
                    yield count;
                }
            }
        };
    }

    /**
     * The first structure of a file, its format told by its name.
     *
     * @throws FormatException if there is no such file, no frame, a line that cannot be meant, or a CIF of several structures, whose
     *     order says nothing
     */
    public static Structure first(Path file) throws IOException {
        return first(file, StructureFormat.of(file));
    }

    /** The same in a format that is known otherwise. */
    public static Structure first(Path file, StructureFormat format) throws IOException {
        if (format == StructureFormat.EXTXYZ) {
            TextInput.require(file, "a structure as " + StructureFormat.ALL);
            return ExtendedXyz.readFirst(file).structure();
        }
        if (format == StructureFormat.CIF) {
            return onlyOne(file, CifFile.read(file));
        }
        Structure[] found = new Structure[1];
        forEach(file, format, (index, frame) -> found[0] = frame.structure());
        return found[0];
    }

    private static Structure onlyOne(Path file, List<XyzFrame> blocks) {
        if (blocks.size() > 1) {
            throw new FormatException(
                    file,
                    "holds " + blocks.size() + " structures, in the blocks "
                            + String.join(
                                    ", ",
                                    blocks.stream()
                                            .map(b -> b.text("block").orElse(""))
                                            .toList())
                            + "; one is wanted here");
        }
        return blocks.get(0).structure();
    }

    private static Frames only(Structure structure) {
        return iterated(List.of(new XyzFrame(structure)));
    }

    private static Frames iterated(List<XyzFrame> frames) {
        Iterator<XyzFrame> it = frames.iterator();
        return () -> it.hasNext() ? Optional.of(it.next()) : Optional.empty();
    }

    private static int visit(Frames frames, Visitor visitor) throws IOException {
        int count = 0;
        for (Optional<XyzFrame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            visitor.visit(count++, frame.get());
        }
        return count;
    }
}
