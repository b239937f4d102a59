package org.nocturne.routes.cli.step;

import org.nocturne.generator.conditioning.PatternSurface;
import org.nocturne.generator.conditioning.ScalarFit;

/**
 * What a pattern says if it is of this basin.
 *
 * @param source folder of the model or of the replicas that stand for the basin
 */
record PatternReading(String source, PatternSurface surface, ScalarFit fit) {}
