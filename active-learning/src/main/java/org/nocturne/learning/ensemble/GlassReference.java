package org.nocturne.learning.ensemble;

/**
 * Frozen MD of a glass at the temperature that is judged: frames of independent quenches, each frame with what it falls to.
 *
 * @param probe by which its frames were measured
 * @param quenches frames of each
 * @param source where it came from, for the reader of the report
 */
public record GlassReference(GlassProbe probe, Families<GlassConfiguration> quenches, String source) {}
