package org.nocturne.adapters.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.lammps.LammpsProvider;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Environment;
import org.nocturne.core.structure.Structure;

/** The forces inside an environment are those of the structure that it was cut out of, if the sphere is large enough, and only then. */
class EnvironmentForcesTest {
    private static final double INNER = 2.5;
    /** Where Stillinger-Weber silicon ends; a force reaches twice as far, by its three bodies. */
    private static final double SW_CUTOFF = 3.7712;

    private static final double LJ_CUTOFF = 8.5;

    @TempDir
    Path dir;

    private static Structure shaken(Structure structure) {
        Random random = new Random(5);
        return structure.displaced(
                random.doubles(3L * structure.size(), -0.15, 0.15).toArray());
    }

    private double[] forces(Code code, Structure structure) {
        try (Forces forces = code.forces(structure, dir.resolve("alive"), Duration.ofSeconds(20))
                .orElseThrow()) {
            return forces.at(new double[3 * structure.size()]).forcesEvPerAngstrom();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The largest difference on the inner atoms of some environments, in eV/angstrom, once bare and once in a cube. */
    private double largestDifference(Code code, Structure whole, double radius) {
        double[] ofWhole = forces(code, whole);
        double largest = 0;
        for (int middle : List.of(0, 17, whole.size() - 1)) {
            Environment environment = Environment.around(whole, middle, radius, INNER);
            assertThat(environment.inner()).isBetween(1, 20);
            for (Structure cut : List.of(environment.cluster(), environment.inCube(2 * radius + 10))) {
                double[] ofCut = forces(code, cut);
                for (int k = 0; k < 3; k++) {
                    largest = Math.max(largest, Math.abs(ofCut[k] - ofWhole[3 * middle + k]));
                }
                for (int atom = 1; atom < environment.inner(); atom++) {
                    largest = Math.max(largest, differenceToNearest(environment, atom, ofCut, whole, middle, ofWhole));
                }
            }
        }
        return largest;
    }

    /** An inner atom of the cut-out is found again in the whole by its place. */
    private static double differenceToNearest(
            Environment environment, int atom, double[] ofCut, Structure whole, int middle, double[] ofWhole) {
        Structure cluster = environment.cluster();
        for (int other = 0; other < whole.size(); other++) {
            double[] d = {
                whole.x(other) - whole.x(middle) - cluster.x(atom),
                whole.y(other) - whole.y(middle) - cluster.y(atom),
                whole.z(other) - whole.z(middle) - cluster.z(atom)
            };
            whole.cell().minimumImage(d);
            if (Math.abs(d[0]) + Math.abs(d[1]) + Math.abs(d[2]) < 1e-9) {
                double largest = 0;
                for (int k = 0; k < 3; k++) {
                    largest = Math.max(largest, Math.abs(ofCut[3 * atom + k] - ofWhole[3 * other + k]));
                }
                return largest;
            }
        }
        throw new AssertionError("atom " + atom + " of the cluster is none of the whole");
    }

    private void assertLaw(Code code, Structure whole, double enough, double tooLittle) {
        assertThat(largestDifference(code, whole, enough)).isLessThan(1e-8);
        assertThat(largestDifference(code, whole, tooLittle)).isGreaterThan(1e-5);
    }

    @Test
    void with_three_bodies_twice_the_cut_off_around_the_inner_sphere_is_enough() {
        Code code = Crystals.open(Crystals.stillingerWeber(), dir);
        assertLaw(code, shaken(Crystals.silicon(5.431, 4)), INNER + 2 * SW_CUTOFF, INNER + SW_CUTOFF);
    }

    @Test
    void with_pairs_the_cut_off_around_the_inner_sphere_is_enough() {
        Code code = Crystals.open(Crystals.lennardJones(true), dir);
        assertLaw(code, shaken(Crystals.argon(5.3, 5)), INNER + LJ_CUTOFF, LJ_CUTOFF - INNER);
    }

    @Test
    @Tag("lammps")
    void with_lammps_it_is_the_same() {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Code code = new LammpsProvider()
                .open(
                        Map.of("pair", List.of("pair_style sw", "pair_coeff * * Si.sw Si"), "files", List.of("Si.sw")),
                        dir);
        assertLaw(code, shaken(Crystals.silicon(5.431, 4)), INNER + 2 * SW_CUTOFF, INNER + SW_CUTOFF);
    }
}
