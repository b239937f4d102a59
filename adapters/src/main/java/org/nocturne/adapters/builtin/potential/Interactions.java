package org.nocturne.adapters.builtin.potential;

/** A potential among given atoms. */
interface Interactions {

    /**
     * Energy of the atoms where the list has them.
     *
     * @param forces 3N components in eV/angstrom; added to
     * @param virial sum over interactions of d_a f_b in eV, nine components row by row, d from one atom to the other and f the force on
     *     the other; added to
     * @return eV
     */
    double add(VerletList list, double[] forces, double[] virial);
}
