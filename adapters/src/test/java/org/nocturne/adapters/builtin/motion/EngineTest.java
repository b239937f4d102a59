package org.nocturne.adapters.builtin.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

class EngineTest {
    private final Engine engine = Silicon.engine();

    @Test
    void a_shaken_crystal_goes_back_to_the_crystal() throws Exception {
        Structure crystal = Silicon.crystal(3);
        Result.Minimised found =
                (Result.Minimised) engine.run(new Task.MinimiseTask(shaken(crystal), Minimisation.TIGHT));

        assertThat(found.inherent().energyEv() / 216).isCloseTo(-2 * 2.1683, within(1e-6));
        assertThat(found.inherent().maxForceEvPerAngstrom()).isLessThan(1e-4);
        // Forces have no say on where the crystal is as a whole; each atom is where its neighbours want it.
        double bond = distance(found.inherent().structure(), 0, 4);
        assertThat(bond).isCloseTo(distance(crystal, 0, 4), within(1e-5));
    }

    @Test
    void minimisation_ends_at_either_tolerance() throws Exception {
        Structure start = shaken(Silicon.crystal(2));
        Minimisation byEnergy = new Minimisation(1e-6, 0, 5000, 50000);
        Minimisation byForce = new Minimisation(0, 1e-2, 5000, 50000);

        Result.Minimised coarse = (Result.Minimised) engine.run(new Task.MinimiseTask(start, byEnergy));
        Result.Minimised fine = (Result.Minimised) engine.run(new Task.MinimiseTask(start, byForce));

        assertThat(coarse.inherent().energyEv() / 64).isCloseTo(-2 * 2.1683, within(1e-3));
        assertThat(fine.inherent().energyEv() / 64).isCloseTo(-2 * 2.1683, within(1e-6));
    }

    @Test
    void a_minimisation_that_is_not_done_is_no_result() {
        Minimisation three = new Minimisation(0, 1e-4, 3, 50000);

        assertThatThrownBy(() -> engine.run(new Task.MinimiseTask(shaken(Silicon.crystal(2)), three)))
                .isInstanceOf(NotConvergedException.class)
                .hasMessageContaining("after 3 iterations");
    }

    @Test
    void a_replica_has_the_frames_and_energies_it_was_asked_for() throws Exception {
        Task.ReplicaTask task = replica(7, Optional.empty(), 300);
        Result.Sampled sampled = (Result.Sampled) engine.run(task);

        assertThat(sampled.frames()).hasSize(3);
        assertThat(sampled.energiesEv()).hasSize(3 * 5);
        assertThat(sampled.temperaturesK()).hasSize(3 * 5);
        assertThat(sampled.frames().get(2).label().energyEv()).isEqualTo(sampled.energiesEv()[14]);
        assertThat(sampled.frames().get(0).structure())
                .isNotEqualTo(sampled.frames().get(1).structure());
    }

    @Test
    void the_same_seed_is_the_same_run_and_another_is_another() throws Exception {
        Result.Sampled first = (Result.Sampled) engine.run(replica(7, Optional.empty(), 300));
        Result.Sampled again = (Result.Sampled) engine.run(replica(7, Optional.empty(), 300));
        Result.Sampled other = (Result.Sampled) engine.run(replica(8, Optional.empty(), 300));

        assertThat(again.energiesEv()).isEqualTo(first.energiesEv());
        assertThat(other.energiesEv()).isNotEqualTo(first.energiesEv());
    }

    /** 3000 K to 300 K at 27,000 K/ps is 100 steps of 1 fs: what was molten has no time to come home. */
    @Test
    void a_replica_that_was_heated_forgets_its_crystal() throws Exception {
        Structure crystal = Silicon.crystal(2);
        Result.Sampled cold = (Result.Sampled) engine.run(replica(7, Optional.empty(), 300));
        Result.Sampled molten = (Result.Sampled) engine.run(replica(7, Optional.of(27_000.0), 6000));

        assertThat(rms(crystal, cold.last())).isLessThan(0.3);
        assertThat(rms(crystal, molten.last())).isGreaterThan(0.7);
    }

    @Test
    void a_pressure_and_a_lone_moving_atom_are_refused() {
        Structure one = new Structure(Cell.cubic(9), List.of(Element.SI), new double[3]);
        Kelvin t = Kelvin.of(300);

        assertThatThrownBy(() -> engine.requireExpressible(new Task.CellTask(Silicon.crystal(1), t, 0, 10, 10, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no barostat");
        assertThatThrownBy(() -> engine.requireExpressible(new Task.RelaxTask(one, t, 10, Minimisation.TIGHT, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two atoms or more");
    }

    private static Task.ReplicaTask replica(long seed, Optional<Double> cooling, double heatToK) {
        return new Task.ReplicaTask(
                Silicon.crystal(2), Kelvin.of(300), Kelvin.of(heatToK), 400, 3, 25, 4, seed, cooling);
    }

    private static Structure shaken(Structure crystal) {
        SplittableRandom random = new SplittableRandom(1);
        double[] u = new double[3 * crystal.size()];
        Arrays.setAll(u, k -> 0.3 * (random.nextDouble() - 0.5));
        return crystal.displaced(u);
    }

    private static double distance(Structure s, int i, int j) {
        return Math.sqrt(Math.pow(s.x(i) - s.x(j), 2) + Math.pow(s.y(i) - s.y(j), 2) + Math.pow(s.z(i) - s.z(j), 2));
    }

    private static double rms(Structure from, Structure to) {
        double square = 0;
        for (int k = 0; k < from.size(); k++) {
            square += Math.pow(from.x(k) - to.x(k), 2);
        }
        return Math.sqrt(square / from.size());
    }
}
