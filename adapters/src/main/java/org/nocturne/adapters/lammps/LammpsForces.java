package org.nocturne.adapters.lammps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Conversation;
import org.nocturne.core.format.LammpsBox;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.ForcesException;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;

/**
 * One LAMMPS process kept alive, asked through an {@link Exchange}: the socket of {@code fix ipi} where this LAMMPS has it and the cell is
 * periodic, else files. Its first run is one without a socket in any case; what goes wrong with the potential is told by it.
 */
final class LammpsForces implements Forces {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Structure around;
    private final LammpsBox box;
    private final Path workDir;
    private final Conversation lammps;
    private Exchange exchange;
    private boolean failed;

    private LammpsForces(Structure around, LammpsBox box, Path workDir, Conversation lammps, Exchange exchange) {
        this.around = around;
        this.box = box;
        this.workDir = workDir;
        this.lammps = lammps;
        this.exchange = exchange;
    }

    static LammpsForces open(
            LammpsSettings settings, LammpsProgram program, Structure around, Path workDir, Duration patience)
            throws IOException {
        remove(workDir);
        Files.createDirectories(workDir);
        LammpsInput input = new LammpsInput(settings);
        String system = input.systemScript(around);
        input.writeSystem(around, workDir);
        LammpsBox box = LammpsBox.of(around);
        List<String> arguments = new ArrayList<>(settings.command());
        arguments.addAll(List.of("-log", LammpsInput.LOG, "-screen", "none", "-nocite"));
        Conversation lammps = Conversation.begin(new Command(arguments), workDir.toAbsolutePath());
        FileExchange files = new FileExchange(lammps, workDir, patience, box, around.size());
        LammpsForces out = new LammpsForces(around, box, workDir, lammps, files);
        try {
            // No two images of an atom may be mixed up: positions are sought by id.
            double restEv = files.ask("atom_modify map yes\n" + system + "run 0 post no\n");
            if (settings.forces() == LammpsSettings.ForcesBy.SOCKET && SocketExchange.canBegin(program, box, restEv)) {
                out.exchange = SocketExchange.begin(lammps, patience, box, box.toLammps(around.xyzAngstrom()), restEv);
            }
        } catch (BadOutput e) {
            throw out.failure(e.detail());
        } catch (IOException e) {
            throw out.failure(String.valueOf(e.getMessage()));
        }
        return out;
    }

    @Override
    public Evaluation at(double[] displacementsAngstrom) {
        if (displacementsAngstrom.length != 3 * around.size()) {
            throw new IllegalArgumentException(
                    "found " + displacementsAngstrom.length + " displacements for " + around.size() + " atoms");
        }
        if (failed) {
            throw new ForcesException(workDir + ": this LAMMPS has failed before; open another");
        }
        try {
            Evaluation found = exchange.at(box.toLammps(moved(displacementsAngstrom)));
            requireFinite(found);
            return new Evaluation(found.energyEv(), box.fromLammps(found.forcesEvPerAngstrom()));
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

    /** What it is asked through. */
    Exchange exchange() {
        return exchange;
    }

    private double[] moved(double[] u) {
        double[] xyz = around.xyzAngstrom();
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] += u[k];
            if (!Double.isFinite(xyz[k])) {
                throw failure("displacement " + "xyz".charAt(k % 3) + " of atom " + (k / 3 + 1) + " is " + u[k]);
            }
        }
        return xyz;
    }

    private static void requireFinite(Evaluation found) throws BadOutput {
        if (!Double.isFinite(found.energyEv())) {
            throw new BadOutput(Cause.NOT_FINITE, "the energy is " + found.energyEv());
        }
        double[] forces = found.forcesEvPerAngstrom();
        for (int k = 0; k < forces.length; k++) {
            if (!Double.isFinite(forces[k])) {
                throw new BadOutput(
                        Cause.NOT_FINITE,
                        "force " + "xyz".charAt(k % 3) + " of atom " + (k / 3 + 1) + " is " + forces[k]);
            }
        }
    }

    /** Ends the process, so that its log is complete, and keeps the directory. */
    private ForcesException failure(String what) {
        boolean first = !failed;
        failed = true;
        if (first) {
            exchange.close();
            lammps.end(lammps.isAlive() ? Duration.ofMillis(200) : GRACE);
        }
        return new ForcesException(
                workDir.toAbsolutePath() + ": " + what + "; " + lammps.ending() + LammpsLastWords.in(workDir));
    }

    @Override
    public void close() {
        exchange.close();
        lammps.end(failed ? Duration.ZERO : GRACE);
        if (!failed) {
            remove(workDir);
        }
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
