package org.nocturne.core.port;

import org.nocturne.core.spectrum.PatternFit;

/** How far a computed pattern is from the target. Immutable, safe for several threads. */
@FunctionalInterface
public interface Comparison {

    /** @param intensity on the target's grid */
    PatternFit fit(double[] intensity);
}
