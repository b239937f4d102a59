package org.nocturne.routes.cli.step;

import org.nocturne.generator.conditioning.PatternSurface;
import org.nocturne.generator.conditioning.ScalarFit;
import org.nocturne.generator.neural.ModelFolder;

/** What a pattern says if it is of this model's basin. */
record PatternReading(ModelFolder model, PatternSurface surface, ScalarFit fit) {}
