package org.nocturne.adapters.lammps;

import java.io.IOException;
import org.nocturne.core.port.Forces.Evaluation;

/** How positions get into a living LAMMPS and forces out of it; all in LAMMPS' own axes. */
interface Exchange extends AutoCloseable {

    /**
     * @param xyzAngstrom 3N finite coordinates, atom after atom
     * @throws BadOutput if the answer cannot be read
     * @throws IOException if LAMMPS does not answer; the message says why
     */
    Evaluation at(double[] xyzAngstrom) throws BadOutput, IOException;

    /** Lets go of what it holds; LAMMPS itself is ended by its owner. */
    @Override
    void close();
}
