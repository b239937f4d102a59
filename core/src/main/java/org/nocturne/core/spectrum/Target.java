package org.nocturne.core.spectrum;

import org.nocturne.core.structure.Kelvin;

/** What a campaign looks for: a measured pattern and the temperature at which it was measured. */
public record Target(String name, Spectrum spectrum, Radiation radiation, PatternKind kind, Kelvin temperature) {}
