package org.nocturne.learning.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Structure;

/**
 * NPZ, for numpy.load: arrays over the structures, and arrays over all their atoms one structure after the other. The atoms of structure
 * k are those from first_atom[k] to first_atom[k + 1]. What is not known is NaN, a round of nobody -1.
 */
final class NumpySink implements FrameSink {
    private static final int WORD = 16;

    private final Path file;
    private final List<NumpyArray> arrays = new ArrayList<>();
    private final NumpyArray firstAtom;
    private final NumpyArray numbers;
    private final NumpyArray positions;
    private final NumpyArray forces;
    private final NumpyArray cells;
    private final NumpyArray periodic;
    private final NumpyArray energies;
    private final NumpyArray temperatures;
    private final NumpyArray rounds;
    private final NumpyArray ordinals;
    private final NumpyArray subjects;
    private final NumpyArray roles;
    private final NumpyArray methods;
    private long atoms;

    NumpySink(Path file) throws IOException {
        this.file = file;
        firstAtom = array("first_atom", "<i8", "");
        numbers = array("numbers", "<i8", "");
        positions = array("positions", "<f8", "3, ");
        forces = array("forces", "<f8", "3, ");
        cells = array("cells", "<f8", "3, 3, ");
        periodic = array("pbc", "|b1", "3, ");
        energies = array("energy", "<f8", "");
        temperatures = array("temperature", "<f8", "");
        rounds = array("round", "<i8", "");
        ordinals = array("ordinal", "<i8", "");
        subjects = array("subject", "|S" + WORD, "");
        roles = array("role", "|S" + WORD, "");
        methods = array("method", "|S" + WORD, "");
        firstAtom.whole(0);
    }

    private NumpyArray array(String name, String type, String rowShape) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        NumpyArray array = new NumpyArray(folder == null ? Path.of("") : folder, name, type, rowShape);
        arrays.add(array);
        return array;
    }

    @Override
    public void add(ExportedFrame it) throws IOException {
        Structure structure = it.frame().structure();
        Cell cell = structure.cell();
        atoms += structure.size();
        firstAtom.whole(atoms);
        for (int atom = 0; atom < structure.size(); atom++) {
            numbers.whole(structure.species(atom).atomicNumber());
        }
        positions.rows(structure.xyzAngstrom(), 3);
        double[] unknown = new double[3 * structure.size()];
        Arrays.fill(unknown, Double.NaN);
        forces.rows(it.frame().reals("forces").orElse(unknown), 3);
        cells.row(cell.rows());
        periodic.flags(cell.isPeriodic(0), cell.isPeriodic(1), cell.isPeriodic(2));
        energies.row(it.energyEv() == null ? Double.NaN : it.energyEv());
        temperatures.row(it.temperature().value());
        rounds.whole(it.round() == null ? -1 : it.round());
        ordinals.whole(it.ordinal());
        subjects.word(it.subject(), WORD);
        roles.word(it.role(), WORD);
        methods.word(it.method() == null ? "" : it.method(), WORD);
    }

    @Override
    public void finish() throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream npz = new ZipOutputStream(out)) {
            for (NumpyArray array : arrays) {
                npz.putNextEntry(new ZipEntry(array.name() + ".npy"));
                array.writeTo(npz);
                npz.closeEntry();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (NumpyArray array : arrays) {
            array.close();
        }
    }
}
