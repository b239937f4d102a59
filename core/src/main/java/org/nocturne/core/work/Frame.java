package org.nocturne.core.work;

import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/** A thermal configuration at T, with the energy and forces of its potential. Positions are unwrapped. */
public record Frame(Structure structure, Kelvin temperature, Label label) {}
