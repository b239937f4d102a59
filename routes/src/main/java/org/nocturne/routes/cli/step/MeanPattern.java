package org.nocturne.routes.cli.step;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.port.Observable;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Patterns;

/** The mean pattern over frames of one kind; the first frame fixes the settings. */
final class MeanPattern {
    private final PatternOptions options;
    private @Nullable PatternSettings settings;
    private @Nullable Observable observable;
    private double[] sum = new double[0];
    private int frames;
    private int atoms;

    MeanPattern(PatternOptions options) {
        this.options = options;
    }

    void add(Structure structure) {
        if (observable == null) {
            settings = options.settings(structure);
            observable = Patterns.observable(settings);
            sum = new double[settings.qPerAngstrom().length];
            atoms = structure.size();
        }
        double[] intensity = observable.intensity(structure);
        for (int k = 0; k < sum.length; k++) {
            sum[k] += intensity[k];
        }
        frames++;
    }

    double[] intensity() {
        return Arrays.stream(sum).map(s -> s / frames).toArray();
    }

    int frames() {
        return frames;
    }

    int atoms() {
        return atoms;
    }

    /** @throws IllegalStateException before the first frame */
    PatternSettings settings() {
        if (settings == null) {
            throw new IllegalStateException("no frame has been added");
        }
        return settings;
    }
}
