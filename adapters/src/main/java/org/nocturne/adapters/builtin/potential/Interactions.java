package org.nocturne.adapters.builtin.potential;

/** A potential among given atoms. */
interface Interactions {

    /**
     * Energy of the atoms where the list has them.
     *
     * @param forces three components for each point of the list, in eV/angstrom; added to. A force on an image of an atom is left there
     * @return eV
     */
    double add(VerletList list, double[] forces);
}
