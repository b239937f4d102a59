package org.nocturne.adapters.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.nocturne.adapters.lammps.RealLammps.done;
import static org.nocturne.adapters.lammps.RealLammps.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.Code;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.PairPotential;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** A pair potential laid over that of the campaign file. */
class AddedPairsTest {
    private static final double FROM = 0.5;
    private static final double TO = 6;

    @TempDir
    Path dir;

    @Test
    void each_line_says_to_which_part_it_belongs() {
        assertThat(AddedPairs.lines(
                        List.of("pair_style sw", "pair_coeff * * Si.sw Si"), bump(0.1), List.of(Element.SI)))
                .containsExactly(
                        "pair_style hybrid/overlay sw table linear 20000",
                        "pair_coeff * * sw Si.sw Si",
                        "pair_coeff 1 1 table added-pairs.table Si-Si");
        assertThat(AddedPairs.lines(
                        List.of("pair_style lj/cut 8.5", "pair_modify shift yes", "pair_coeff 1 1 0.0103 3.405"),
                        bump(0.1),
                        List.of(Element.AR)))
                .containsExactly(
                        "pair_style hybrid/overlay lj/cut 8.5 table linear 20000",
                        "pair_modify pair lj/cut shift yes",
                        "pair_coeff 1 1 lj/cut 0.0103 3.405");
        assertThat(AddedPairs.lines(
                        List.of("pair_style hybrid/overlay sw zbl 3 4", "pair_coeff * * sw Si.sw Si"),
                        bump(0.1),
                        List.of(Element.SI)))
                .startsWith("pair_style hybrid/overlay sw zbl 3 4 table linear 20000", "pair_coeff * * sw Si.sw Si");
    }

    @Test
    void where_nothing_can_be_laid_over_it_is_said_why() {
        assertThatThrownBy(
                        () -> AddedPairs.lines(List.of("pair_style hybrid sw zbl 3 4"), bump(0.1), List.of(Element.SI)))
                .hasMessageContaining("pair_style hybrid sw zbl 3 4")
                .hasMessageContaining("cannot be added to hybrid");
    }

    @Test
    @Tag("lammps")
    void energies_and_forces_are_the_sum_of_both() {
        Code own = RealLammps.silicon(dir);
        Structure structure = shaken();
        Label bare = label(own, structure, "own");
        Label both = label(own.with(bump(0.1)), structure, "both");

        double energy = 0;
        double[] forces = new double[3 * structure.size()];
        for (int i = 0; i < structure.size(); i++) {
            for (int j = 0; j < structure.size(); j++) {
                double[] d = {
                    structure.x(i) - structure.x(j), structure.y(i) - structure.y(j), structure.z(i) - structure.z(j)
                };
                structure.cell().minimumImage(d);
                double r = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
                if (i != j && r < TO) {
                    energy += phi(0.1, r) / 2;
                    for (int k = 0; k < 3; k++) {
                        forces[3 * i + k] += force(0.1, r) * d[k] / r;
                    }
                }
            }
        }
        assertThat(Math.abs(energy)).isGreaterThan(1);
        assertThat(both.energyEv() - bare.energyEv()).isCloseTo(energy, within(1e-5 * Math.abs(energy)));
        for (int k = 0; k < forces.length; k++) {
            assertThat(both.forcesEvPerAngstrom()[k] - bare.forcesEvPerAngstrom()[k])
                    .isCloseTo(forces[k], within(1e-5));
        }
    }

    @Test
    @Tag("lammps")
    void its_labels_are_of_another_method() {
        Code own = RealLammps.silicon(dir);

        assertThat(own.with(bump(0.1)).method()).isNotEqualTo(own.method());
        assertThat(own.with(bump(0.1)).method()).isEqualTo(own.with(bump(0.1)).method());
        assertThat(own.with(bump(0.1)).method())
                .isNotEqualTo(own.with(bump(0.2)).method());
    }

    @Test
    @Tag("lammps")
    void molecular_dynamics_and_living_forces_feel_it() {
        Code both = RealLammps.silicon(dir).with(bump(0.1));
        Structure structure = shaken();
        Result.Sampled sampled = done(
                Result.Sampled.class,
                run(
                        both,
                        new Task.ReplicaTask(structure, Kelvin.of(300), Kelvin.of(300), 50, 2, 20, 0, 7),
                        dir.resolve("md")));
        Structure last = sampled.last();
        Label told = sampled.frames().get(1).label();
        Label again = label(both, last, "again");

        assertThat(again.energyEv()).isCloseTo(told.energyEv(), within(1e-6));
        for (int k = 0; k < 3 * last.size(); k++) {
            assertThat(again.forcesEvPerAngstrom()[k]).isCloseTo(told.forcesEvPerAngstrom()[k], within(1e-6));
        }
    }

    private Label label(Code code, Structure structure, String folder) {
        return done(Result.Labelled.class, run(code, new Task.LabelTask(structure), dir.resolve(folder)))
                .label();
    }

    private static Structure shaken() {
        SplittableRandom random = new SplittableRandom(2);
        Structure crystal = RealLammps.diamond(3);
        return crystal.displaced(random.doubles(3 * crystal.size(), -0.1, 0.1).toArray());
    }

    /** A (1 - (r/6)^2)^3 eV, which ends smoothly. */
    private static PairPotential bump(double a) {
        double[] r = IntStream.range(0, 2000)
                .mapToDouble(k -> FROM + k * (TO - FROM) / 1999)
                .toArray();
        return new PairPotential(
                FROM,
                TO,
                List.of(new PairPotential.Kind(
                        Element.SI,
                        Element.SI,
                        Arrays.stream(r).map(x -> phi(a, x)).toArray(),
                        Arrays.stream(r).map(x -> force(a, x)).toArray())));
    }

    private static double phi(double a, double r) {
        return a * Math.pow(1 - r * r / (TO * TO), 3);
    }

    private static double force(double a, double r) {
        return 6 * a * r / (TO * TO) * Math.pow(1 - r * r / (TO * TO), 2);
    }
}
