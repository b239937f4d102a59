package org.nocturne.routes.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.Code;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.generator.neural.DenoiserFolder;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.OnnxDenoiser;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Probe;
import org.nocturne.learning.ensemble.SiteExchanges;
import org.nocturne.learning.ledger.VarianceLedger;
import org.nocturne.learning.reference.FrozenReference;
import org.nocturne.routes.cli.step.Seeds;
import org.nocturne.routes.cli.step.StepProgress;
import org.nocturne.routes.run.CodeForces;

/**
 * Learners without a force before their judge, in a crystal: frames as samples themselves, their covariance, a denoiser trained on them.
 *
 * @param code that is asked for energies which are not stated
 * @param training frames that were learned from; empty where copying is not judged
 */
record FrameBench(FrozenReference md, Code code, List<Path> training) {

    void samples(Path file, Kelvin temperature, VarianceReport report) throws IOException {
        Probe probe = md.probe(temperature);
        report.fact("samples", file.toString());
        try (Forces energies = CodeForces.open(code, probe.inherent(), scratch())) {
            SamplesInCell samples = SamplesInCell.of(ExtendedXyz.read(file), probe, energies);
            samples.line(temperature, md).ifPresent(line -> report.addGates(List.of(line)));
            Ensemble drawn = samples.ensemble();
            report.addSites(temperature, SiteExchanges.of(md.at(temperature).pooled()), SiteExchanges.of(drawn));
            report.addGates(VarianceLedger.judge("samples", temperature, drawn, md.at(temperature), learned(probe)));
        }
    }

    /** Draws from the Gaussian of the frames, and judges these. */
    void covariance(
            List<Path> files, Kelvin temperature, int samples, long seed, PrintWriter errors, VarianceReport report)
            throws IOException {
        Ensemble frames = ensemble(files, md.probe(temperature));
        report.fact("covariance of", frames.size() + " frames");
        drawn("covariance", Generators.covariance(frames), temperature, samples, seed, errors, report);
    }

    /** Draws from a denoiser, which begins with its greatest noise on the inherent structure, and judges these. */
    void denoised(Path folder, Kelvin temperature, int samples, long seed, PrintWriter errors, VarianceReport report)
            throws IOException {
        report.fact("denoiser", folder.toString());
        try (OnnxDenoiser denoiser = DenoiserFolder.read(folder).open(ExecutionDevice.best(1))) {
            drawn(
                    "denoiser",
                    Generators.denoised(md.probe(temperature).inherent(), denoiser),
                    temperature,
                    samples,
                    seed,
                    errors,
                    report);
        }
    }

    private void drawn(
            String stage,
            Generators.Generator generator,
            Kelvin temperature,
            int samples,
            long seed,
            PrintWriter errors,
            VarianceReport report)
            throws IOException {
        Probe probe = md.probe(temperature);
        try (Forces energies = CodeForces.open(code, probe.inherent(), scratch());
                StepProgress progress = new StepProgress("bench " + temperature, samples, errors)) {
            Ensemble drawn = Generators.ensemble(
                    probe, energies, samples, new Seeds(seed).of(temperature).seed(), generator, progress::step);
            report.addGates(VarianceLedger.judge(stage, temperature, drawn, md.at(temperature), learned(probe)));
        }
    }

    Optional<Ensemble> learned(Probe probe) throws IOException {
        return training.isEmpty() ? Optional.empty() : Optional.of(ensemble(training, probe));
    }

    private static Ensemble ensemble(List<Path> files, Probe probe) throws IOException {
        List<XyzFrame> frames = new ArrayList<>();
        for (Path file : files) {
            frames.addAll(ExtendedXyz.read(file));
        }
        Ensemble out = new Ensemble(probe);
        frames.forEach(f -> out.add(
                SamplesInCell.laidInto(probe.inherent(), f.structure()),
                f.number("energy").orElse(Double.NaN)));
        return out;
    }

    static Path scratch() throws IOException {
        return Files.createTempDirectory("nocturne-bench-");
    }
}
