package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.port.Observable;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.generator.conditioning.PatternSurface;
import org.nocturne.generator.conditioning.Scalar;
import org.nocturne.generator.conditioning.ScalarConditioner;
import org.nocturne.generator.conditioning.ScalarFit;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.generator.neural.OnnxForceModel;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Patterns;
import org.nocturne.generator.scattering.Resolution;
import org.nocturne.generator.thermal.Nuclei;
import org.nocturne.generator.thermal.ThermalProposer;
import org.nocturne.routes.config.CorrectionConfig;

/**
 * Reads one powder pattern with one model after another: samples each at several temperatures and fits the scalars.
 *
 * @param library folder where the computed patterns are kept, a file for each model and choice of samples; null for none
 * @param errors where progress is told
 */
record PatternReader(
        Spectrum measured,
        Radiation radiation,
        double fwhmPerAngstrom,
        QGrid temperatures,
        int samples,
        double targetConfigurations,
        Nuclei nuclei,
        CorrectionConfig how,
        Optional<Code> code,
        long seed,
        @Nullable Path library,
        PrintWriter errors) {

    /** Neighbouring grid points see the same peaks through the instrument, out to about four of its widths. */
    private static final double CORRELATION_IN_FWHM = 4;

    /** What the pattern says if this model is right. */
    PatternReading read(ModelFolder folder, List<Scalar> free) throws IOException {
        Observable observable = Patterns.observable(
                PatternSettings.crystal(radiation, Resolution.constantFwhm(fwhmPerAngstrom), measured.qPerAngstrom()));
        double[] kelvin = temperatures.qPerAngstrom();
        String key = key(folder);
        PatternLibrary patterns;
        try (OnnxForceModel force = folder.open(ExecutionDevice.best(1));
                Draws draws = draws(folder, force);
                StepProgress progress = new StepProgress("patterns", samples * kelvin.length, errors)) {
            patterns = PatternLibrary.of(
                    file(folder, key),
                    key,
                    kelvin,
                    samples,
                    (t, m) -> PatternLibrary.drawn(draws, observable, t, m, seed, progress::step));
        }
        PatternSurface surface = new PatternSurface(
                patterns.samples(),
                Math.min(PatternSurface.MOST_TERMS, kelvin.length),
                measured.qPerAngstrom(),
                CORRELATION_IN_FWHM * fwhmPerAngstrom);
        return new PatternReading(
                folder.folder().toString(),
                surface,
                new ScalarConditioner(surface, measured, targetConfigurations).fit(free));
    }

    /** Writes the ensemble of a model at the temperature that was read. */
    void draw(ModelFolder folder, ScalarFit fit, Path out, int count) throws IOException {
        Kelvin temperature = Kelvin.of(fit.value(Scalar.TEMPERATURE));
        try (OnnxForceModel force = folder.open(ExecutionDevice.best(1));
                Draws draws = draws(folder, force);
                FrameFile frames = new FrameFile(out);
                StepProgress progress = new StepProgress("ensemble", count, errors)) {
            for (int index = 0; index < count; index++) {
                Map<String, XyzValue> info = new LinkedHashMap<>();
                info.put("temperature", new XyzValue.Real(temperature.value()));
                info.put("index", new XyzValue.Whole(index));
                info.put("nuclei", new XyzValue.Text(EnumWord.of(nuclei)));
                info.put("model_version", new XyzValue.Whole(folder.manifest().version()));
                frames.write(draws.next(temperature, new Seeds(seed).generator(index))
                        .frame(info));
                progress.step();
            }
            frames.publish();
        }
    }

    private Draws draws(ModelFolder folder, OnnxForceModel force) {
        return Draws.of(
                new ThermalProposer(folder.inherentStructure(), folder.sites(), force, folder.strain(), nuclei),
                folder,
                how,
                code);
    }

    private @Nullable Path file(ModelFolder folder, String key) throws IOException {
        if (library == null) {
            return null;
        }
        Files.createDirectories(library);
        return library.resolve(fingerprint(folder) + "-" + Sha256.of(key).substring(0, 8) + ".json");
    }

    private static String fingerprint(ModelFolder folder) {
        return folder.manifest().sha256().substring(0, 16);
    }

    private String key(ModelFolder folder) {
        double[] q = measured.qPerAngstrom();
        return String.join(
                " ",
                "model",
                fingerprint(folder),
                "nuclei",
                EnumWord.of(nuclei),
                "correction",
                how.isOn() ? how.method() + "-" + how.steps() + "-" + how.delta() : "none",
                "code",
                code.map(c -> c.method().id()).orElse("none"),
                "radiation",
                radiation.name(),
                "fwhm",
                Double.toString(fwhmPerAngstrom),
                "grid",
                q.length + ":" + Arrays.hashCode(q),
                "temperatures",
                temperatures.toString(),
                "samples",
                Integer.toString(samples),
                "seed",
                Long.toString(seed));
    }
}
