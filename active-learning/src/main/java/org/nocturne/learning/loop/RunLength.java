package org.nocturne.learning.loop;

/**
 * How long an MD replica runs.
 *
 * @param equilibrationSteps steps before the first frame is counted
 * @param frames frames kept
 * @param spacingSteps steps between frames
 * @param energiesPerFrame energies recorded from one frame to the next
 */
public record RunLength(int equilibrationSteps, int frames, int spacingSteps, int energiesPerFrame) {}
