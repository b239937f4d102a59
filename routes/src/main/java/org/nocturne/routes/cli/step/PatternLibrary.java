package org.nocturne.routes.cli.step;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.port.Observable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.generator.conditioning.PatternSample;

/**
 * Patterns of samples at several temperatures, kept in a file so that many targets can be read against one set of samples.
 *
 * @param key what the patterns depend on; a file of another key is refused
 */
record PatternLibrary(String key, List<Entry> entries) {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Entry(double temperatureK, List<double[]> patterns) {}

    List<PatternSample> samples() {
        return entries.stream()
                .map(e -> new PatternSample(Kelvin.of(e.temperatureK()), e.patterns()))
                .toList();
    }

    /**
     * Reads the library of a file, or makes it and writes the file.
     *
     * @param file null for none
     */
    static PatternLibrary of(@Nullable Path file, String key, double[] temperaturesK, int samples, Making making)
            throws IOException {
        if (file != null && Files.exists(file)) {
            PatternLibrary found = JSON.readValue(file.toFile(), PatternLibrary.class);
            if (!found.key().equals(key)) {
                throw new IllegalArgumentException(
                        file + ": holds patterns of another model, grid or choice of samples: " + found.key()
                                + "; asked is " + key);
            }
            return found;
        }
        List<Entry> entries = new ArrayList<>();
        for (double kelvin : temperaturesK) {
            entries.add(new Entry(kelvin, making.patterns(Kelvin.of(kelvin), samples)));
        }
        PatternLibrary made = new PatternLibrary(key, entries);
        if (file != null) {
            Path aside = file.resolveSibling(file.getFileName() + ".part");
            JSON.writeValue(aside.toFile(), made);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return made;
    }

    /** Makes the patterns of one temperature. */
    interface Making {
        List<double[]> patterns(Kelvin temperature, int samples);
    }

    /** Patterns of samples as they are drawn. */
    static List<double[]> drawn(
            Draws draws, Observable observable, Kelvin temperature, int samples, long seed, Runnable step) {
        List<double[]> out = new ArrayList<>();
        for (int index = 0; index < samples; index++) {
            var random = new Seeds(seed + Math.round(1000 * temperature.value())).generator(index);
            out.add(observable.intensity(draws.next(temperature, random).structure()));
            step.run();
        }
        return out;
    }
}
