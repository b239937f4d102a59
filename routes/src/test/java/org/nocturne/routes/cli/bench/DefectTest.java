package org.nocturne.routes.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzColumn;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.cli.step.Silicon;

/** Silicon of 216 atoms without five of them, which has no symmetry left: from MD by LAMMPS to a model and its samples. */
@Tag("lammps")
class DefectTest {
    private static final List<Integer> MISSING = List.of(3, 58, 101, 150, 197);
    private static final double KELVIN = 250;

    @TempDir
    Path dir;

    @Test
    void forceConstantsAtRestAreScaledAndTheSamplesHaveTheEnergyOfMd() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Path settings = Files.writeString(
                dir.resolve("si.yaml"),
                "pair: ['pair_style sw', 'pair_coeff * * Si.sw Si']\nfiles: [Si.sw]\ntimestep-fs: 1\ndamp-fs: 100\n");
        ExtendedXyz.write(List.of(new XyzFrame(withVacancies())), dir.resolve("cut.xyz"));
        run("relax", at("cut.xyz"), "--temperature", 700, "--steps", 4000, "--settings", settings, "--work", at("w"))
                .with("--out", at("warm.xyz"), "--inherent-out", at("rest.xyz"))
                .succeeds();
        run("reference", at("rest.xyz"), "--temperatures", KELVIN, "--replicas", 2, "--settings", settings)
                .with("--equilibration", 2000, "--frames", 16, "--spacing", 200, "--energies-per-frame", 10)
                .with("--work", at("w"), "--out", at("md"))
                .succeeds();

        CommandRun trained = run("train", "--frames", at("md/T250-r1.extxyz"), "--held-out", at("md/T250-r2.extxyz"))
                .with("--inherent", at("md/inherent.extxyz"), "--no-network", "--settings", settings)
                .with("--out", at("model"))
                .succeeds();
        assertThat(trained.output()).contains("hessian: 211 atoms within 3.90 angstrom");
        assertThat(number(trained.output(), "force error ([0-9.]+) % of the force constants"))
                .isLessThan(20);

        run("sample", "--model", at("model"), "--temperature", KELVIN, "--count", 40, "--correct", "baoab")
                .with("--settings", settings, "--out", at("drawn.xyz"))
                .succeeds();
        double rest = ExtendedXyz.readFirst(dir.resolve("md/inherent.extxyz"))
                .number("energy")
                .orElseThrow();
        double md = mean("md/T250-r1.extxyz", "md/T250-r2.extxyz") - rest;
        assertThat((mean("drawn.xyz") - rest) / md).isCloseTo(1, within(0.05));
    }

    @Test
    void withoutTheCodeItIsRefused() throws IOException {
        Structure cut = withVacancies();
        Map<String, XyzValue> info = Map.of("energy", new XyzValue.Real(-900), "temperature", new XyzValue.Real(300));
        Map<String, XyzColumn> still = Map.of("forces", new XyzColumn.Reals(3, new double[3 * cut.size()]));
        ExtendedXyz.write(List.of(new XyzFrame(cut, info, still)), dir.resolve("rest.xyz"));
        CommandRun refused = CommandRun.of(
                "train",
                "--frames",
                at("rest.xyz"),
                "--held-out",
                at("rest.xyz"),
                "--inherent",
                at("rest.xyz"),
                "--out",
                at("model"));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.error()).contains("too little symmetry", "--settings FILE");
    }

    private static Structure withVacancies() {
        Structure whole = Silicon.crystal(3);
        double[] xyz = whole.xyzAngstrom();
        List<Element> species = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            if (!MISSING.contains(i)) {
                species.add(whole.species(i));
                kept.addAll(List.of(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]));
            }
        }
        return new Structure(
                whole.cell(), species, kept.stream().mapToDouble(x -> x).toArray());
    }

    private double mean(String... files) throws IOException {
        List<Double> energies = new ArrayList<>();
        for (String file : files) {
            for (XyzFrame frame : ExtendedXyz.read(dir.resolve(file))) {
                energies.add(frame.number("energy").orElseThrow());
            }
        }
        return energies.stream().mapToDouble(e -> e).average().orElseThrow();
    }

    private static double number(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private String at(String name) {
        return dir.resolve(name).toString();
    }

    private record Line(List<String> words) {
        Line with(Object... more) {
            List<String> all = new ArrayList<>(words);
            for (Object word : more) {
                all.add(word.toString());
            }
            return new Line(all);
        }

        CommandRun succeeds() {
            CommandRun run = CommandRun.of(words.toArray(String[]::new));
            assertThat(run.code()).as(run.error()).isZero();
            return run;
        }
    }

    private static Line run(Object... words) {
        return new Line(List.of()).with(words);
    }
}
