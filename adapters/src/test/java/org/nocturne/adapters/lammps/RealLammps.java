package org.nocturne.adapters.lammps;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.Runs;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** What the tests with a real LAMMPS share: potentials, crystals, and a run to its end. */
final class RealLammps {
    private RealLammps() {}

    static void assumeInstalled() {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
    }

    static Path sodium(String name) {
        Path file = Path.of(System.getProperty("nocturne.shared", "absent"), "data", "sodium", name);
        assumeTrue(Files.exists(file), "SKIPPED: " + file + " is not there");
        return file;
    }

    static Map<String, Object> siliconSettings() {
        return new HashMap<>(
                Map.of("pair", List.of("pair_style sw", "pair_coeff * * Si.sw Si"), "files", List.of("Si.sw")));
    }

    static Code silicon(Path campaignDir) {
        assumeInstalled();
        return new LammpsProvider().open(siliconSettings(), campaignDir);
    }

    static Code sodium(Path campaignDir) {
        assumeInstalled();
        String potential = "Na_MendelevM_2014.eam.fs";
        return new LammpsProvider()
                .open(
                        Map.of(
                                "pair",
                                List.of("pair_style eam/fs", "pair_coeff * * " + potential + " Na"),
                                "files",
                                List.of(sodium(potential).toString())),
                        campaignDir);
    }

    /** Diamond silicon, 8 atoms in 5.431 angstrom, n x n x n times. */
    static Structure diamond(int n) {
        double[] fractional = {
            0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
        };
        return crystal(Element.SI, 5.431, fractional).repeated(n, n, n);
    }

    static Structure bcc(Element element, double aAngstrom, int n) {
        return crystal(element, aAngstrom, new double[] {0, 0, 0, .5, .5, .5}).repeated(n, n, n);
    }

    private static Structure crystal(Element element, double aAngstrom, double[] fractional) {
        double[] xyz = new double[fractional.length];
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] = aAngstrom * fractional[k];
        }
        return new Structure(Cell.cubic(aAngstrom), Collections.nCopies(xyz.length / 3, element), xyz);
    }

    static Outcome run(Code code, Task task, Path workDir) {
        return Runs.run(code, task, workDir);
    }

    /** The result, or a failing test that shows the cause. */
    static <R extends Result> R done(Class<R> kind, Outcome outcome) {
        return Runs.done(kind, outcome);
    }
}
