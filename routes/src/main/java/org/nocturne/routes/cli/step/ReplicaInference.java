package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.generator.conditioning.Discrepancy;
import org.nocturne.generator.conditioning.DiscrepancySearch;
import org.nocturne.generator.conditioning.PatternSurface;
import org.nocturne.generator.conditioning.Scalar;
import org.nocturne.generator.conditioning.ScalarConditioner;
import org.nocturne.generator.conditioning.ScalarFit;
import org.nocturne.learning.reference.ReferenceFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What {@code nocturne infer} does with the replicas of a liquid, and the options that only they need. */
final class ReplicaInference {
    private static final List<Scalar> FREE = List.of(Scalar.TEMPERATURE);

    @Mixin
    private TargetOptions options = new TargetOptions();

    @Option(
            names = "--energy-scale-error",
            defaultValue = "0",
            paramLabel = "RELATIVE",
            description =
                    "With --replicas: relative standard error of the energy scale of the potential. A pattern of one density determines the "
                            + "ratio of T to that scale, so T has this error besides. Default ${DEFAULT-VALUE}.")
    private double energyScaleError;

    /** Fits, and says what was found. */
    int infer(Spectrum measured, Path replicas, Radiation radiation, boolean json, CommandSpec spec)
            throws IOException {
        if (!(energyScaleError >= 0)) {
            throw new IllegalArgumentException(
                    "--energy-scale-error is " + energyScaleError + "; a relative error of at least 0 is wanted");
        }
        Spectrum target = options.of(measured);
        ReferenceFolder folder = new ReferenceFolder(replicas);
        PrintWriter lines = Output.of(spec);
        ReplicaPatterns patterns;
        try (StepProgress progress =
                new StepProgress("patterns", folder.complete().runs().size(), Output.errors(spec))) {
            patterns = new ReplicaPatterns(folder, radiation, target.qPerAngstrom(), progress::step);
        }
        PatternSurface surface = new PatternSurface(
                patterns.samples(),
                Math.min(3, patterns.samples().size()),
                target.qPerAngstrom(),
                patterns.correlationPerAngstrom());
        Spectrum compared = ReplicaPatterns.offset(target);
        Discrepancy discrepancy = DiscrepancySearch.of(surface, compared, FREE);
        ScalarFit fit = new ScalarConditioner(surface, compared, Double.POSITIVE_INFINITY, discrepancy)
                .fit(FREE)
                .withEnergyScaleError(energyScaleError, surface.lowestK(), surface.highestK());
        if (!json) {
            patterns.describe(target).forEach(lines::println);
        }
        InferReport.of(new PatternReading(replicas.toString(), surface, fit), discrepancy)
                .write(json, lines);
        return 0;
    }
}
