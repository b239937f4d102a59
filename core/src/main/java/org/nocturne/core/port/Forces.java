package org.nocturne.core.port;

/**
 * Forces, and where there is one the energy, of configurations of one structure: given by a network, by a code kept alive, or by an
 * embedded engine. One caller at a time.
 */
public interface Forces extends AutoCloseable {

    /**
     * One configuration x = X + u around the structure X that this was opened for.
     *
     * @param displacementsAngstrom 3N components of u, atom after atom
     * @return its forces, all finite; the array belongs to the caller
     * @throws ForcesException if they cannot be had; nothing more can be asked of this then, but to close it
     */
    Evaluation at(double[] displacementsAngstrom);

    /** Whether every evaluation carries an energy of which its forces are the gradient: what a Metropolis test needs. */
    boolean hasEnergy();

    @Override
    void close();

    /**
     * @param energyEv of the cell, eV; NaN where there is none
     * @param forcesEvPerAngstrom 3N components
     */
    record Evaluation(double energyEv, double[] forcesEvPerAngstrom) {}
}
