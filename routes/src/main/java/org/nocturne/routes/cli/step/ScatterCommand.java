package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.StructureFormat;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.spectrum.TwoTheta;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Resolution;
import org.nocturne.generator.scattering.ScatteringMethod;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne scatter}: the pattern that structures would show. */
@Command(
        name = "scatter",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "The pattern that structures would show, averaged over all frames.",
        footer = {
            "",
            "Examples:",
            "  nocturne scatter cluster.xyz --method exact > pattern.txt",
            "  nocturne scatter frames.extxyz --q 1:10:361 --fwhm 0.08 --out pattern.xy",
            "  nocturne scatter liquid.extxyz --radiation neutron --method pairs --q 0.3:15:300"
        })
public final class ScatterCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = StructureFormat.ALL + ".")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            converter = EnumWord.OfFormat.class,
            description = "Format of all files, extxyz, cif, poscar or lammps-data; default: by their names.")
    private @Nullable StructureFormat format;

    @Option(names = "--frame", paramLabel = "N", description = "Only this frame of each file, counted from 0.")
    private @Nullable Integer frame;

    @Mixin
    private PatternOptions pattern = new PatternOptions();

    @Option(
            names = "--wavelength",
            paramLabel = "ANGSTROM",
            description = "Write two-theta in degree in the first column. No polarisation factor is applied.")
    private @Nullable Double wavelengthAngstrom;

    /** What makes a synthetic measurement. */
    static final class NoiseOptions {
        @Option(
                names = "--noise",
                required = true,
                paramLabel = "RELATIVE",
                description = "Add Gaussian noise of this relative size, and write its error as a third column.")
        double relative;

        @Option(
                names = "--noise-floor",
                defaultValue = "0.001",
                paramLabel = "SHARE",
                description =
                        "Points weaker than this share of the maximum get the error of that share; default ${DEFAULT-VALUE}. "
                                + "The error of an S(q) does not vanish where S does: take 0.5 or so there.")
        double floor = 1e-3;

        @Option(names = "--seed", defaultValue = "1", description = "Seed of the noise; default ${DEFAULT-VALUE}.")
        long seed = 1;
    }

    @ArgGroup(exclusive = false)
    private @Nullable NoiseOptions noise;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; default: standard output.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        MeanPattern mean = new MeanPattern(pattern);
        for (Path file : files) {
            addFrames(file, mean);
        }
        Spectrum spectrum = Spectrum.of(mean.settings().qPerAngstrom(), mean.intensity());
        if (noise != null) {
            spectrum = new Noise(noise.relative, noise.floor, noise.seed).on(spectrum);
        }
        String text = wavelengthAngstrom == null
                ? PatternText.of(spectrum, comments(mean), "q(1/angstrom)", q -> q)
                : PatternText.of(
                        spectrum, comments(mean), "two-theta(degree)", new TwoTheta(wavelengthAngstrom)::degree);
        if (out == null) {
            PrintWriter stdout = Output.of(spec);
            stdout.print(text);
            stdout.flush();
        } else {
            TextFile.write(out, text);
        }
        return 0;
    }

    private void addFrames(Path path, MeanPattern mean) throws IOException {
        StructureFile file = format == null ? StructureFile.of(path) : new StructureFile(path, format);
        int before = mean.frames();
        int count = file.forEach((index, xyz) -> {
            if (frame == null || frame == index) {
                mean.add(xyz.structure());
            }
        });
        if (mean.frames() == before) {
            throw new IllegalArgumentException(
                    path + ": --frame is " + frame + "; the file holds frames 0 to " + (count - 1));
        }
    }

    private List<String> comments(MeanPattern mean) {
        PatternSettings settings = mean.settings();
        boolean cluster = settings.method() == ScatteringMethod.EXACT || settings.method() == ScatteringMethod.BINNED;
        List<String> lines = new ArrayList<>();
        lines.add("nocturne scatter: "
                + (cluster ? "I(q) summed over the finite cluster" : "S(q)")
                + ", method " + EnumWord.of(settings.method())
                + (pattern.method == null ? " (chosen by the cell)" : "")
                + ", radiation " + EnumWord.of(settings.radiation()));
        lines.add(source(mean));
        float fwhm = (float) (settings.resolution().sigmaPerAngstrom(0) * Resolution.FWHM_PER_SIGMA);
        lines.add("resolution FWHM " + fwhm + " 1/angstrom" + (pattern.width == null ? " (default)" : "") + ", B "
                + settings.bIsoSquareAngstrom() + " square angstrom");
        if (settings.method() == ScatteringMethod.PAIRS) {
            lines.add("pairs to " + settings.rMaxAngstrom() + " angstrom, window " + EnumWord.of(settings.window()));
        }
        if (settings.method() == ScatteringMethod.KPOINTS) {
            lines.add(
                    "powder average over the reciprocal vectors of the cell; diffuse scattering below 2 pi/L is missing");
        }
        if (noise != null) {
            lines.add("SYNTHETIC: Gaussian noise of relative size " + noise.relative + ", seed " + noise.seed
                    + ", at least " + noise.floor + " of the maximum times that; its error is the third column");
        }
        if (wavelengthAngstrom != null) {
            lines.add("wavelength " + wavelengthAngstrom + " angstrom, no polarisation factor");
        }
        return lines;
    }

    private String source(MeanPattern mean) {
        String names = files.stream().limit(3).map(String::valueOf).collect(Collectors.joining(" "));
        return "mean over " + mean.frames() + (mean.frames() == 1 ? " frame" : " frames") + " of " + mean.atoms()
                + " atoms from " + names + (files.size() > 3 ? " ... (" + files.size() + " files)" : "");
    }
}
