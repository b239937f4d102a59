package org.nocturne.learning.ensemble;

/**
 * A configuration as it is kept for later judgements, in half of its memory: in single precision, of which a judgement of spreads sees nothing, and
 * without its fingerprint, which follows from its displacements.
 */
public final class KeptConfiguration {
    private final double thermalEnergyEv;
    private final double meanSquare;
    private final float[] displacements;
    private final float[] waves;
    private final float[] diffuse;
    private final int[] pairs;
    private final int hopped;
    private final int strangers;

    public KeptConfiguration(Configuration measured) {
        thermalEnergyEv = measured.thermalEnergyEv();
        meanSquare = measured.meanSquare();
        displacements = singles(measured.displacements());
        waves = singles(measured.waves());
        diffuse = singles(measured.diffuse());
        pairs = measured.pairs();
        hopped = measured.hopped();
        strangers = measured.strangers();
    }

    /** As it was measured, to some 1e-7 of each number. */
    public Configuration configuration() {
        double[] u = doubles(displacements);
        return new Configuration(
                thermalEnergyEv,
                u,
                meanSquare,
                doubles(waves),
                doubles(diffuse),
                pairs,
                Probe.fingerprint(u, Math.sqrt(meanSquare)),
                hopped,
                strangers);
    }

    private static float[] singles(double[] of) {
        float[] out = new float[of.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = (float) of[k];
        }
        return out;
    }

    private static double[] doubles(float[] of) {
        double[] out = new double[of.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = of[k];
        }
        return out;
    }
}
