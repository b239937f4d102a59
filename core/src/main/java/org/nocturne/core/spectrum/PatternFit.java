package org.nocturne.core.spectrum;

import java.util.OptionalDouble;

/**
 * A computed pattern laid over a target.
 *
 * @param fitted scale times the pattern plus background, on the target's grid
 * @param rwp weighted profile R factor
 * @param reducedChiSquare where the target states errors
 * @param rMinusOne R(S-1), where the target is a structure factor
 */
public record PatternFit(
        double[] fitted,
        double scale,
        double background,
        double rwp,
        OptionalDouble reducedChiSquare,
        OptionalDouble rMinusOne) {}
