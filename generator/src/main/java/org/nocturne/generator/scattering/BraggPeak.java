package org.nocturne.generator.scattering;

/**
 * All reciprocal vectors of one length.
 *
 * @param qPerAngstrom their common length |G|
 * @param intensity S(G) summed over them; an ideal gas has 1 each, a perfect crystal of N like atoms N each where it scatters fully
 * @param multiplicity how many of them scatter visibly
 */
public record BraggPeak(double qPerAngstrom, double intensity, int multiplicity) {}
