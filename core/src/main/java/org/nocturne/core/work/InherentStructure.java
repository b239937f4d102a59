package org.nocturne.core.work;

import org.nocturne.core.structure.Structure;

/** A minimised structure: one basin of the energy landscape (Stillinger and Weber 1982). */
public record InherentStructure(Structure structure, double energyEv, double maxForceEvPerAngstrom) {}
