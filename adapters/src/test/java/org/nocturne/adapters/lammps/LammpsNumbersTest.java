package org.nocturne.adapters.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.nocturne.adapters.lammps.RealLammps.done;
import static org.nocturne.adapters.lammps.RealLammps.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.LammpsDataFile;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Numbers known without us, and laws that hold between numbers. */
@Tag("lammps")
class LammpsNumbersTest {
    @TempDir
    Path dir;

    @Test
    void the_published_sodium_start_minimises_to_its_published_energy() throws IOException {
        Code code = RealLammps.sodium(dir);
        Structure start = LammpsDataFile.read(RealLammps.sodium("start-crystal.lammps-data"));
        Minimisation published = new Minimisation(1.0e-2, 1.0e-3, 100, 1000);

        Result.Minimised found =
                done(Result.Minimised.class, run(code, new Task.MinimiseTask(start, published), dir.resolve("a")));

        assertThat(found.inherent().energyEv()).isCloseTo(-1121.7402, within(1e-3));
    }

    @Test
    void perfect_bcc_sodium_has_its_published_energy() {
        Code code = RealLammps.sodium(dir);
        Label label = label(code, RealLammps.bcc(Element.NA, 4.40, 8), "a");

        assertThat(label.energyEv()).isCloseTo(-1125.134, within(1e-3));
    }

    @Test
    void forces_are_minus_the_gradient_of_the_energy() {
        Code code = RealLammps.silicon(dir);
        double[] xyz = RealLammps.diamond(3).xyzAngstrom();
        xyz[30] += 0.2;
        xyz[31] -= 0.1;
        Structure moved = RealLammps.diamond(3).withPositions(xyz);
        double[] forces = label(code, moved, "here").forcesEvPerAngstrom();
        double h = 1e-4;
        for (int k = 30; k < 33; k++) {
            double[] step = new double[xyz.length];
            step[k] = h;
            double ahead = label(code, moved.displaced(step), "ahead" + k).energyEv();
            step[k] = -h;
            double behind = label(code, moved.displaced(step), "behind" + k).energyEv();
            double gradient = (ahead - behind) / (2 * h);
            assertThat(forces[k]).isCloseTo(-gradient, within(1e-6));
        }
    }

    @Test
    void stress_is_the_strain_derivative_of_the_energy_with_tension_positive() {
        Code code = RealLammps.silicon(dir);
        double strained = 5.5;
        double h = 1e-4;
        double volume = Math.pow(3 * strained, 3);
        double ahead = label(code, conventional(strained * (1 + h)), "ahead").energyEv();
        double behind = label(code, conventional(strained * (1 - h)), "behind").energyEv();
        double thirdOfTrace = (ahead - behind) / (2 * h) / volume / 3;

        double[] stress = label(code, conventional(strained), "here").stressEvPerCubicAngstrom();

        assertThat(stress[0]).isPositive().isCloseTo(thirdOfTrace, within(1e-7));
        assertThat(stress[3]).isCloseTo(0, within(1e-9));
    }

    @Test
    void a_turned_or_mirrored_cell_gives_the_same_energy_and_turned_forces() {
        Code code = RealLammps.silicon(dir);
        Structure primitive = primitive(false);
        Label label = label(code, primitive, "a");
        Label turned = label(code, primitive(true), "b");

        assertThat(turned.energyEv()).isCloseTo(label.energyEv(), within(1e-10));
        for (int atom = 0; atom < primitive.size(); atom++) {
            double[] f = label.forcesEvPerAngstrom();
            double[] g = turned.forcesEvPerAngstrom();
            for (int k = 0; k < 3; k++) {
                assertThat(g[3 * atom + k]).isCloseTo(f[3 * atom + (k + 1) % 3], within(1e-10));
            }
        }
        double[] s = label.stressEvPerCubicAngstrom();
        double[] t = turned.stressEvPerCubicAngstrom();
        for (int k = 0; k < 6; k++) {
            assertThat(t[k]).isCloseTo(s[k < 3 ? (k + 1) % 3 : 3 + (k + 1 - 3) % 3], within(1e-10));
        }
    }

    @Test
    void an_open_cell_is_a_cluster() {
        Code code = RealLammps.silicon(dir);
        double bond = 2.351;
        Structure far = new Structure(Cell.open(), List.of(Element.SI, Element.SI), new double[] {0, 0, 0, 9, 0, 0});
        Structure near =
                new Structure(Cell.open(), List.of(Element.SI, Element.SI), new double[] {0, 0, 0, bond, 0, 0});

        assertThat(label(code, far, "far").energyEv()).isZero();
        // The Stillinger-Weber pair term has its depth, 2.1683 eV, at 2^(1/6) 2.0951 angstrom.
        assertThat(label(code, near, "near").energyEv()).isCloseTo(-2.1683, within(1e-3));
        assertThat(label(code, near, "near2").stressEvPerCubicAngstrom()).isEmpty();
    }

    @Test
    void a_slab_that_is_open_along_z_is_the_slab_in_vacuum() {
        Code code = RealLammps.silicon(dir);
        Structure bulk = RealLammps.diamond(2);
        double[] rows = bulk.cell().rows();
        rows[8] += 15;
        Structure vacuum = new Structure(Cell.periodic(rows), bulk.species(), bulk.xyzAngstrom());
        Structure open = new Structure(Cell.of(rows, true, true, false), bulk.species(), bulk.xyzAngstrom());

        Label label = label(code, open, "open");

        assertThat(label.energyEv())
                .isCloseTo(label(code, vacuum, "vacuum").energyEv(), within(1e-9))
                .isGreaterThan(label(code, bulk, "bulk").energyEv() + 10);
        assertThat(label.stressEvPerCubicAngstrom()).isEmpty();
    }

    @Test
    void the_order_of_species_in_a_structure_does_not_matter() {
        RealLammps.assumeInstalled();
        Code code = new LammpsProvider()
                .open(
                        Map.of(
                                "pair",
                                List.of("pair_style tersoff", "pair_coeff * * SiC.tersoff C Si"),
                                "files",
                                List.of("SiC.tersoff")),
                        dir);
        double a = 4.32;
        Structure siliconFirst = new Structure(
                Cell.periodic(0, a / 2, a / 2, a / 2, 0, a / 2, a / 2, a / 2, 0),
                List.of(Element.SI, Element.C),
                new double[] {0, 0, 0, a / 4, a / 4, a / 4});
        Structure carbonFirst = new Structure(
                siliconFirst.cell(), List.of(Element.C, Element.SI), new double[] {a / 4, a / 4, a / 4, 0, 0, 0});

        double energy = label(code, siliconFirst, "sic").energyEv();
        // Tersoff 1989 (Phys. Rev. B 39, 5566) gives about 6.4 eV per atom for cubic SiC.
        assertThat(energy / 2).isBetween(-6.6, -6.1);
        assertThat(label(code, carbonFirst, "csi").energyEv()).isCloseTo(energy, within(1e-12));
    }

    @Test
    void two_ranks_give_the_same_label() {
        Map<String, Object> settings = RealLammps.siliconSettings();
        settings.put("command", List.of("mpirun", "--allow-run-as-root", "--oversubscribe", "-np", 2, "lmp"));
        assumeTrue(Programs.find("mpirun").isPresent(), "SKIPPED: no mpirun on PATH");
        Code one = RealLammps.silicon(dir);
        Code two = new LammpsProvider().open(settings, dir);

        assertThat(two.method()).isEqualTo(one.method());
        assertThat(label(two, primitive(false), "two").energyEv())
                .isCloseTo(label(one, primitive(false), "one").energyEv(), within(1e-9));
    }

    private static Structure conventional(double aAngstrom) {
        double[] xyz = RealLammps.diamond(3).xyzAngstrom();
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= aAngstrom / 5.431;
        }
        List<Element> species = RealLammps.diamond(3).species();
        return new Structure(Cell.cubic(3 * aAngstrom), species, xyz);
    }

    /** A skewed 3x3x3 primitive cell, rattled; turned by x to z, y to x, z to y, or as it is. */
    private static Structure primitive(boolean turned) {
        double a = 5.431 / 2;
        double[] rows = {0, a, a, a, 0, a, a, a, 0};
        Structure cell = new Structure(
                Cell.periodic(rows), List.of(Element.SI, Element.SI), new double[] {0, 0, 0, a / 2, a / 2, a / 2});
        Structure big = cell.repeated(3, 3, 3);
        double[] xyz = big.xyzAngstrom();
        SplittableRandom random = new SplittableRandom(7);
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] += random.nextDouble(-0.1, 0.1);
        }
        if (!turned) {
            return big.withPositions(xyz);
        }
        return new Structure(Cell.periodic(turn(big.cell().rows())), big.species(), turn(xyz));
    }

    private static double[] turn(double[] vectors) {
        double[] out = new double[vectors.length];
        for (int k = 0; k < vectors.length; k++) {
            out[k] = vectors[k / 3 * 3 + (k % 3 + 1) % 3];
        }
        return out;
    }

    private Label label(Code code, Structure structure, String name) {
        return done(Result.Labelled.class, run(code, new Task.LabelTask(structure), dir.resolve(name)))
                .label();
    }
}
