package org.nocturne.adapters.builtin.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.nocturne.adapters.RunSteps;
import org.nocturne.adapters.builtin.potential.NotFiniteException;
import org.nocturne.adapters.builtin.potential.Potential;
import org.nocturne.adapters.builtin.potential.PotentialEnergySurface;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/**
 * Does tasks, in the calling thread.
 *
 * @param timestepFs of molecular dynamics, and the first one of a minimisation
 * @param dampFs relaxation time of the thermostat
 * @param skinAngstrom of the list of neighbours
 */
public record Engine(Potential potential, double timestepFs, double dampFs, double skinAngstrom) {

    /**
     * The whole task.
     *
     * @throws IllegalArgumentException if this engine cannot express it; the message says why
     * @throws NotFiniteException if the atoms came to where there are no numbers
     * @throws NotConvergedException if a minimisation did not end within its limits
     */
    public Result run(Task task) throws NotFiniteException, NotConvergedException {
        requireExpressible(task);
        if (task instanceof Task.MinimiseTask minimise) {
            Run run = new Run(minimise.start(), 0);
            return new Result.Minimised(run.inherent(minimise.minimisation()));
        }
        if (task instanceof Task.RelaxTask relax) {
            return relaxed(relax);
        }
        if (task instanceof Task.ReplicaTask replica) {
            return sampled(replica);
        }
        if (task instanceof Task.QuenchTask quench) {
            return quenched(quench);
        }
        if (task instanceof Task.LabelTask label) {
            return new Result.Labelled(new Run(label.start(), 0).label());
        }
        throw new IllegalArgumentException(
                "there is no way to do " + task.getClass().getSimpleName());
    }

    /** Energies and forces around a structure, without a task. */
    public PotentialEnergySurface surface(Structure around) {
        return new PotentialEnergySurface(potential, around, skinAngstrom);
    }

    /** @throws IllegalArgumentException if this engine cannot do the task; the message says why */
    public void requireExpressible(Task task) {
        if (task instanceof Task.CellTask) {
            throw new IllegalArgumentException(
                    "the embedded engine has no barostat, so it cannot run at a pressure; LAMMPS can");
        }
        potential.among(task.start().species());
        boolean still = task instanceof Task.LabelTask || task instanceof Task.MinimiseTask;
        if (!still && task.start().size() < 2) {
            throw new IllegalArgumentException("molecular dynamics at rest as a whole needs two atoms or more");
        }
    }

    private Result relaxed(Task.RelaxTask task) throws NotFiniteException, NotConvergedException {
        Run run = new Run(task.start(), task.seed());
        double proposalEnergyEv = run.label().energyEv();
        LangevinDynamics dynamics = run.heated(task.temperature());
        double sum = 0;
        int count = 0;
        for (int step = 0; step <= task.nvtSteps(); step++) {
            if (step > 0) {
                dynamics.step(task.temperature().value());
            }
            if (2 * step >= task.nvtSteps()) {
                sum += run.atoms.temperatureK();
                count++;
            }
        }
        Frame thermal = run.frame(task.temperature());
        return new Result.Relaxed(proposalEnergyEv, thermal, run.inherent(task.minimisation()), sum / count);
    }

    private Result quenched(Task.QuenchTask task) throws NotFiniteException, NotConvergedException {
        Run run = new Run(task.start(), task.seed());
        LangevinDynamics dynamics = run.heated(task.melt());
        hold(dynamics, task.melt(), RunSteps.melt(task, timestepFs));
        Structure melted = run.atoms.structure();
        ramp(dynamics, task.melt(), task.end(), RunSteps.cooling(task, timestepFs));
        Frame thermal = run.frame(task.end());
        return new Result.Quenched(melted, thermal, run.inherent(task.minimisation()));
    }

    private Result sampled(Task.ReplicaTask task) throws NotFiniteException {
        Run run = new Run(task.start(), task.seed());
        LangevinDynamics dynamics = run.heated(task.heatTo());
        if (!task.heatTo().equals(task.temperature())) {
            hold(dynamics, task.heatTo(), task.equilibrationSteps());
            if (task.coolingKelvinPerPicosecond().isPresent()) {
                ramp(dynamics, task.heatTo(), task.temperature(), RunSteps.cooling(task, timestepFs));
            }
        }
        hold(dynamics, task.temperature(), task.equilibrationSteps());
        int between = RunSteps.betweenEnergies(task);
        int perFrame = task.spacingSteps() / between;
        double[] energies = new double[task.frames() * perFrame];
        double[] temperatures = new double[energies.length];
        List<Frame> frames = new ArrayList<>();
        for (int k = 0; k < energies.length; k++) {
            hold(dynamics, task.temperature(), between);
            energies[k] = run.surface.energyEv();
            temperatures[k] = run.atoms.temperatureK();
            if ((k + 1) % perFrame == 0) {
                frames.add(run.frame(task.temperature()));
            }
        }
        return new Result.Sampled(frames, energies, temperatures);
    }

    private static void hold(LangevinDynamics dynamics, Kelvin temperature, long steps) throws NotFiniteException {
        ramp(dynamics, temperature, temperature, steps);
    }

    /** From one temperature to the other, linearly in time. */
    private static void ramp(LangevinDynamics dynamics, Kelvin from, Kelvin to, long steps) throws NotFiniteException {
        for (long step = 1; step <= steps; step++) {
            dynamics.step(from.value() + (to.value() - from.value()) * step / steps);
        }
    }

    /** One task's atoms on their surface. */
    private final class Run {
        private final PotentialEnergySurface surface;
        private final Atoms atoms;
        private final RandomGenerator random;

        Run(Structure start, long seed) throws NotFiniteException {
            this.surface = surface(start);
            this.atoms = new Atoms(start);
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            surface.moveTo(atoms.xyz());
        }

        LangevinDynamics heated(Kelvin temperature) throws NotFiniteException {
            if (!(temperature.value() > 0)) {
                throw new IllegalArgumentException("molecular dynamics needs a temperature above 0 K");
            }
            atoms.drawVelocities(temperature, random);
            return new LangevinDynamics(surface, atoms, timestepFs, dampFs, random);
        }

        InherentStructure inherent(Minimisation until) throws NotFiniteException, NotConvergedException {
            new Fire(surface, atoms, timestepFs).minimise(until);
            double[] f = surface.forces();
            double largest = 0;
            for (int k = 0; k < f.length; k += 3) {
                largest = Math.max(largest, Math.sqrt(f[k] * f[k] + f[k + 1] * f[k + 1] + f[k + 2] * f[k + 2]));
            }
            return new InherentStructure(atoms.structure(), surface.energyEv(), largest);
        }

        Frame frame(Kelvin temperature) {
            return new Frame(atoms.structure(), temperature, label());
        }

        Label label() {
            return new Label(surface.energyEv(), surface.forces(), surface.stress());
        }
    }
}
