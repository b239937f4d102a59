package org.nocturne.routes.cli.bench.orchestration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/**
 * A code whose program is {@code true} and whose answers are those of an Einstein crystal, each atom in a harmonic well of its own: all that
 * remains of a calculation is what the loop does about it.
 */
final class InstantCode implements Code {
    private static final double EV_PER_SQUARE_ANGSTROM = 8;
    private static final int ENERGIES_PER_FRAME = 4;

    private final Structure sites;

    /** @param sites where the wells are */
    InstantCode(Structure sites) {
        this.sites = sites;
    }

    @Override
    public Method method() {
        return new Method("instant", "1", "Einstein crystal", "k=" + EV_PER_SQUARE_ANGSTROM);
    }

    @Override
    public Command prepare(Task task, String token, Path workDir) {
        return new Command(List.of("true"));
    }

    @Override
    public Outcome read(Task task, String token, Path workDir, Finished run) {
        return run.succeeded()
                ? new Outcome.Done(answer(task))
                : new Outcome.Failed(run.cause().orElse(Cause.BAD_EXIT), run.inWords(), workDir);
    }

    private Result answer(Task task) {
        if (task instanceof Task.LabelTask) {
            return new Result.Labelled(label(task.start()));
        }
        if (task instanceof Task.RelaxTask relax) {
            Frame thermal = frame(relax.temperature(), new Random(relax.seed()));
            return new Result.Relaxed(
                    label(relax.start()).energyEv(),
                    thermal,
                    bottom(),
                    relax.temperature().value());
        }
        if (task instanceof Task.ReplicaTask replica) {
            return sampled(replica);
        }
        if (task instanceof Task.MinimiseTask) {
            return new Result.Minimised(bottom());
        }
        throw new IllegalArgumentException("no campaign asks this code for " + task);
    }

    private InherentStructure bottom() {
        return new InherentStructure(sites, 0, 0);
    }

    private Result sampled(Task.ReplicaTask task) {
        Random random = new Random(task.seed());
        List<Frame> frames = new ArrayList<>();
        double[] energies = new double[task.frames() * ENERGIES_PER_FRAME];
        double[] kelvin = new double[energies.length];
        for (int k = 0; k < energies.length; k++) {
            Frame frame = frame(task.temperature(), random);
            energies[k] = frame.label().energyEv();
            kelvin[k] = task.temperature().value();
            if (k % ENERGIES_PER_FRAME == 0) {
                frames.add(frame);
            }
        }
        return new Result.Sampled(frames, energies, kelvin);
    }

    /** Each coordinate has the variance kB T/k. */
    private Frame frame(Kelvin temperature, Random random) {
        double width = Math.sqrt(temperature.energyEv() / EV_PER_SQUARE_ANGSTROM);
        double[] xyz = sites.xyzAngstrom();
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] += width * random.nextGaussian();
        }
        Structure moved = sites.withPositions(xyz);
        return new Frame(moved, temperature, label(moved));
    }

    private Label label(Structure structure) {
        double[] at = sites.xyzAngstrom();
        double[] xyz = structure.xyzAngstrom();
        double[] forces = new double[xyz.length];
        double energy = 0;
        for (int k = 0; k < xyz.length; k++) {
            double u = xyz[k] - at[k];
            forces[k] = -EV_PER_SQUARE_ANGSTROM * u;
            energy += EV_PER_SQUARE_ANGSTROM * u * u / 2;
        }
        return new Label(energy, forces, new double[0]);
    }
}
