package org.nocturne.learning.train;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.network.EquivariantForceNetwork;
import org.nocturne.learning.train.network.NetworkShape;

/** Crystals and untrained networks to try laws on. */
final class Crystals {
    static final double CUTOFF = 3.9;
    private static final double[] DIAMOND = {
        0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
    };

    private Crystals() {}

    /** Diamond, or zincblende where the two elements differ. */
    static Structure diamond(int n, double a, Element first, Element second) {
        double[] xyz = DIAMOND.clone();
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= a;
        }
        List<Element> species =
                IntStream.range(0, 8).mapToObj(i -> i < 4 ? first : second).toList();
        return new Structure(Cell.cubic(a), species, xyz).repeated(n, n, n);
    }

    static Structure silicon(int n) {
        return diamond(n, 5.431, Element.SI, Element.SI);
    }

    static Structure primitive(Structure crystal) {
        return Crystal.of(crystal).primitiveCell();
    }

    static LocalEnvironments environments(Structure crystal) {
        return LocalEnvironments.of(crystal, SiteTable.of(primitive(crystal), CUTOFF));
    }

    static EquivariantForceNetwork network(int... classOfSite) {
        return new EquivariantForceNetwork(new NetworkShape(16, 2, 12, 2.0, 3.1, 4.2, 16, classOfSite, 0.0036, 400));
    }

    /** Weights that leave nothing silent. */
    static float[] weights(EquivariantForceNetwork network, long seed) {
        Random random = new Random(seed);
        float[] out = network.parameters().initial(seed);
        for (int k = 0; k < out.length; k++) {
            out[k] += 0.1f * (float) random.nextGaussian();
        }
        return out;
    }

    static float[] noise(int length, double sigma, long seed) {
        Random random = new Random(seed);
        float[] out = new float[length];
        for (int k = 0; k < length; k++) {
            out[k] = (float) (sigma * random.nextGaussian());
        }
        return out;
    }

    static double rms(float[] values) {
        double sum = 0;
        for (float v : values) {
            sum += (double) v * v;
        }
        return Math.sqrt(sum / values.length);
    }

    static double largestDifference(float[] a, float[] b) {
        double out = 0;
        for (int k = 0; k < a.length; k++) {
            out = Math.max(out, Math.abs((double) a[k] - b[k]));
        }
        return out;
    }

    static double rmsDifference(float[] a, float[] b) {
        float[] d = new float[a.length];
        for (int k = 0; k < a.length; k++) {
            d[k] = a[k] - b[k];
        }
        return rms(d);
    }
}
