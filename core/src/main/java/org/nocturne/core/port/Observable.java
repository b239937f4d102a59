package org.nocturne.core.port;

import org.nocturne.core.structure.Structure;

/** The pattern that one structure would show, on a grid that is fixed when the observable is made. Safe for several threads. */
@FunctionalInterface
public interface Observable {

    /** Intensities on the grid of the target, in the target's units. */
    double[] intensity(Structure structure);
}
