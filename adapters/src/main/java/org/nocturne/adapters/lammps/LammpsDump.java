package org.nocturne.adapters.lammps;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.Words;
import org.nocturne.core.work.Cause;

/**
 * Reads our text dumps, columns {@code id type xu yu zu} and three of force, one snapshot after the other; or {@code id} and forces alone,
 * where the positions are known.
 */
final class LammpsDump {
    private static final int COLUMNS = 8;
    private static final String POSITIONS = "ITEM: ATOMS id type xu yu zu";
    private static final String FORCES_ALONE = "ITEM: ATOMS id fx fy fz";

    /** Positions in angstrom (empty where the dump holds none) and forces in eV/angstrom, by atom id, in LAMMPS' axes. */
    record Snapshot(long step, double[] xyz, double[] forces) {}

    private final Path file;
    private final int atoms;
    private final BufferedReader in;
    private final Words words = new Words();
    private long line;

    private LammpsDump(Path file, int atoms, BufferedReader in) {
        this.file = file;
        this.atoms = atoms;
        this.in = in;
    }

    /** All snapshots; each must hold this number of atoms, ids 1 to N once each, and finite numbers only. */
    static List<Snapshot> read(Path file, int atoms) throws IOException, BadOutput {
        if (!Files.exists(file)) {
            throw new BadOutput(Cause.UNREADABLE_OUTPUT, file + " was not written");
        }
        requireLastLineComplete(file);
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            LammpsDump dump = new LammpsDump(file, atoms, in);
            List<Snapshot> snapshots = new ArrayList<>();
            for (String text = dump.next(); text != null; text = dump.next()) {
                snapshots.add(dump.snapshot(text));
            }
            return snapshots;
        }
    }

    /** A number cut short is a number still; only the missing end of its line betrays it. */
    private static void requireLastLineComplete(Path file) throws IOException, BadOutput {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            if (channel.size() == 0 || channel.position(channel.size() - 1).read(last) != 1 || last.get(0) != '\n') {
                throw new BadOutput(Cause.UNREADABLE_OUTPUT, file + " ends in the middle of a line");
            }
        }
    }

    private Snapshot snapshot(String title) throws IOException, BadOutput {
        require(title.equals("ITEM: TIMESTEP"), "ITEM: TIMESTEP", title);
        long step = (long) number(promised());
        expect("ITEM: NUMBER OF ATOMS");
        long found = (long) number(promised());
        if (found != atoms) {
            throw new BadOutput(
                    Cause.WRONG_ATOM_COUNT, where() + " holds " + found + " atoms at step " + step + ", not " + atoms);
        }
        expect("ITEM: BOX BOUNDS");
        for (int axis = 0; axis < 3; axis++) {
            promised();
        }
        String columns = promised();
        boolean alone = columns.startsWith(FORCES_ALONE);
        require(alone || columns.startsWith(POSITIONS), POSITIONS, columns);
        double[] xyz = new double[alone ? 0 : 3 * atoms];
        double[] forces = new double[3 * atoms];
        Arrays.fill(forces, Double.NaN);
        for (int row = 0; row < atoms; row++) {
            atom(promised(), xyz, forces);
        }
        return new Snapshot(step, xyz, forces);
    }

    private void atom(String row, double[] xyz, double[] forces) throws BadOutput {
        int columns = xyz.length == 0 ? 4 : COLUMNS;
        require(words.of(row) == columns, columns + " columns", row);
        int id = (int) number(0);
        require(
                id >= 1 && id <= atoms && Double.isNaN(forces[3 * id - 3]),
                "each id from 1 to " + atoms + " once",
                row);
        for (int k = 0; k < 3; k++) {
            if (xyz.length > 0) {
                xyz[3 * id - 3 + k] = finite(2 + k);
            }
            forces[3 * id - 3 + k] = finite(columns - 3 + k);
        }
    }

    private double finite(int k) throws BadOutput {
        double value = number(k);
        if (!Double.isFinite(value)) {
            throw new BadOutput(Cause.NOT_FINITE, where() + ": " + words.word(k));
        }
        return value;
    }

    private double number(String line) throws BadOutput {
        require(words.of(line) == 1, "a number", line);
        return number(0);
    }

    private double number(int k) throws BadOutput {
        try {
            return words.real(k);
        } catch (NumberFormatException e) {
            throw new BadOutput(Cause.UNREADABLE_OUTPUT, where() + ": '" + words.word(k) + "' is not a number");
        }
    }

    private void expect(String beginning) throws IOException, BadOutput {
        String text = promised();
        require(text.startsWith(beginning), beginning, text);
    }

    private void require(boolean holds, String wanted, String found) throws BadOutput {
        if (!holds) {
            throw new BadOutput(Cause.UNREADABLE_OUTPUT, where() + ": wanted " + wanted + ", found '" + found + "'");
        }
    }

    private String promised() throws IOException, BadOutput {
        String text = next();
        if (text == null) {
            throw new BadOutput(Cause.UNREADABLE_OUTPUT, where() + ": the file ends in the middle of a snapshot");
        }
        return text;
    }

    private @Nullable String next() throws IOException {
        line++;
        String text = in.readLine();
        return text == null ? null : text.strip();
    }

    private String where() {
        return file + ":" + line;
    }
}
