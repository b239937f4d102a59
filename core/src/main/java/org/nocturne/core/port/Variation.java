package org.nocturne.core.port;

import java.util.random.RandomGenerator;
import org.nocturne.core.structure.Structure;

/** Makes new disordered structures out of one that rests, and says how far one has gone from it. */
public interface Variation extends AutoCloseable {

    /**
     * A variant, not yet at rest: its energy means nothing before it has been minimised. Its atoms keep their order. The same generator state
     * gives the same structure.
     */
    Structure vary(Structure parent, RandomGenerator random);

    /** The size of the noise that is put on a parent, angstrom on each coordinate. */
    double sigmaAngstrom();

    /** Share of the bonds of a variant that its parent does not have, 0 to 1; both at rest, with their atoms in the same order. */
    double newBonds(Structure parent, Structure variant);

    /** Ends what it keeps open; most keep nothing. */
    @Override
    default void close() {}
}
