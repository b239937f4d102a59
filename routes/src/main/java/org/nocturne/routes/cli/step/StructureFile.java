package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import org.nocturne.core.format.FormatException;
import org.nocturne.core.format.StructureFormat;
import org.nocturne.core.format.StructureReader;
import org.nocturne.core.structure.Structure;

/** A file of structures that a person names on the command line. */
public record StructureFile(Path path, StructureFormat format) {

    /** The format from the file's name. */
    public static StructureFile of(Path path) {
        return new StructureFile(path, StructureFormat.of(path));
    }

    /** Its first structure; the frames behind it are not read. */
    public Structure first() throws IOException {
        return StructureReader.first(path, format);
    }

    /**
     * Visits frame after frame.
     *
     * @return how many there were
     * @throws FormatException if there is no such file, no frame, or a line that cannot be meant
     */
    int forEach(StructureReader.Visitor visitor) throws IOException {
        return StructureReader.forEach(path, format, visitor);
    }
}
