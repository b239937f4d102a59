package org.nocturne.routes.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.ensemble.Reference;
import org.nocturne.learning.reference.FrozenReference;
import org.nocturne.routes.cli.step.CommandRun;

/**
 * The ledger's measure of the energy variance, held against statistical mechanics: in the canonical ensemble Var U = kB T^2 dU/dT, so
 * the variance that MD shows directly must be the slope of its mean energies. A Lennard-Jones crystal, fcc argon; shifted to 0 at the
 * cut-off, since of a cut potential the energy jumps where the force does not know it.
 */
@Tag("lammps")
class EnergyFluctuationTest {
    @TempDir
    Path dir;

    @Test
    void the_variance_of_md_is_the_slope_of_its_mean() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Files.writeString(
                dir.resolve("argon.yaml"),
                "pair: ['pair_style lj/cut 7.5', 'pair_coeff * * 0.0103236 3.405', 'pair_modify shift yes']\nelements: [Ar]\ntimestep-fs: 4\n"
                        + "damp-fs: 400\n");
        ExtendedXyz.write(List.of(new XyzFrame(fcc(5.30, 3))), dir.resolve("argon.extxyz"));
        CommandRun made = CommandRun.of(
                "reference",
                dir.resolve("argon.extxyz").toString(),
                "--settings",
                dir.resolve("argon.yaml").toString(),
                "--temperatures",
                "10,25,40,55",
                "--replicas",
                "4",
                "--equilibration",
                "3000",
                "--frames",
                "10",
                "--spacing",
                "1200",
                "--energies-per-frame",
                "99",
                "--work",
                dir.resolve("work").toString(),
                "--out",
                dir.resolve("reference").toString());
        assertThat(made.code()).as(made.error()).isZero();
        FrozenReference reference = FrozenReference.read(dir.resolve("reference"));

        for (double kelvin : new double[] {25, 40, 55}) {
            Reference md = reference.at(Kelvin.of(kelvin));
            double direct = md.energiesEv().stream()
                    .mapToDouble(e -> new Variance().evaluate(e))
                    .average()
                    .orElseThrow();
            double slope = md.curve().variance(Kelvin.of(kelvin)).value();
            assertThat(direct / slope).as("at %s K", kelvin).isCloseTo(1, within(0.15));
        }
    }

    private static Structure fcc(double a, int n) {
        double[] xyz = {0, 0, 0, 0, a / 2, a / 2, a / 2, 0, a / 2, a / 2, a / 2, 0};
        return new Structure(Cell.cubic(a), Collections.nCopies(4, Element.AR), xyz).repeated(n, n, n);
    }
}
