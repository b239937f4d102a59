package org.nocturne.adapters.lammps;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Conversation;
import org.nocturne.core.format.LammpsBox;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.ForcesException;
import org.nocturne.core.structure.Structure;

/**
 * One LAMMPS process kept alive: positions go in by {@code read_dump}, {@code run 0} sets everything up anew (so the neighbour list is
 * that of these positions, however far they jumped), forces come out by {@code write_dump}, the energy by {@code print}. Some 4 to 8 ms a
 * call at 1000 atoms of Stillinger-Weber silicon on a busy machine, of which the force itself takes 1.6.
 *
 * <p>LAMMPS (29 Sep 2021) buffers its standard output when that is no terminal and has no switch against it; {@code print ... file}
 * opens, writes and closes. So the answer is a file that is looked for.
 */
final class LammpsForces implements Forces {
    private static final String POSITIONS = "positions.dump";
    private static final String FORCES = "forces.dump";
    private static final String ANSWER = "answer.txt";
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final long FIRST_NAP_NANOS = 50_000;

    private final Structure around;
    private final LammpsBox box;
    private final String header;
    private final Path workDir;
    private final Duration patience;
    private final Conversation lammps;
    private long asked;
    private boolean failed;

    private LammpsForces(Structure around, Path workDir, Duration patience, Conversation lammps) {
        this.around = around;
        this.box = LammpsBox.of(around);
        this.header = header(around, box);
        this.workDir = workDir;
        this.patience = patience;
        this.lammps = lammps;
    }

    static LammpsForces open(LammpsSettings settings, Structure around, Path workDir, Duration patience)
            throws IOException {
        remove(workDir);
        Files.createDirectories(workDir);
        LammpsInput input = new LammpsInput(settings);
        String system = input.systemScript(around);
        input.writeSystem(around, workDir);
        List<String> arguments = new ArrayList<>(settings.command());
        arguments.addAll(List.of("-log", LammpsInput.LOG, "-screen", "none", "-nocite"));
        LammpsForces out = new LammpsForces(
                around, workDir, patience, Conversation.begin(new Command(arguments), workDir.toAbsolutePath()));
        // No two images of an atom may be mixed up: positions are sought by id.
        out.ask("atom_modify map yes\n" + system + "run 0 post no\n");
        return out;
    }

    @Override
    public Evaluation at(double[] displacementsAngstrom) {
        if (displacementsAngstrom.length != 3 * around.size()) {
            throw new IllegalArgumentException(
                    "found " + displacementsAngstrom.length + " displacements for " + around.size() + " atoms");
        }
        try {
            write(displacementsAngstrom);
            double energy = ask("read_dump " + POSITIONS + " 0 x y z box no replace yes\nrun 0 post no\n"
                    + "write_dump all custom " + FORCES + " id fx fy fz modify format float %.15g\n");
            double[] forces = LammpsDump.read(workDir.resolve(FORCES), around.size())
                    .get(0)
                    .forces();
            return new Evaluation(energy, box.fromLammps(forces));
        } catch (BadOutput e) {
            throw failure(e.detail());
        } catch (IOException e) {
            throw failure(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean hasEnergy() {
        return true;
    }

    long pid() {
        return lammps.pid();
    }

    private void write(double[] u) throws IOException {
        double[] xyz = around.xyzAngstrom();
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] += u[k];
            if (!Double.isFinite(xyz[k])) {
                throw failure("displacement " + "xyz".charAt(k % 3) + " of atom " + (k / 3 + 1) + " is " + u[k]);
            }
        }
        double[] turned = box.toLammps(xyz);
        try (BufferedWriter out = Files.newBufferedWriter(workDir.resolve(POSITIONS), StandardCharsets.US_ASCII)) {
            out.write(header);
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < around.size(); i++) {
                row.setLength(0);
                row.append(i + 1).append(' ').append(turned[3 * i]).append(' ').append(turned[3 * i + 1]);
                out.append(row.append(' ').append(turned[3 * i + 2]).append('\n'));
            }
        }
    }

    /** Sends lines and a question for the energy after them, and waits for the answer that carries the question's number. */
    private double ask(String lines) throws IOException {
        if (failed) {
            throw new ForcesException(workDir + ": this LAMMPS has failed before; open another");
        }
        String number = "answer-" + ++asked + " ";
        Path answer = workDir.resolve(ANSWER);
        Files.deleteIfExists(answer);
        try {
            lammps.say(lines + "print '" + number + "$(pe:%.17g) .' file " + ANSWER + " screen no\n");
        } catch (IOException e) {
            throw failure("LAMMPS does not listen: " + e.getMessage());
        }
        long begin = System.nanoTime();
        String text = "";
        while (!text.endsWith(" .\n")) {
            boolean alive = lammps.isAlive();
            text = answer.toFile().length() > 0 ? Files.readString(answer, StandardCharsets.ISO_8859_1) : "";
            if (!alive && text.isEmpty()) {
                throw failure("LAMMPS has ended");
            }
            long waited = System.nanoTime() - begin;
            if (waited > patience.toNanos()) {
                throw failure("LAMMPS gave no answer within " + patience.toMillis() / 1000.0 + " s");
            }
            LockSupport.parkNanos(Math.max(FIRST_NAP_NANOS, waited / 20)); // late by a twentieth at most
        }
        if (!text.startsWith(number)) {
            throw failure("wanted " + number.strip() + ", found '" + text.strip() + "'");
        }
        return energy(text.substring(number.length(), text.length() - 3));
    }

    private double energy(String word) {
        try {
            double energy = Double.parseDouble(word);
            if (Double.isFinite(energy)) {
                return energy;
            }
        } catch (NumberFormatException e) {
            // LAMMPS writes nan and inf in its own way; the word is told below.
        }
        throw failure("the energy is " + word);
    }

    /** Ends the process, so that its log is complete, and keeps the directory. */
    private ForcesException failure(String what) {
        boolean first = !failed;
        failed = true;
        if (first) {
            lammps.end(lammps.isAlive() ? Duration.ofMillis(200) : GRACE);
        }
        return new ForcesException(
                workDir.toAbsolutePath() + ": " + what + "; " + lammps.ending() + LammpsLastWords.in(workDir));
    }

    @Override
    public void close() {
        lammps.end(failed ? Duration.ZERO : GRACE);
        if (!failed) {
            remove(workDir);
        }
    }

    private static String header(Structure around, LammpsBox box) {
        StringBuilder text = new StringBuilder("ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n")
                .append(around.size())
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

    private static void remove(Path dir) {
        if (!Files.exists(dir)) {
            return;
        }
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new ForcesException(dir + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
