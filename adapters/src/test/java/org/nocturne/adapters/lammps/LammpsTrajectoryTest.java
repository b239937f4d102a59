package org.nocturne.adapters.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.nocturne.adapters.lammps.RealLammps.done;
import static org.nocturne.adapters.lammps.RealLammps.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.adapters.Code;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Molecular dynamics through the adapter: what comes back is what a label run says of the same positions. */
@Tag("lammps")
class LammpsTrajectoryTest {
    private static final Kelvin ROOM = Kelvin.of(300);

    @TempDir
    Path dir;

    private Code silicon;

    @BeforeEach
    void open() {
        silicon = RealLammps.silicon(dir);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void a_relax_task_gives_proposal_thermal_frame_and_inherent_structure(int repeats) {
        Structure start = RealLammps.diamond(repeats);
        Task task = new Task.RelaxTask(start, ROOM, 600, Minimisation.TIGHT, -17);

        Result.Relaxed relaxed = done(Result.Relaxed.class, run(silicon, task, dir.resolve("relax")));

        assertThat(relaxed.proposalEnergyEv())
                .isCloseTo(label(start, "proposal").energyEv(), within(1e-9));
        requireSameAsLabel(relaxed.thermal(), "thermal");
        assertThat(relaxed.temperatureReachedK()).isCloseTo(300, within(45.0));
        // Two bonds per atom, each at the depth 2.1683 eV of the pair term; the angles cost nothing.
        // file).
        assertThat(relaxed.inherent().energyEv() / start.size()).isCloseTo(-4.3366, within(1e-4));
        assertThat(relaxed.inherent().maxForceEvPerAngstrom()).isLessThan(1e-4);
        assertThat(label(relaxed.inherent().structure(), "inherent").energyEv())
                .isCloseTo(relaxed.inherent().energyEv(), within(1e-6 * start.size()));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void frames_of_a_replica_carry_the_energies_forces_and_stress_of_a_label_run(int repeats) {
        Structure start = RealLammps.diamond(repeats);
        Task task = new Task.ReplicaTask(start, ROOM, ROOM, 600, 20, 40, 3, 5);

        Result.Sampled sampled = done(Result.Sampled.class, run(silicon, task, dir.resolve("replica")));

        assertThat(sampled.frames()).hasSize(20);
        assertThat(sampled.energiesEv()).hasSize(20 * 4);
        assertThat(sampled.temperaturesK()).hasSize(20 * 4);
        double mean = Arrays.stream(sampled.temperaturesK()).average().orElseThrow();
        assertThat(mean).isCloseTo(300, within(30.0));
        assertThat(sampled.energiesEv()[3])
                .isEqualTo(sampled.frames().get(0).label().energyEv());
        requireSameAsLabel(sampled.frames().get(0), "first");
        requireSameAsLabel(sampled.frames().get(19), "last");
    }

    @Test
    void the_same_seed_gives_the_same_trajectory_and_another_seed_another() {
        Structure start = RealLammps.diamond(3);
        double[] one = endOf(start, 1, "a");

        assertThat(endOf(start, 1, "b")).isEqualTo(one);
        assertThat(endOf(start, 2, "c")).isNotEqualTo(one);
    }

    @Test
    void a_replica_heated_first_forgets_the_crystal_and_comes_back_to_its_temperature() {
        Structure start = RealLammps.diamond(3);
        Task task = new Task.ReplicaTask(start, ROOM, Kelvin.of(6000), 2000, 5, 10, 0, 3);

        Result.Sampled sampled = done(Result.Sampled.class, run(silicon, task, dir.resolve("quench")));

        double perAtom = sampled.energiesEv()[0] / start.size();
        assertThat(perAtom).isBetween(-4.25, -3.8);
        assertThat(sampled.temperaturesK()[0]).isBetween(200.0, 450.0);
    }

    @Test
    void a_quench_melts_cools_at_its_rate_and_ends_in_a_glass() throws IOException {
        Structure start = RealLammps.diamond(3);
        // 1 ps at 6000 K, then 5700 K in 4.75 ps: 1000 and 4750 steps of 1 fs.
        Task task = new Task.QuenchTask(start, Kelvin.of(6000), 1, ROOM, 1200, Minimisation.TIGHT, 11);

        Result.Quenched quenched = done(Result.Quenched.class, run(silicon, task, dir.resolve("quench")));

        double gone = Displacements.meanSquare(unwrapped(start, quenched.melted()));
        assertThat(gone).isGreaterThan(2.35 * 2.35);
        assertThat(quenched.thermal().temperature()).isEqualTo(ROOM);
        requireSameAsLabel(quenched.thermal(), "glass");
        assertThat(quenched.inherent().energyEv() / start.size()).isBetween(-4.25, -3.9);
        assertThat(quenched.inherent().energyEv())
                .isLessThan(quenched.thermal().label().energyEv());
        assertThat(Files.readString(dir.resolve("quench").resolve("log.lammps")))
                .contains("langevin 6000.0 300.0", "run 1000", "run 4750");
    }

    @Test
    void a_replica_cooled_at_a_rate_takes_its_time() throws IOException {
        Structure start = RealLammps.diamond(3);
        // 5700 K at 1900 K/ps are 3 ps: 3000 steps of 1 fs between 500 in the melt and 500 at 300 K.
        Task task = new Task.ReplicaTask(start, ROOM, Kelvin.of(6000), 500, 5, 10, 0, 3, Optional.of(1900.0));

        Result.Sampled sampled = done(Result.Sampled.class, run(silicon, task, dir.resolve("glass")));

        assertThat(sampled.frames()).hasSize(5);
        assertThat(sampled.temperaturesK()[0]).isBetween(200.0, 450.0);
        requireSameAsLabel(sampled.frames().get(4), "last");
        assertThat(Files.readString(dir.resolve("glass").resolve("log.lammps")))
                .contains("langevin 6000.0 300.0", "run 3000");
    }

    private static double[] unwrapped(Structure from, Structure to) {
        double[] d = to.xyzAngstrom();
        for (int k = 0; k < d.length; k++) {
            d[k] -= from.xyzAngstrom()[k];
        }
        return d;
    }

    @Test
    void positions_stay_unwrapped() {
        double[] moved = RealLammps.diamond(3).xyzAngstrom();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += 100;
        }
        Structure start = RealLammps.diamond(3).withPositions(moved);
        Task task = new Task.RelaxTask(start, ROOM, 20, Minimisation.TIGHT, 1);

        Result.Relaxed relaxed = done(Result.Relaxed.class, run(silicon, task, dir.resolve("far")));

        double[] back = relaxed.thermal().structure().xyzAngstrom();
        for (int k = 0; k < moved.length; k++) {
            assertThat(back[k]).isCloseTo(moved[k], within(0.5));
        }
    }

    private double[] endOf(Structure start, long seed, String name) {
        Task task = new Task.ReplicaTask(start, ROOM, ROOM, 50, 1, 50, 0, seed);
        return done(Result.Sampled.class, run(silicon, task, dir.resolve(name)))
                .last()
                .xyzAngstrom();
    }

    private void requireSameAsLabel(Frame frame, String name) {
        Label again = label(frame.structure(), name);
        Label stored = frame.label();
        assertThat(stored.energyEv())
                .isCloseTo(again.energyEv(), within(1e-6 * frame.structure().size()));
        double worst = 0;
        for (int k = 0; k < again.forcesEvPerAngstrom().length; k++) {
            worst = Math.max(worst, Math.abs(stored.forcesEvPerAngstrom()[k] - again.forcesEvPerAngstrom()[k]));
        }
        assertThat(worst).isLessThan(1e-6);
        assertThat(stored.stressEvPerCubicAngstrom()).containsExactly(again.stressEvPerCubicAngstrom(), within(1e-9));
    }

    private Label label(Structure structure, String name) {
        return done(Result.Labelled.class, run(silicon, new Task.LabelTask(structure), dir.resolve("label-" + name)))
                .label();
    }
}
