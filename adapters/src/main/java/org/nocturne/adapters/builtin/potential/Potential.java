package org.nocturne.adapters.builtin.potential;

import java.util.List;
import org.nocturne.core.structure.Element;

/** A classical potential of finite range. */
public interface Potential {

    /** No two atoms further apart than this act on each other, in angstrom. */
    double cutoffAngstrom();

    /**
     * The potential among atoms of these elements.
     *
     * @throws IllegalArgumentException if it has no parameters for an element or a combination; the message names it
     */
    Interactions among(List<Element> species);
}
