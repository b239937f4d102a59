package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.structure.Structure;

/** The structures that a set begins with. */
final class StartingSet {
    private StartingSet() {}

    /** All frames of all files, at least two. */
    static List<Structure> read(List<Path> files) throws IOException {
        List<Structure> found = new ArrayList<>();
        for (Path file : files) {
            StructureFile.of(file).forEach((index, frame) -> found.add(frame.structure()));
        }
        if (found.size() < 2) {
            throw new IllegalArgumentException("--structures holds one structure; an ensemble of at least 2 is wanted");
        }
        return found;
    }

    /** The same, of one composition: one potential acts on all of them. */
    static List<Structure> readAlike(List<Path> files) throws IOException {
        List<Structure> found = read(files);
        Structure first = found.get(0);
        for (Structure one : found) {
            if (!one.species().equals(first.species())
                    || Math.abs(one.cell().volume() / first.cell().volume() - 1) > 1e-6) {
                throw new IllegalArgumentException("--structures holds " + first.size() + " atoms "
                        + first.distinctSpecies() + " in " + first.cell().volume() + " cubic angstrom and " + one.size()
                        + " atoms " + one.distinctSpecies() + " in "
                        + one.cell().volume()
                        + "; the same atoms in cells of one volume are wanted");
            }
        }
        return found;
    }
}
