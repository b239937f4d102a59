package org.nocturne.generator.scattering;

/** The door to this package: settings in, an observable out. */
public final class Patterns {
    private Patterns() {}

    /**
     * An immutable observable, safe for several threads. Its intensity is I(q) summed over the cluster for EXACT and BINNED, and S(q)
     * for KPOINTS and PAIRS.
     *
     * @throws IllegalArgumentException if the method cannot serve the settings
     */
    public static DifferentiableObservable observable(PatternSettings settings) {
        ScatteringAmplitude amplitude = ScatteringAmplitude.of(settings.radiation());
        double[] q = settings.qPerAngstrom();
        double b = settings.bIsoSquareAngstrom();
        return switch (settings.method()) {
            case EXACT -> new DebyeSum(amplitude, q, b, constantSigma(settings));
            case BINNED -> new BinnedDebye(amplitude, q, b, constantSigma(settings), settings.binAngstrom());
            case KPOINTS -> new KPoints(amplitude, q, settings.resolution(), b);
            case PAIRS -> pairs(settings);
        };
    }

    /** As {@link #observable} for PAIRS, with the window that a target has to be sent through. */
    public static Pairs pairs(PatternSettings settings) {
        return new Pairs(
                ScatteringAmplitude.of(settings.radiation()),
                settings.qPerAngstrom(),
                settings.rMaxAngstrom(),
                settings.window(),
                settings.normalisation(),
                settings.bIsoSquareAngstrom(),
                constantSigma(settings),
                settings.binAngstrom());
    }

    private static double constantSigma(PatternSettings settings) {
        return settings.resolution().sigmaPerAngstrom(0);
    }
}
