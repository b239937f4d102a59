package org.nocturne.core.work;

import java.util.Optional;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/** One piece of work for an external code: what is asked, without a word on how any particular code is asked. */
public sealed interface Task {

    Structure start();

    /** Energy, forces and stress of the structure as it stands. */
    record LabelTask(Structure start) implements Task {}

    /** To the bottom of the basin. */
    record MinimiseTask(Structure start, Minimisation minimisation) implements Task {}

    /**
     * The relax step of the loop: the energy of the proposal as it stands, a short NVT run to a thermal frame, then
     * minimisation to its inherent structure.
     */
    record RelaxTask(Structure start, Kelvin temperature, int nvtSteps, Minimisation minimisation, long seed)
            implements Task {}

    /**
     * An MD run at a pressure and a temperature, in which the cell keeps its shape and changes its volume: equilibration, then the
     * volume every {@code spacingSteps} steps.
     *
     * @param pressureEvPerCubicAngstrom what the whole pressure, kinetic part and virial, is held at
     * @param seed every run has its own
     */
    record CellTask(
            Structure start,
            Kelvin temperature,
            double pressureEvPerCubicAngstrom,
            int equilibrationSteps,
            int steps,
            int spacingSteps,
            long seed)
            implements Task {}

    /**
     * An independent MD run: equilibration, then {@code frames} frames every {@code spacingSteps} steps. The potential energy
     * is recorded at every frame and {@code energiesPerFrame} times in between.
     *
     * @param heatTo temperature of a first stage of the same length as the equilibration, to melt and to forget the start; equal
     *     to {@code temperature} where nothing is to be melted
     * @param seed every replica has its own: equal Langevin seeds synchronise trajectories
     * @param coolingKelvinPerPicosecond rate at which it is cooled from {@code heatTo}, to make a glass; empty where the thermostat is
     *     set to {@code temperature} at once
     */
    record ReplicaTask(
            Structure start,
            Kelvin temperature,
            Kelvin heatTo,
            int equilibrationSteps,
            int frames,
            int spacingSteps,
            int energiesPerFrame,
            long seed,
            Optional<Double> coolingKelvinPerPicosecond)
            implements Task {

        public ReplicaTask {
            if (coolingKelvinPerPicosecond.isPresent()
                    && !(coolingKelvinPerPicosecond.get() > 0 && heatTo.value() > temperature.value())) {
                throw new IllegalArgumentException("a replica is to be cooled from " + heatTo + " to " + temperature
                        + " at " + coolingKelvinPerPicosecond.get() + " K/ps; it must go down, at a rate above 0");
            }
        }

        /** One that is not cooled slowly. */
        public ReplicaTask(
                Structure start,
                Kelvin temperature,
                Kelvin heatTo,
                int equilibrationSteps,
                int frames,
                int spacingSteps,
                int energiesPerFrame,
                long seed) {
            this(
                    start,
                    temperature,
                    heatTo,
                    equilibrationSteps,
                    frames,
                    spacingSteps,
                    energiesPerFrame,
                    seed,
                    Optional.empty());
        }

        /** How long the cooling lasts; 0 where there is none. */
        public double coolingPicoseconds() {
            return coolingKelvinPerPicosecond
                    .map(rate -> (heatTo.value() - temperature.value()) / rate)
                    .orElse(0.0);
        }
    }

    /**
     * A melt-quench in the cell of the start: melted, cooled at a constant rate, taken as a thermal frame where the cooling ends, and
     * minimised to its inherent structure.
     *
     * @param melt temperature of the melt
     * @param meltPicoseconds how long it is kept there, to forget the start
     * @param end temperature at which the cooling ends
     * @param coolingKelvinPerPicosecond rate of the cooling; 1 K/ps is 1e12 K/s
     * @param seed every quench has its own: equal Langevin seeds synchronise trajectories
     */
    record QuenchTask(
            Structure start,
            Kelvin melt,
            double meltPicoseconds,
            Kelvin end,
            double coolingKelvinPerPicosecond,
            Minimisation minimisation,
            long seed)
            implements Task {

        public QuenchTask {
            if (!(end.value() > 0 && melt.value() > end.value())) {
                throw new IllegalArgumentException(
                        "a quench from " + melt + " to " + end + " is asked for; it must go down, and end above 0 K");
            }
            if (!(meltPicoseconds > 0 && coolingKelvinPerPicosecond > 0)) {
                throw new IllegalArgumentException("a melt of " + meltPicoseconds + " ps and a rate of "
                        + coolingKelvinPerPicosecond + " K/ps are asked for; both must be above 0");
            }
        }

        /** How long the cooling lasts. */
        public double coolingPicoseconds() {
            return (melt.value() - end.value()) / coolingKelvinPerPicosecond;
        }
    }
}
