package org.nocturne.adapters.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.Runs;
import org.nocturne.adapters.lammps.LammpsProvider;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** The same atoms, the same numbers: a hundred thermal configurations, fifty at each of two temperatures, each to 1e-8 of LAMMPS'. */
@Tag("lammps")
class BuiltinAgainstLammpsTest {
    private static final double TOLERANCE = 1e-8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path dir;

    @Test
    void stillinger_weber_silicon() throws Exception {
        Structure crystal = Crystals.silicon(5.431, 3);
        Code ours = Crystals.open(Crystals.stillingerWeber(), dir);
        Code lammps = lammps(List.of("pair_style sw", "pair_coeff * * Si.sw Si"), List.of("Si.sw"));

        requireSame(ours, lammps, crystal, thermal(Crystals.stillingerWeber(), crystal, 900, 4000));
    }

    @Test
    void stillinger_weber_of_two_elements_from_a_file_of_lammps() throws Exception {
        Path file = Path.of("/usr/share/lammps/potentials/GaN.sw");
        assumeTrue(Files.exists(file), "SKIPPED: " + file + " is not there (Debian package lammps-data)");
        Map<String, Object> settings = Map.of("potential", "stillinger-weber", "files", file.toString());
        Code lammps = lammps(List.of("pair_style sw", "pair_coeff * * GaN.sw Ga N"), List.of("GaN.sw"));
        Structure crystal = Crystals.galliumNitride(4.5, 2);

        requireSame(Crystals.open(settings, dir), lammps, crystal, thermal(settings, crystal, 600, 3000));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lennard_jones_argon(boolean shift) throws Exception {
        Structure crystal = Crystals.argon(5.4, 4);
        Code ours = Crystals.open(Crystals.lennardJones(shift), dir);
        Code lammps = lammps(
                List.of(
                        "pair_style lj/cut 8.5",
                        "pair_coeff * * " + Crystals.EPSILON_EV + " " + Crystals.SIGMA_ANGSTROM,
                        "pair_modify shift " + (shift ? "yes" : "no")),
                List.of());

        requireSame(ours, lammps, crystal, thermal(Crystals.lennardJones(shift), crystal, 40, 150));
    }

    /** In a cell that is smaller than the cut-off, so that an atom sees images of itself. */
    @Test
    void lennard_jones_argon_in_a_small_cell() throws Exception {
        Structure crystal = Crystals.argon(5.4, 1);
        Code lammps = lammps(
                List.of(
                        "pair_style lj/cut 8.5",
                        "pair_coeff * * " + Crystals.EPSILON_EV + " " + Crystals.SIGMA_ANGSTROM),
                List.of());

        requireSame(
                Crystals.open(Crystals.lennardJones(false), dir),
                lammps,
                crystal,
                thermal(Crystals.lennardJones(false), crystal, 40, 60));
    }

    private void requireSame(Code ours, Code lammps, Structure around, List<Structure> configurations)
            throws IOException {
        double worstEnergy = 0;
        double worstForce = 0;
        try (Forces mine = ours.forces(around, dir.resolve("mine"), PATIENCE).orElseThrow();
                Forces theirs =
                        lammps.forces(around, dir.resolve("theirs"), PATIENCE).orElseThrow()) {
            for (Structure configuration : configurations) {
                double[] u = configuration.xyzAngstrom();
                double[] origin = around.xyzAngstrom();
                for (int k = 0; k < u.length; k++) {
                    u[k] -= origin[k];
                }
                Forces.Evaluation here = mine.at(u);
                Forces.Evaluation there = theirs.at(u);
                worstEnergy = Math.max(worstEnergy, Math.abs(here.energyEv() / there.energyEv() - 1));
                worstForce = Math.max(
                        worstForce, largestDifference(here.forcesEvPerAngstrom(), there.forcesEvPerAngstrom()));
            }
        }
        assertThat(configurations).hasSize(100);
        assertThat(worstEnergy).isLessThan(TOLERANCE);
        assertThat(worstForce).isLessThan(TOLERANCE);
        for (Structure configuration : configurations.subList(48, 52)) {
            Label here = label(ours, configuration, "mine");
            Label there = label(lammps, configuration, "theirs");
            assertThat(largestDifference(here.stressEvPerCubicAngstrom(), there.stressEvPerCubicAngstrom()))
                    .isLessThan(TOLERANCE);
        }
    }

    /** Of the second, over the root mean square of the second. */
    private static double largestDifference(double[] first, double[] second) {
        double largest = 0;
        double square = 0;
        for (int k = 0; k < second.length; k++) {
            largest = Math.max(largest, Math.abs(first[k] - second[k]));
            square += second[k] * second[k];
        }
        return largest / Math.sqrt(square / second.length);
    }

    /** Fifty at each of two temperatures, from dynamics; the second is far above melting for silicon and argon. */
    private static List<Structure> thermal(Map<String, Object> settings, Structure crystal, double coldK, double hotK)
            throws Exception {
        List<Structure> out = new ArrayList<>();
        for (double kelvin : new double[] {coldK, hotK}) {
            Kelvin at = Kelvin.of(kelvin);
            Task task = new Task.ReplicaTask(crystal, at, at, 400, 50, 20, 1, 11);
            Result.Sampled sampled = (Result.Sampled)
                    BuiltinSettings.of(settings, Path.of(".")).engine().run(task);
            sampled.frames().stream().map(Frame::structure).forEach(out::add);
        }
        return out;
    }

    private Code lammps(List<String> pair, List<String> files) {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        return new LammpsProvider().open(Map.of("pair", pair, "files", files), dir);
    }

    private Label label(Code code, Structure structure, String name) {
        return Runs.done(
                        Result.Labelled.class,
                        Runs.run(code, new Task.LabelTask(structure), dir.resolve(name + "-label")))
                .label();
    }
}
