package org.nocturne.adapters.lammps;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.nocturne.adapters.launch.Conversation;
import org.nocturne.core.format.LammpsBox;
import org.nocturne.core.port.Forces.Evaluation;

/**
 * By files, which every LAMMPS can: positions go in by {@code read_dump}, {@code run 0} sets everything up anew (so the neighbour list is
 * that of these positions, however far they jumped), forces come out by {@code write_dump}, the energy by {@code print}.
 *
 * <p>LAMMPS (29 Sep 2021) buffers its standard output when that is no terminal and has no switch against it; {@code print ... file}
 * opens, writes and closes. So the answer is a file that is looked for.
 */
final class FileExchange implements Exchange {
    private static final String POSITIONS = "positions.dump";
    private static final String FORCES = "forces.dump";
    private static final String ANSWER = "answer.txt";
    private static final long FIRST_NAP_NANOS = 50_000;

    private final Conversation lammps;
    private final Path workDir;
    private final Duration patience;
    private final int atoms;
    private final String header;
    private long asked;

    FileExchange(Conversation lammps, Path workDir, Duration patience, LammpsBox box, int atoms) {
        this.lammps = lammps;
        this.workDir = workDir;
        this.patience = patience;
        this.atoms = atoms;
        this.header = header(box, atoms);
    }

    @Override
    public Evaluation at(double[] xyzAngstrom) throws BadOutput, IOException {
        write(xyzAngstrom);
        double energy = ask("read_dump " + POSITIONS + " 0 x y z box no replace yes\nrun 0 post no\n"
                + "write_dump all custom " + FORCES + " id fx fy fz modify format float %.15g\n");
        double[] forces = LammpsDump.read(workDir.resolve(FORCES), atoms).get(0).forces();
        return new Evaluation(energy, forces);
    }

    private void write(double[] xyz) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(workDir.resolve(POSITIONS), StandardCharsets.US_ASCII)) {
            out.write(header);
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < atoms; i++) {
                row.setLength(0);
                row.append(i + 1).append(' ').append(xyz[3 * i]).append(' ').append(xyz[3 * i + 1]);
                out.append(row.append(' ').append(xyz[3 * i + 2]).append('\n'));
            }
        }
    }

    /** Sends lines and a question for the energy after them, and waits for the answer that carries the question's number. */
    double ask(String lines) throws IOException {
        String number = "answer-" + ++asked + " ";
        Path answer = workDir.resolve(ANSWER);
        Files.deleteIfExists(answer);
        try {
            lammps.say(lines + "print '" + number + "$(pe:%.17g) .' file " + ANSWER + " screen no\n");
        } catch (IOException e) {
            throw new IOException("LAMMPS does not listen: " + e.getMessage(), e);
        }
        long begin = System.nanoTime();
        String text = "";
        while (!text.endsWith(" .\n")) {
            boolean alive = lammps.isAlive();
            text = answer.toFile().length() > 0 ? Files.readString(answer, StandardCharsets.ISO_8859_1) : "";
            if (!alive && text.isEmpty()) {
                throw new IOException("LAMMPS has ended");
            }
            long waited = System.nanoTime() - begin;
            if (waited > patience.toNanos()) {
                throw new IOException("LAMMPS gave no answer within " + patience.toMillis() / 1000.0 + " s");
            }
            LockSupport.parkNanos(Math.max(FIRST_NAP_NANOS, waited / 20)); // late by a twentieth at most
        }
        if (!text.startsWith(number)) {
            throw new IOException("wanted " + number.strip() + ", found '" + text.strip() + "'");
        }
        return energy(text.substring(number.length(), text.length() - 3));
    }

    private static double energy(String word) throws IOException {
        try {
            double energy = Double.parseDouble(word);
            if (Double.isFinite(energy)) {
                return energy;
            }
        } catch (NumberFormatException e) {
            // LAMMPS writes nan and inf in its own way; the word is told below.
        }
        throw new IOException("the energy is " + word);
    }

    @Override
    public void close() {
        // nothing is held between two questions
    }

    private static String header(LammpsBox box, int atoms) {
        StringBuilder text = new StringBuilder("ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n")
                .append(atoms)
                .append("\nITEM: BOX BOUNDS ");
        double[] tilt = {box.tiltAngstrom(0), box.tiltAngstrom(1), box.tiltAngstrom(2)};
        double[] low = {
            box.lowAngstrom(0) + Math.min(Math.min(0, tilt[0]), Math.min(tilt[1], tilt[0] + tilt[1])),
            box.lowAngstrom(1) + Math.min(0, tilt[2]),
            box.lowAngstrom(2)
        };
        double[] high = {
            box.highAngstrom(0) + Math.max(Math.max(0, tilt[0]), Math.max(tilt[1], tilt[0] + tilt[1])),
            box.highAngstrom(1) + Math.max(0, tilt[2]),
            box.highAngstrom(2)
        };
        text.append(box.isTilted() ? "xy xz yz " : "");
        for (String style : box.boundary().split(" ", -1)) {
            text.append(style).append(style).append(' ');
        }
        for (int axis = 0; axis < 3; axis++) {
            text.append('\n').append(low[axis]).append(' ').append(high[axis]);
            if (box.isTilted()) {
                text.append(' ').append(tilt[axis]);
            }
        }
        return text.append("\nITEM: ATOMS id x y z\n").toString();
    }
}
