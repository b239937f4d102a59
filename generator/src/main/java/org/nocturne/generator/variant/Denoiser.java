package org.nocturne.generator.variant;

import java.util.List;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Says which noise lies on a structure, x = x0 + sigma eps. */
public interface Denoiser {

    /** The mean of eps given x and sigma: 3N, in units of sigma. */
    double[] noise(Structure noised, double sigmaAngstrom);

    /** Those that it has learned. */
    List<Element> species();

    /** The smallest noise that it has learned. */
    double leastNoiseAngstrom();

    /** The largest. */
    double mostNoiseAngstrom();
}
