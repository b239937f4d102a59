package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.SpectrumFile;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Patterns;
import org.nocturne.generator.scattering.Resolution;

/** A true campaign that takes seconds: 216 atoms of silicon, a dozen candidates, real LAMMPS or the embedded engine. */
public final class SmallCampaign {
    static final int CANDIDATES = 12;
    /** 3 replicas (held-out, training, reference) of 8 frames and one label for each candidate. */
    static final int LABELS = 24 + CANDIDATES;

    private SmallCampaign() {}

    static Path write(Path dir) throws IOException {
        return write(dir, "[lmp]");
    }

    /** @param command of LAMMPS, as a YAML list */
    static Path write(Path dir, String command) throws IOException {
        return writeWithCode(dir, """
                name: lammps
                  settings:
                    command: %s
                    pair: ["pair_style sw", "pair_coeff * * Si.sw Si"]
                    files: [Si.sw]""".formatted(command));
    }

    /** With the embedded engine in place of LAMMPS. */
    public static Path writeBuiltin(Path dir) throws IOException {
        return writeWithCode(dir, """
                name: builtin
                  settings: {potential: stillinger-weber}""");
    }

    /**
     * With LAMMPS and one model, learned from the replicas: then nothing depends on which label came first, and every way to run it
     * gives the same labels.
     *
     * @param command of LAMMPS, as a YAML list
     * @param more a block of the file
     */
    static Path writeWithOneModel(Path dir, String command, String more) throws IOException {
        Path file = write(dir, command);
        String text = Files.readString(file).replace("every-labels: 8", "every-labels: 1000");
        return Files.writeString(file, text + more + "\n");
    }

    /** {@code cell.extxyz}, and {@code target.xye}, the pattern of so many of it along each edge. */
    static void writeInputs(Path dir, Structure cell, int repeat) throws IOException {
        ExtendedXyz.write(List.of(new XyzFrame(cell)), dir.resolve("cell.extxyz"));
        double[] q = new double[100];
        double[] sigma = new double[100];
        for (int k = 0; k < q.length; k++) {
            q[k] = 1.5 + 0.05 * k;
            sigma[k] = 0.1;
        }
        double[] pattern = Patterns.observable(PatternSettings.crystal(Radiation.XRAY, Resolution.constantFwhm(0.2), q))
                .intensity(cell.repeated(repeat, repeat, repeat));
        SpectrumFile.write(dir.resolve("target.xye"), new Spectrum(q, pattern, sigma), List.of("a perfect crystal"));
    }

    private static Path writeWithCode(Path dir, String code) throws IOException {
        double a = 5.431;
        double[] xyz = {
            0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
        };
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= a;
        }
        List<Element> species = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            species.add(Element.SI);
        }
        Structure cell = new Structure(Cell.cubic(a), species, xyz);
        writeInputs(dir, cell, 3);
        String text = String.format(Locale.ROOT, """
                name: small
                seed: 7
                target: {file: target.xye, radiation: xray, kind: powder, temperature-K: 300, resolution-fwhm: 0.2}
                structure: {file: cell.extxyz, repeat: [3, 3, 3]}
                code:
                  %s
                replicas: {temperatures-K: [300], per-temperature: 1, held-out: 1, equilibration-steps: 500, frames: 8, spacing-steps: 50}
                reference: {replicas: 1, equilibration-steps: 500, frames: 8, spacing-steps: 50}
                candidates: {count: %d, round: 6, nvt-steps: 100}
                model: {cutoff: 3.9, degree: 0}
                correction: {method: baoab, steps: 3}
                retrain: {every-labels: 8}
                slots: 2
                """, code, CANDIDATES);
        return Files.writeString(dir.resolve("small.yaml"), text);
    }
}
