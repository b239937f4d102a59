package org.nocturne.generator.variant;

import java.util.List;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/**
 * The exact denoiser of atoms that each lie normally around a place of their own: with x0 = m + w n and x = x0 + sigma eps the mean of eps
 * given x is sigma (x - m)/(sigma^2 + w^2).
 */
record Wells(Structure middles, double width) implements Denoiser {

    @Override
    public double[] noise(Structure noised, double sigma) {
        double[] out = noised.xyzAngstrom();
        double[] middle = middles.xyzAngstrom();
        for (int k = 0; k < out.length; k++) {
            out[k] = sigma * (out[k] - middle[k]) / (sigma * sigma + width * width);
        }
        return out;
    }

    @Override
    public List<Element> species() {
        return List.of(Element.SI);
    }

    @Override
    public double leastNoiseAngstrom() {
        return 0.01;
    }

    @Override
    public double mostNoiseAngstrom() {
        return 2;
    }
}
