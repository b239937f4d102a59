package org.nocturne.routes.cli.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Structure;

/** {@code refine} with LAMMPS and 64 atoms of Stillinger-Weber silicon. */
@Tag("lammps")
class RefineCommandTest {
    /** Sites 0 to 3 of each cell are one face-centred lattice of diamond, 4 to 7 the other. */
    private static final int CELL = 8;
    /** Between the shells at 4.50 and 5.43 angstrom: no pair of a crystal may stand where the pairs end. */
    private static final String R_MAX = "4.95";

    @TempDir
    Path dir;

    @BeforeEach
    void lammps() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Files.writeString(
                dir.resolve("silicon.yaml"), "pair: ['pair_style sw', 'pair_coeff * * Si.sw Si']\nfiles: [Si.sw]\n");
    }

    /** The two lattices of diamond 0.12 angstrom apart along a bond; from a hint of it the pattern gives the rest, against the forces. */
    @Test
    void a_known_displacement_is_recovered_from_its_pattern() throws IOException {
        target(apart(0.12));
        write("set.extxyz", apart(0.03), apart(0.02));

        CommandRun run = refine("--json", "--out", file("refined.extxyz"), "--relaxed-out", file("relaxed.extxyz"));

        assertThat(run.code()).as(run.error()).isZero();
        assertThat(run.error()).contains("refine: lambda 0.00100 eV/atom, chi2");
        JsonNode answer = new ObjectMapper().readTree(run.output());
        assertThat(answer.get("reached").asBoolean()).as(run.error()).isTrue();
        assertThat(answer.get("reducedChiSquare").asDouble())
                .isBetween(answer.get("low").asDouble(), answer.get("high").asDouble());
        List<XyzFrame> refined = ExtendedXyz.read(dir.resolve("refined.extxyz"));
        assertThat(refined).hasSize(2);
        double mean =
                (distance(refined.get(0).structure()) + distance(refined.get(1).structure())) / 2;
        // A little short of it: the energy pulls back, and the fit ends where the noise begins.
        assertThat(mean).isCloseTo(0.12, within(0.018));
        JsonNode states = answer.get("states");
        assertThat(states).hasSize(3);
        assertThat(states.get(0).get("chi2HeldOut").asDouble())
                .isGreaterThan(states.get(1).get("chi2HeldOut").asDouble());
        assertThat(states.get(1).get("energyEvPerAtom").asDouble())
                .isGreaterThan(states.get(0).get("energyEvPerAtom").asDouble());
        // Nothing but the pattern held it there: let go, it is the perfect crystal again.
        assertThat(states.get(2).get("energyEvPerAtom").asDouble()).isCloseTo(-4.3366, within(1e-3));
        assertThat(ExtendedXyz.read(dir.resolve("relaxed.extxyz"))).hasSize(2);
    }

    @Test
    void under_thermal_motion_it_is_the_frames_that_are_compared() throws IOException {
        target(Silicon.shaken(2, 0.08, 1), Silicon.shaken(2, 0.08, 2));
        write("set.extxyz", Silicon.crystal(2), Silicon.crystal(2));

        CommandRun run = refine(
                "--temperature",
                "300",
                "--frames",
                "2",
                "--equilibration",
                "200",
                "--spacing",
                "50",
                "--thermal-out",
                file("moving.extxyz"));

        assertThat(run.code()).as(run.error()).isZero();
        assertThat(run.output())
                .contains("start", "refined, fresh frames", "relaxed freely", "noise floor: chi2 0.")
                .containsPattern("(NOT )?reached: chi2");
        assertThat(ExtendedXyz.read(dir.resolve("moving.extxyz")))
                .hasSize(4)
                .allSatisfy(frame -> assertThat(frame.number("temperature")).hasValue(300));
        assertThat(run.error()).contains("frames drawn anew: chi2", "<u^2> around the relaxed structures: 0.");
    }

    @Test
    void what_cannot_be_meant_is_named() throws IOException {
        target(apart(0.1));
        write("one.extxyz", apart(0));
        assertThat(refine("--structures", file("one.extxyz")).error()).contains("an ensemble of at least 2 is wanted");
        write("set.extxyz", apart(0), apart(0));
        assertThat(refine("--hold-out", "1").error()).contains("wanted is 2 or more, or 0 for none");
        assertThat(refine("--thermal-out", file("x.extxyz")).error()).contains("wanted is --temperature with it");
        assertThat(refine("--temperature", "-3").error()).contains("--temperature is -3.0");
        assertThat(refine("--rmax", "9").error()).contains("must not exceed half the smallest height");
        Files.writeString(dir.resolve("target.xye"), "1 1\n2 1.1\n3 0.9\n4 1\n5 1\n6 1\n7 1\n8 1\n9 1\n");
        CommandRun without = refine();
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.error()).contains("the target states none");
    }

    private void target(Structure... structures) throws IOException {
        write("true.extxyz", structures);
        CommandRun run = CommandRun.of(("scatter " + file("true.extxyz") + " --method pairs --rmax " + R_MAX
                        + " --q 1:14:131 --noise 0.01 --noise-floor 0.5 --out " + file("target.xye"))
                .split(" "));
        assertThat(run.code()).as(run.error()).isZero();
    }

    private static Structure apart(double angstrom) {
        Structure crystal = Silicon.shaken(2, 0.002, 7);
        double[] u = new double[3 * crystal.size()];
        for (int i = 0; i < crystal.size(); i++) {
            Arrays.fill(u, 3 * i, 3 * i + 3, (i % CELL < 4 ? -0.5 : 0.5) * angstrom / Math.sqrt(3));
        }
        return crystal.displaced(u);
    }

    private static double distance(Structure structure) {
        double[] perfect = Silicon.crystal(2).xyzAngstrom();
        double[] apart = new double[3];
        for (int k = 0; k < perfect.length; k++) {
            double sign = k / 3 % CELL < 4 ? -1 : 1;
            apart[k % 3] += sign * (structure.xyzAngstrom()[k] - perfect[k]) / (structure.size() / 2.0);
        }
        return Math.sqrt(apart[0] * apart[0] + apart[1] * apart[1] + apart[2] * apart[2]);
    }

    private void write(String name, Structure... structures) throws IOException {
        ExtendedXyz.write(Arrays.stream(structures).map(XyzFrame::new).toList(), dir.resolve(name));
    }

    private String file(String name) {
        return dir.resolve(name).toString();
    }

    private CommandRun refine(String... words) {
        List<String> line = new ArrayList<>(List.of("refine", file("target.xye"), "--settings", file("silicon.yaml")));
        line.addAll(List.of("--slots", "1", "--work", file("work")));
        if (!List.of(words).contains("--structures")) {
            line.addAll(List.of("--structures", file("set.extxyz")));
        }
        if (!List.of(words).contains("--rmax")) {
            line.addAll(List.of("--rmax", R_MAX));
        }
        line.addAll(List.of(words));
        return CommandRun.of(line.toArray(String[]::new));
    }
}
