package org.nocturne.adapters.lammps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.adapters.RunSteps;
import org.nocturne.core.format.LammpsBox;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Takes the numbers of a run that ended well out of its log and dumps, turned back into the axes of the structure. */
final class LammpsResult {
    /** LAMMPS' own constant of metal units (update.cpp), so that its virial comes back exactly. */
    static final double BAR_PER_EV_PER_CUBIC_ANGSTROM = 1.6021765e6;

    private final double timestepFs;
    private final Task task;
    private final LammpsLog log;
    private final Path workDir;
    private final Structure start;
    private final LammpsBox box;

    LammpsResult(double timestepFs, Task task, LammpsLog log, Path workDir) {
        this.timestepFs = timestepFs;
        this.task = task;
        this.log = log;
        this.workDir = workDir;
        this.start = task.start();
        this.box = LammpsBox.of(start);
    }

    Result result() throws IOException, BadOutput {
        if (task instanceof Task.MinimiseTask) {
            requireTables(1);
            return new Result.Minimised(inherent());
        }
        if (task instanceof Task.RelaxTask relax) {
            return relaxed(relax);
        }
        if (task instanceof Task.ReplicaTask replica) {
            return sampled(replica);
        }
        if (task instanceof Task.CellTask cell) {
            requireTables(2);
            endingAt(0, cell.equilibrationSteps());
            long steps = (long) cell.steps() / cell.spacingSteps() * cell.spacingSteps();
            return new Result.Volumes(series(endingAt(1, steps), "Volume"));
        }
        if (task instanceof Task.QuenchTask quench) {
            return quenched(quench);
        }
        requireTables(1);
        return new Result.Labelled(label(endingAt(0, 0), snapshot(LammpsInput.FINAL_DUMP)));
    }

    private Result relaxed(Task.RelaxTask relax) throws IOException, BadOutput {
        requireTables(4);
        double proposalEnergyEv = endingAt(0, 0).last("PotEng");
        double temperatureK = meanTemperatureOfSecondHalf(endingAt(1, relax.nvtSteps()));
        ThermoTable thermal = endingAt(2, relax.nvtSteps());
        Frame frame = frame(thermal, thermal.size() - 1, snapshot(LammpsInput.THERMAL_DUMP), relax.temperature());
        return new Result.Relaxed(proposalEnergyEv, frame, inherent(), temperatureK);
    }

    private Result quenched(Task.QuenchTask quench) throws IOException, BadOutput {
        long melt = RunSteps.melt(quench, timestepFs);
        requireTables(4);
        endingAt(0, melt);
        long end = melt + RunSteps.cooling(quench, timestepFs);
        endingAt(1, end);
        ThermoTable thermal = endingAt(2, end);
        Frame frame = frame(thermal, thermal.size() - 1, snapshot(LammpsInput.THERMAL_DUMP), quench.end());
        return new Result.Quenched(structure(snapshot(LammpsInput.MELT_DUMP)), frame, inherent());
    }

    private Result sampled(Task.ReplicaTask replica) throws IOException, BadOutput {
        boolean heated = !replica.heatTo().equals(replica.temperature());
        boolean cooled = heated && replica.coolingKelvinPerPicosecond().isPresent();
        int stages = cooled ? 3 : heated ? 2 : 1;
        requireTables(stages + 1);
        endingAt(0, replica.equilibrationSteps());
        if (cooled) {
            endingAt(1, replica.equilibrationSteps() + RunSteps.cooling(replica, timestepFs));
        }
        endingAt(stages - 1, replica.equilibrationSteps());
        long steps = (long) replica.frames() * replica.spacingSteps();
        ThermoTable table = endingAt(log.tables().size() - 1, steps);
        List<LammpsDump.Snapshot> snapshots = LammpsDump.read(workDir.resolve(LammpsInput.FRAMES_DUMP), start.size());
        int stride = RunSteps.betweenEnergies(replica);
        if (snapshots.size() != replica.frames() || table.size() != steps / stride + 1) {
            throw new BadOutput(
                    Cause.UNREADABLE_OUTPUT,
                    workDir + " holds " + snapshots.size() + " frames and " + table.size() + " energies; "
                            + replica.frames() + " and " + (steps / stride + 1) + " were asked for");
        }
        List<Frame> frames = new ArrayList<>();
        for (int k = 0; k < snapshots.size(); k++) {
            int row = (k + 1) * replica.spacingSteps() / stride;
            requireStep(snapshots.get(k).step(), (long) (k + 1) * replica.spacingSteps(), "frame " + (k + 1));
            requireStep((long) table.value(row, "Step"), snapshots.get(k).step(), "energy " + row);
            frames.add(frame(table, row, snapshots.get(k), replica.temperature()));
        }
        return new Result.Sampled(frames, series(table, "PotEng"), series(table, "Temp"));
    }

    /** Without the first row, which belongs to the equilibration. */
    private static double[] series(ThermoTable table, String column) throws BadOutput {
        double[] out = new double[table.size() - 1];
        for (int row = 1; row < table.size(); row++) {
            out[row - 1] = table.value(row, column);
        }
        return out;
    }

    private InherentStructure inherent() throws IOException, BadOutput {
        LammpsDump.Snapshot snapshot = snapshot(LammpsInput.FINAL_DUMP);
        double maxForce = maxForce(snapshot.forces());
        StoppingCriterion.requireMinimum(log.stoppingCriterion(), maxForce);
        ThermoTable table = closed(log.tables().size() - 1);
        return new InherentStructure(structure(snapshot), table.last("PotEng"), maxForce);
    }

    private Frame frame(ThermoTable table, int row, LammpsDump.Snapshot snapshot, Kelvin temperature) throws BadOutput {
        return new Frame(structure(snapshot), temperature, label(table, row, snapshot));
    }

    private Label label(ThermoTable table, LammpsDump.Snapshot snapshot) throws BadOutput {
        return label(table, table.size() - 1, snapshot);
    }

    private Label label(ThermoTable table, int row, LammpsDump.Snapshot snapshot) throws BadOutput {
        return new Label(table.value(row, "PotEng"), box.fromLammps(snapshot.forces()), stress(table, row));
    }

    /** LAMMPS prints pressure xx yy zz xy xz yz in bar; ours is tension, xx yy zz yz xz xy. Empty without a volume. */
    private double[] stress(ThermoTable table, int row) throws BadOutput {
        if (!start.cell().isFullyPeriodic()) {
            return new double[0];
        }
        int[] order = {1, 2, 3, 6, 5, 4};
        double[] stress = new double[6];
        for (int k = 0; k < 6; k++) {
            stress[k] = -table.value(row, "c_virial[" + order[k] + "]") / BAR_PER_EV_PER_CUBIC_ANGSTROM;
        }
        return box.tensorFromLammps(stress);
    }

    private Structure structure(LammpsDump.Snapshot snapshot) {
        return start.withPositions(box.fromLammps(snapshot.xyz()));
    }

    private LammpsDump.Snapshot snapshot(String name) throws IOException, BadOutput {
        List<LammpsDump.Snapshot> all = LammpsDump.read(workDir.resolve(name), start.size());
        if (all.size() != 1) {
            throw new BadOutput(
                    Cause.UNREADABLE_OUTPUT, workDir.resolve(name) + " holds " + all.size() + " snapshots, not one");
        }
        return all.get(0);
    }

    private static double maxForce(double[] forces) {
        double largest = 0;
        for (int k = 0; k < forces.length; k += 3) {
            largest = Math.max(largest, Math.hypot(Math.hypot(forces[k], forces[k + 1]), forces[k + 2]));
        }
        return largest;
    }

    private static double meanTemperatureOfSecondHalf(ThermoTable table) throws BadOutput {
        double half = table.last("Step") / 2;
        double sum = 0;
        int count = 0;
        for (int row = 0; row < table.size(); row++) {
            if (table.value(row, "Step") >= half) {
                sum += table.value(row, "Temp");
                count++;
            }
        }
        return sum / count;
    }

    private void requireTables(int wanted) throws BadOutput {
        if (log.tables().size() != wanted) {
            throw new BadOutput(
                    Cause.UNREADABLE_OUTPUT,
                    workDir.resolve(LammpsInput.LOG) + " holds " + log.tables().size() + " runs, not " + wanted);
        }
    }

    private ThermoTable closed(int which) throws BadOutput {
        ThermoTable table = log.tables().get(which);
        if (!table.isClosed()) {
            throw new BadOutput(Cause.UNREADABLE_OUTPUT, "run " + (which + 1) + " of the log has no end");
        }
        return table;
    }

    private ThermoTable endingAt(int which, long step) throws BadOutput {
        ThermoTable table = closed(which);
        requireStep((long) table.last("Step"), step, "the end of run " + (which + 1));
        return table;
    }

    private static void requireStep(long found, long wanted, String what) throws BadOutput {
        if (found != wanted) {
            throw new BadOutput(
                    Cause.UNREADABLE_OUTPUT, what + " is at step " + found + "; it was asked for at " + wanted);
        }
    }
}
