package org.nocturne.adapters.lammps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.nocturne.adapters.RunSteps;
import org.nocturne.core.work.Task;

/** How far a run is that lives: steps of molecular dynamics in its log against those that were asked for. Minimisations have no such number. */
final class LammpsProgress {
    /** A longer log is not read every few seconds. */
    private static final long MOST_BYTES = 16L << 20;

    private final double timestepFs;

    LammpsProgress(double timestepFs) {
        this.timestepFs = timestepFs;
    }

    OptionalDouble of(Task task, String token, Path workDir) throws IOException {
        long asked = asked(task);
        Path file = workDir.resolve(LammpsInput.LOG);
        if (asked == 0 || !Files.exists(file) || Files.size(file) > MOST_BYTES) {
            return OptionalDouble.empty();
        }
        LammpsLog log = LammpsLog.read(file);
        if (log.token().filter(token::equals).isEmpty()) {
            return OptionalDouble.empty();
        }
        double done = 0;
        for (ThermoTable table : log.tables()) {
            done += table.steps();
        }
        return OptionalDouble.of(Math.min(1, done / asked));
    }

    /** 0 where it is not known. */
    private long asked(Task task) {
        if (task instanceof Task.RelaxTask relax) {
            return relax.nvtSteps();
        }
        if (task instanceof Task.ReplicaTask replica) {
            boolean heated = !replica.heatTo().equals(replica.temperature());
            boolean cooled = heated && replica.coolingKelvinPerPicosecond().isPresent();
            return (long) replica.equilibrationSteps() * (heated ? 2 : 1)
                    + (cooled ? RunSteps.cooling(replica, timestepFs) : 0)
                    + (long) replica.frames() * replica.spacingSteps();
        }
        if (task instanceof Task.QuenchTask quench) {
            return RunSteps.melt(quench, timestepFs) + RunSteps.cooling(quench, timestepFs);
        }
        return task instanceof Task.CellTask cell ? (long) cell.equilibrationSteps() + cell.steps() : 0;
    }
}
