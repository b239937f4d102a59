package org.nocturne.generator.scattering;

/** By what the pair part of a total structure factor is divided (Keen, J. Appl. Cryst. 34, 172, 2001, compares them). */
public enum Normalisation {
    /** Faber-Ziman: S - 1 = sum_ab c_a c_b f_a f_b (S_ab - 1) / (mean of f)^2. */
    SQUARE_OF_MEAN,
    /** S - 1 = (I/N - mean of f^2) / mean of f^2: what k-points give; also where the mean of f may vanish. */
    MEAN_OF_SQUARE
}
